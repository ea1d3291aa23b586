import { TriangleAlert } from 'lucide-react';
import { TextField } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from './use-account-form.ts';

/** Where a key is entered. */
export function KeyInput({ form, label }: { form: AccountFormModel['form']; label: string }) {
  const words = useWords();
  return (
    <TextField
      label={label}
      hint={words('settings:key.hint')}
      error={form.formState.errors.key?.message}
      maxLength={4096}
      {...form.register('key')}
      type="password"
    />
  );
}

/** What a key can do, and where it is kept. */
export function KeyWarning({ keychain }: { keychain: boolean }) {
  const words = useWords();
  return (
    <p className="flex gap-2.5 rounded-lg border border-line bg-accent-wash px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <span>
        <strong className="font-semibold">{words('settings:key.warning')}</strong>{' '}
        {words(keychain ? 'settings:key.kept' : 'settings:key.keptInMemory')}
      </span>
    </p>
  );
}
