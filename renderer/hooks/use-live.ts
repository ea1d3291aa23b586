import { useEffect, useState } from 'react';
import type { ReplyError, Snapshot } from '../../preload/contract.ts';
import { request } from '../bridge.ts';

/**
 * The snapshot, kept up to date by pushes. Null until it is there.
 * A push before the snapshot is older than it, so it is left out.
 */
export function useLive(): { live: Snapshot | null; error: ReplyError | null } {
  const [live, setLive] = useState<Snapshot | null>(null);
  const [error, setError] = useState<ReplyError | null>(null);

  useEffect(() => {
    let gone = false;
    const merge = (part: Partial<Snapshot>) => setLive((before) => before && { ...before, ...part });
    const stops = [
      window.tillwatch.on('overview.changed', (overview) => merge({ overview })),
      window.tillwatch.on('settings.changed', (settings) => merge({ settings })),
      window.tillwatch.on('quiet.changed', (quiet) => merge({ quiet })),
      window.tillwatch.on('window.navigate', (navigation) => merge({ navigation })),
    ];
    void request('app.snapshot', undefined).then((reply) => {
      if (gone) return;
      if (reply.ok) setLive(reply.value);
      else setError(reply.error);
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, []);

  return { live, error };
}
