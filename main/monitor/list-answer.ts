/** A good answer to the question for a list. */
export interface ListAnswer {
  account: string;
  /** The store whose list it is; null: of the whole account. */
  store: string | null;
  connected: string[];
  /** As in `Answer`. */
  installations: boolean;
  /** It was asked to confirm the suspects in it. */
  confirms: boolean;
  /**
   * Whether it says anything about a store, given those that it holds a terminal of; the list of an account need not
   * hold all of them.
   */
  covering: (seen: ReadonlySet<string>) => (store: string) => boolean;
}

/** A good answer to the question for one terminal; see `ListAnswer`. */
export interface TerminalAnswer extends Pick<ListAnswer, 'account' | 'installations' | 'confirms'> {
  poiid: string;
  connected: boolean;
}
