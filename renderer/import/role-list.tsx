import { Check, Minus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Abilities } from './model.ts';

type Role = keyof Abilities;

/** Those that an import asks for. */
export const importRoles = ['stores', 'terminals', 'terminalSettings'] as const satisfies readonly Role[];

/**
 * Which roles a key has.
 * @param optional what it lacks is nothing to worry about
 */
export function RoleList({
  abilities,
  roles = importRoles,
  optional = false,
  className,
  children,
}: {
  abilities: Abilities;
  roles?: readonly Role[];
  optional?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const words = useWords();
  const Lacking = optional ? Minus : X;
  return (
    <section
      aria-label={words('import:roles.title')}
      className={cx('rounded-lg border border-line p-3', className)}
    >
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
              <Lacking
                role="img"
                aria-label={words('import:roles.lacks')}
                className={cx('mt-0.5 size-4 shrink-0', optional ? 'text-soft' : 'text-bad')}
              />
            )}
            <span>
              <span className="select-text">{words(`import:roles.${role}`)}</span>{' '}
              <span className="text-sm text-soft">{words(`import:roles.${role}For`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
