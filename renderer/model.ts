import type { Push, SettingsView, StoreTestResult } from '../preload/contract.ts';

/** What the pages are about, by its own names; all of it comes through the contract. */
export type Overview = Push<'overview.changed'>;
export type StoreOverview = Overview['stores'][number];
export type TerminalOverview = StoreOverview['terminals'][number];
export type TerminalStatus = TerminalOverview['status'];
export type Verdict = Overview['verdict'];
export type Failure = Extract<StoreTestResult, { ok: false }>['failure'];
export type Unwatched = SettingsView['unwatched'][number];

/** A terminal is unique within its merchant account. */
export interface TerminalRef {
  account: string;
  poiid: string;
}

export function isSameTerminal(one: TerminalRef, other: TerminalRef | null): boolean {
  return one.account === other?.account && one.poiid === other.poiid;
}

/** Something shown by name that can be told apart by account and POIID. */
export interface NamedTerminal extends TerminalRef {
  name: string;
}
