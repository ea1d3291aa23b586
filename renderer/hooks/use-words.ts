import { useTranslation } from 'react-i18next';
import type { Dictionary, Words } from '../../assets/locales/index.ts';

const namespaces: (keyof Dictionary)[] = [
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
