import { Check, X } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';
import type { Abilities } from './model.ts';

const roles = ['stores', 'terminals', 'terminalSettings'] as const;

/** Which of the roles that an import asks for a key has. */
export function RoleList({ abilities }: { abilities: Abilities }) {
  const words = useWords();
  return (
    <section aria-label={words('import:roles.title')} className="mt-3 rounded-lg border border-line p-3">
      <h3 className="font-semibold">{words('import:roles.title')}</h3>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {roles.map((role) => (
          <li key={role} className="flex gap-2.5">
            {abilities[role] ? (
              <Check
                role="img"
                aria-label={words('import:roles.has')}
                className="mt-0.5 size-4 shrink-0 text-ok"
              />
            ) : (
              <X
                role="img"
                aria-label={words('import:roles.lacks')}
                className="mt-0.5 size-4 shrink-0 text-bad"
              />
            )}
            <span>
              <span className="select-text">{words(`import:roles.${role}`)}</span>{' '}
              <span className="text-sm text-soft">{words(`import:roles.${role}For`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
