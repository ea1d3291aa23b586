import { expect, it } from 'vitest';
import { quietHandlers } from '../../../main/ipc/quiet.ts';
import type { Services } from '../../../main/ipc/services.ts';

const utrecht = { kind: 'store', account: 'nl', store: 'UTR-01' } as const;

function makeHandlers() {
  const asked: unknown[] = [];
  const notifications: Pick<Services['notifications'], 'snooze' | 'endSnooze' | 'acknowledge' | 'test'> = {
    snooze: (...what) => void asked.push(['snooze', ...what]),
    endSnooze: (...what) => void asked.push(['endSnooze', ...what]),
    acknowledge: (...what) => void asked.push(['acknowledge', ...what]),
    test: () => Promise.resolve('unsupported'),
  };
  return { asked, handlers: quietHandlers({ notifications }) };
}

it('what the window wants to be quiet reaches the notifier', async () => {
  const { asked, handlers } = makeHandlers();
  expect(await handlers['quiet.snooze']({ scope: utrecht, length: 'hour' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await handlers['quiet.endSnooze']({ scope: utrecht })).toEqual({ ok: true, value: null });
  const till = { account: 'nl', poiid: 'V400m-324688179' };
  expect(await handlers['quiet.acknowledge']({ ...till, on: true })).toEqual({ ok: true, value: null });
  expect(asked).toEqual([
    ['snooze', utrecht, 'hour'],
    ['endSnooze', utrecht],
    ['acknowledge', till, true],
  ]);
});

it('a test is answered with what became of it', async () => {
  const { handlers } = makeHandlers();
  expect(await handlers['notifications.test'](undefined)).toEqual({
    ok: true,
    value: { outcome: 'unsupported' },
  });
});
