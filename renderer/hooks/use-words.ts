import { useTranslation } from 'react-i18next';
import type { english, Words } from '../../assets/locales/index.ts';

const namespaces: (keyof typeof english)[] = [
  'common',
  'duration',
  'failure',
  'import',
  'history',
  'problem',
  'settings',
  'setup',
  'terminals',
];

export function useWords(): Words {
  return useTranslation(namespaces).t;
}
