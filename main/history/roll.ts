import { terminalKey } from '../monitor/terminal.ts';
import type { StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import type { Change, OpenIncident } from './changes.ts';
import type { Knowledge } from '../monitor/knowledge.ts';
import { none, type Life } from './life.ts';

/** A terminal as the recorder goes by it. */
export interface Track {
  number: number;
  /** Number of its place. */
  place: number;
  name: string;
  life: Life;
  incident: TrackedIncident | null;
  /** Number of the last look that found it. */
  look: number;
}

export interface TrackedIncident extends Pick<OpenIncident, 'start' | 'cause' | 'acknowledged' | 'told'> {
  /** It went out of sight, and may be over. */
  lost: boolean;
}

/** A store as the recorder goes by it. */
export interface Place {
  number: number;
  name: string;
  /** Until when what goes on there has been recorded to be sure. */
  seen: number;
  /** As of the last look at its terminals; null: they are to be looked at. */
  looked: { knowledge: Knowledge; tracks: Track[] } | null;
}

/** An account's terminals and places, by their own IDs: looked up by the thousand, so no keys are glued together. */
interface Merchant {
  tracks: Map<string, Track>;
  places: Map<string, Place>;
}

/**
 * Gives terminals and places the numbers by which they are recorded, and keeps what the recorder goes by.
 * @param open incidents of the last run
 */
export function createRoll(open: readonly OpenIncident[]) {
  const merchants = new Map<string, Merchant>();
  const waiting = new Map(open.map((incident) => [terminalKey(incident.account, incident.poiid), incident]));
  let terminals = 0;
  let places = 0;

  function merchant(account: string): Merchant {
    const known = merchants.get(account) ?? {
      tracks: new Map<string, Track>(),
      places: new Map<string, Place>(),
    };
    merchants.set(account, known);
    return known;
  }

  return {
    merchant,
    place(
      { places: known }: Merchant,
      account: string,
      { reference, name }: Pick<StoreOverview, 'reference' | 'name'>,
      changes: Change[],
    ): Place {
      const before = known.get(reference);
      if (before?.name === name) return before;
      const place = before ?? { number: places++, name, seen: 0, looked: null };
      place.name = name;
      known.set(reference, place);
      changes.push({ kind: 'place', place: place.number, account, store: reference, name });
      return place;
    },
    track(
      { tracks }: Merchant,
      account: string,
      { poiid, name }: Pick<TerminalOverview, 'poiid' | 'name'>,
      place: number,
      changes: Change[],
    ): Track {
      const before = tracks.get(poiid);
      if (before?.name === name) return before;
      const track = before ?? {
        number: terminals++,
        place,
        name,
        life: none,
        incident: take(account, poiid),
        look: 0,
      };
      track.name = name;
      tracks.set(poiid, track);
      changes.push({ kind: 'terminal', terminal: track.number, account, poiid, name });
      return track;
    },
    find: (account: string, poiid: string): Track | undefined => merchants.get(account)?.tracks.get(poiid),
    inStore(account: string, store: string): Track[] {
      const known = merchants.get(account);
      const place = known?.places.get(store);
      if (!known || !place) return [];
      return [...known.tracks.values()].filter((track) => track.place === place.number);
    },
    /** What was seen is to be recorded anew. */
    forgetSeen(): void {
      for (const { places: known } of merchants.values()) {
        for (const place of known.values()) Object.assign(place, { seen: 0, looked: null });
      }
    },
    /** Those that a look did not find. */
    *missing(look: number): Generator<Track> {
      for (const { tracks } of merchants.values()) {
        for (const track of tracks.values()) if (track.look !== look) yield track;
      }
    },
  };

  function take(account: string, poiid: string): TrackedIncident | null {
    const incident = waiting.get(terminalKey(account, poiid));
    return incident ? { ...incident, lost: true } : null;
  }
}
