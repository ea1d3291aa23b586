import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done, failed, registerHandlers, type Handlers } from '../../../main/ipc/register.ts';
import { requestChannels } from '../../../preload/channels.ts';

type Listener = (event: object, payload: unknown) => unknown;

/** Electron's side of the bridge, which a unit test does not have. */
function makeBridge(overrides: Partial<Handlers> = {}, trusted = true) {
  const listeners = new Map<string, Listener>();
  const logged: unknown[] = [];
  const called: unknown[] = [];
  const note = (payload: unknown) => {
    called.push(payload);
    return failed<never>('not-found');
  };
  const handlers: Handlers = {
    'app.snapshot': note,
    'monitor.recheck': note,
    'terminals.add': note,
    'terminals.rename': note,
    'terminals.move': note,
    'terminals.watch': note,
    'terminals.copy': note,
    'settings.saveAccount': note,
    'settings.checkAccount': note,
    'settings.removeAccount': note,
    'settings.restoreAccount': note,
    'settings.setPolling': note,
    'settings.setNotifications': note,
    'settings.setOpeningHours': note,
    'settings.setWatching': note,
    'settings.setRestart': note,
    'settings.copyToStores': note,
    'settings.setStartHidden': note,
    'settings.setAtLogin': note,
    'settings.setAppearance': note,
    'settings.setTray': note,
    'settings.setHistory': note,
    'settings.setNetwork': note,
    'settings.setUpdates': note,
    'updates.check': note,
    'updates.restart': note,
    'network.setPassword': note,
    'network.removePassword': note,
    'network.chooseCertificates': note,
    'network.check': note,
    'network.copyCheck': note,
    'settings.dismissNotice': note,
    'keys.set': note,
    'keys.remove': note,
    'connection.test': note,
    'connection.stop': note,
    'setup.key': note,
    'setup.ask': note,
    'setup.stores': note,
    'setup.finish': note,
    'import.preview': note,
    'import.skipNames': note,
    'import.cancel': note,
    'import.apply': note,
    'import.undo': note,
    'demo.set': note,
    'quiet.snooze': note,
    'quiet.endSnooze': note,
    'quiet.acknowledge': note,
    'notifications.test': note,
    'history.summary': note,
    'history.charts': note,
    'history.incidents': note,
    'history.decisions': note,
    'history.terminal': note,
    'history.bars': note,
    'history.exportCsv': note,
    'history.saveReport': note,
    'configuration.save': note,
    'configuration.open': note,
    'configuration.take': note,
    'configuration.undo': note,
    'diagnostics.gather': note,
    'diagnostics.save': note,
    ...overrides,
  };
  const log = (...line: unknown[]) => void logged.push(line);
  registerHandlers(handlers, {
    ipcMain: {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
    },
    isTrusted: () => trusted,
    log: { info: log, warn: log, error: log },
  });
  const send = (channel: string, payload: unknown) => listeners.get(channel)?.({}, payload);
  return { send, called, logged, channels: [...listeners.keys()] };
}

const takesNothing: readonly string[] = [
  'network.removePassword',
  'network.chooseCertificates',
  'network.check',
  'network.copyCheck',
  'updates.check',
  'updates.restart',
  'app.snapshot',
  'import.skipNames',
  'import.cancel',
  'notifications.test',
  'configuration.save',
  'configuration.open',
  'diagnostics.gather',
];

describe('a request of the window', () => {
  it('has a handler for every channel of the contract', () => {
    expect(makeBridge().channels).toEqual([...requestChannels]);
  });

  it('reaches its handler with the parsed payload', async () => {
    const bridge = makeBridge({
      'keys.remove': ({ account }) => (account === 'nl' ? done(null) : failed('internal')),
    });
    expect(await bridge.send('keys.remove', { account: 'nl' })).toEqual({ ok: true, value: null });
  });

  it.each([...requestChannels])('%s from a stranger is refused unread', async (channel) => {
    const bridge = makeBridge({}, false);
    expect(await bridge.send(channel, undefined)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(bridge.called).toEqual([]);
  });

  it('with a wrong payload is refused, and the payload is not logged', async () => {
    const bridge = makeBridge();
    const reply = await bridge.send('keys.set', { account: 'nl', key: 'AQEsecret', more: 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(JSON.stringify(bridge.logged)).not.toContain('AQEsecret');
  });

  it('whose handler throws is answered, not thrown', async () => {
    const bridge = makeBridge({
      'demo.set': () => {
        throw new Error('no port');
      },
    });
    expect(await bridge.send('demo.set', { on: true })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(JSON.stringify(bridge.logged)).toContain('demo.set');
  });

  it.each(requestChannels.filter((channel) => !takesNothing.includes(channel)))(
    '%s refuses whatever is not its payload',
    async (channel) => {
      const bridge = makeBridge();
      await fc.assert(
        fc.asyncProperty(fc.anything(), async (payload) => {
          expect(await bridge.send(channel, payload)).toMatchObject({
            ok: false,
            error: { code: 'refused' },
          });
        }),
      );
      expect(bridge.called).toEqual([]);
    },
  );
});
