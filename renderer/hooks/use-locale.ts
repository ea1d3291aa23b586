import { createContext, useContext } from 'react';

const LocaleContext = createContext('en');

export const LocaleProvider = LocaleContext.Provider;

/** The one of the person's region, for times and numbers; Chromium's own is that of the words. */
export function useLocale(): string {
  return useContext(LocaleContext);
}
