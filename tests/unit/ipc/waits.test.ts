import { describe, expect, it } from 'vitest';
import { createWaits } from '../../../main/ipc/waits.ts';

/** Asks what is not answered by itself: only the signal ends it. */
const endless = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('ended')));

describe('a question that somebody waits for', () => {
  it('gives its answer', async () => {
    expect(await createWaits().run('one', () => Promise.resolve('answer'))).toBe('answer');
  });

  it('ends once nobody waits, and those about other accounts go on', async () => {
    const waits = createWaits();
    const one = waits.run('one', endless);
    const other = waits.run('other', endless);
    waits.stop('one');
    expect(await one).toBe('ended');
    expect(await Promise.race([other, Promise.resolve('goes on')])).toBe('goes on');
  });

  it('ends where the same account is asked about again, and the later one can still be stopped', async () => {
    const waits = createWaits();
    const earlier = waits.run('one', endless);
    const later = waits.run('one', endless);
    expect(await earlier).toBe('ended');
    waits.stop('one');
    expect(await later).toBe('ended');
  });

  it('is not ended after its answer', async () => {
    const waits = createWaits();
    let seen: AbortSignal | undefined;
    await waits.run('one', (signal) => {
      seen = signal;
      return Promise.resolve(null);
    });
    waits.stop('one');
    expect(seen?.aborted).toBe(false);
  });
});
