import type { KeyFacts } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { importRoles, RoleList } from './role-list.tsx';

/** More addresses than this nobody compares with that of a PC. */
const mostShown = 8;

/** What Adyen says that a key may do, and where from. What it lacks is no fault: checking needs none of it. */
export function KeyNote({ facts, className }: { facts: KeyFacts; className?: string }) {
  const words = useWords();
  const { abilities, allowedIpAddresses: addresses } = facts;
  const lacksSome = importRoles.some((role) => !abilities[role]);
  return (
    <RoleList
      abilities={abilities}
      roles={['cloudDevice', ...importRoles]}
      optional
      className={cx('text-sm', className)}
    >
      {lacksSome && <p className="mt-2">{words('import:roles.lacksSome')}</p>}
      {addresses.length > 0 && (
        <p className="mt-2 break-words select-text">
          {words('import:roles.addresses', { addresses: addresses.slice(0, mostShown).join(', ') })}
          {addresses.length > mostShown &&
            ` ${words('settings:test.more', { count: addresses.length - mostShown })}`}
        </p>
      )}
    </RoleList>
  );
}
