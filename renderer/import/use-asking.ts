import { useEffect, useEffectEvent, useState } from 'react';
import type { Reply, ReplyError } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Abilities, ImportProblem, ImportProgress } from './model.ts';

/** What there is to see as long as there is no answer to look at. */
export type Asking =
  | { kind: 'asking'; progress: ImportProgress | null }
  | { kind: 'failed'; problem: ImportProblem; abilities: Abilities | null }
  | { kind: 'refused'; message: string };

type Read = { kind: 'preview' | 'stores' };
type NotRead = Extract<Asking, { kind: 'failed' }> | { kind: 'cancelled' };

/** Asks Adyen, by way of main, what it has on record. Main is told when nobody waits for it any more. */
export function useAsking<T extends Read>(
  ask: () => Promise<Reply<T | NotRead>>,
  onRead: (read: T) => void,
): { stage: Asking; again: () => void; refuse: (error: ReplyError) => void } {
  const words = useWords();
  const [stage, setStage] = useState<Asking>({ kind: 'asking', progress: null });
  const [attempt, setAttempt] = useState(1);

  const refuse = ({ code, params }: ReplyError) =>
    setStage({ kind: 'refused', message: words(`problem:error.${code}`, params) });
  const begin = useEffectEvent(ask);
  const settle = useEffectEvent((reply: Reply<T | NotRead>) => {
    if (!reply.ok) refuse(reply.error);
    else if (isRead(reply.value)) onRead(reply.value);
    else if (reply.value.kind === 'failed') setStage(reply.value);
  });

  useEffect(() => {
    let gone = false;
    const stop = window.tillwatch.on('import.progress', (progress) =>
      setStage((before) => (before.kind === 'asking' ? { kind: 'asking', progress } : before)),
    );
    void begin().then((reply) => {
      if (!gone) settle(reply);
    });
    return () => {
      gone = true;
      stop();
      void request('import.cancel', undefined);
    };
  }, [attempt]);

  return {
    stage,
    again() {
      setStage({ kind: 'asking', progress: null });
      setAttempt(attempt + 1);
    },
    refuse,
  };
}

function isRead<T extends Read>(value: T | NotRead): value is T {
  return value.kind !== 'failed' && value.kind !== 'cancelled';
}
