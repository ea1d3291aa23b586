import { useState } from 'react';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal, StoreOverview, TerminalRef } from '../model.ts';

export interface TerminalActions {
  recheck: (terminal: TerminalRef) => void;
  recheckStore: (store: StoreOverview) => void;
  rename: (terminal: NamedTerminal) => void;
  move: (terminal: NamedTerminal) => void;
  unwatch: (terminal: NamedTerminal) => void;
  /** Nothing more of this outage; or, after all, everything. */
  acknowledge: (terminal: NamedTerminal, on: boolean) => void;
  /** Nothing of it for an hour; or, after all, everything. */
  snooze: (terminal: NamedTerminal, on: boolean) => void;
  watchAgain: (terminal: NamedTerminal) => void;
  copy: (terminal: TerminalRef) => void;
  addTo: (store: StoreOverview) => void;
}

export type OpenDialog =
  { kind: 'rename' | 'move'; terminal: NamedTerminal } | { kind: 'add'; store: StoreOverview };

/** Everything that can be done to a terminal or a store, from a row, a menu or the panel alike. */
export function useTerminalActions() {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);

  const watch = async ({ account, poiid }: TerminalRef, watched: boolean) =>
    (await ask('terminals.watch', { account, poiid, watched })).ok;

  const watchAgain = async (terminal: NamedTerminal) => {
    if (await watch(terminal, true)) {
      toast({ text: words('terminals:toast.watched', { name: terminal.name }) });
    }
  };

  const unwatch = async (terminal: NamedTerminal) => {
    if (!(await watch(terminal, false))) return;
    toast({
      text: words('terminals:toast.unwatched', { name: terminal.name }),
      action: { label: words('common:undo'), run: () => void watch(terminal, true) },
    });
  };

  const acknowledge = async ({ account, poiid, name }: NamedTerminal, on: boolean) => {
    if (!(await ask('quiet.acknowledge', { account, poiid, on })).ok || !on) return;
    toast({
      text: words('terminals:toast.acknowledged', { name }),
      action: {
        label: words('common:undo'),
        run: () => void ask('quiet.acknowledge', { account, poiid, on: false }),
      },
    });
  };

  const snooze = async ({ account, poiid, name }: NamedTerminal, on: boolean) => {
    const scope = { kind: 'terminal', account, poiid } as const;
    const end = () => ask('quiet.endSnooze', { scope });
    if (!on) return void end();
    if (!(await ask('quiet.snooze', { scope, length: 'hour' })).ok) return;
    toast({
      text: words('terminals:toast.snoozed', { name }),
      action: { label: words('common:undo'), run: () => void end() },
    });
  };

  const copy = async ({ account, poiid }: TerminalRef) => {
    if ((await ask('terminals.copy', { account, poiid })).ok)
      toast({ text: words('terminals:toast.copied', { poiid }) });
  };

  const actions: TerminalActions = {
    recheck: ({ account, poiid }) => void ask('monitor.recheck', { kind: 'terminal', account, poiid }),
    recheckStore: ({ account, reference }) =>
      void ask('monitor.recheck', { kind: 'store', account, store: reference }),
    rename: (terminal) => setDialog({ kind: 'rename', terminal }),
    move: (terminal) => setDialog({ kind: 'move', terminal }),
    addTo: (store) => setDialog({ kind: 'add', store }),
    unwatch: (terminal) => void unwatch(terminal),
    acknowledge: (terminal, on) => void acknowledge(terminal, on),
    snooze: (terminal, on) => void snooze(terminal, on),
    watchAgain: (terminal) => void watchAgain(terminal),
    copy: (terminal) => void copy(terminal),
  };
  return { actions, dialog, closeDialog: () => setDialog(null) };
}
