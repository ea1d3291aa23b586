import type { ConfirmedBy, Observation, TerminalRecord } from './terminal.ts';

/** What made us sure that terminals are disconnected, the last time that they were. By their keys. */
export function createConfirmations() {
  const confirmed = new Map<string, ConfirmedBy>();
  return {
    /** @param asked what was asked for, where the answer lacks the terminal */
    note(
      key: string,
      before: TerminalRecord,
      after: TerminalRecord,
      observation: Observation,
      asked: 'list' | 'own-request',
    ): void {
      if (after.status !== 'disconnected' || before.status === 'disconnected') return;
      const how = asked === 'list' ? 'list-and-sample' : asked;
      confirmed.set(key, observation === 'absent-confirmed' ? how : 'lists-in-row');
    },
    /** Null where it has not been disconnected in this run. */
    of: (key: string): ConfirmedBy | null => confirmed.get(key) ?? null,
    delete: (key: string): boolean => confirmed.delete(key),
  };
}
