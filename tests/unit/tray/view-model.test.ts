import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Overview, StoreOverview } from '../../../main/monitor/overview-types.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { TerminalStatus } from '../../../main/monitor/terminal.ts';
import type { QuietView } from '../../../main/monitor/quiet.ts';
import { subjectsOf } from '../../../main/tray/subjects.ts';
import { createTrayViews } from '../../../main/tray/view-model.ts';
import type { MenuEntry, TrayView } from '../../../main/tray/view-types.ts';
import { makeOverview, makeStore, makeTerminal, makeTerminals, minutes, twoPastTwo } from './make.ts';

const { words } = createSpeech();
const vendor = { status: 401, code: '', message: '', reference: '' };
const refused: Failure = { kind: 'unauthorized', vendor };

const everything = { kind: 'all' } as const;
const utrecht = { kind: 'store', account: 'shop', store: 'UTR-01' } as const;
const awake: QuietView = { snoozes: [], acknowledged: [], withHours: [] };

function view(overview: Overview, now = twoPastTwo + minutes(4), quiet = awake): TrayView {
  const [only] = views(overview, 'one', now, quiet);
  if (!only) throw new Error('there is no icon');
  return only;
}

function views(
  overview: Overview,
  icons: 'one' | 'each-store',
  now = twoPastTwo + minutes(4),
  quiet = awake,
): TrayView[] {
  return createTrayViews()(subjectsOf(overview, icons, words), { quiet, now, words, locale: 'en-GB' });
}

function labels(entries: MenuEntry[]): string[] {
  return entries.map((entry) => (entry.kind === 'separator' ? '-' : entry.label));
}

function firstLine(overview: Overview): string | undefined {
  return labels(view(overview).menu)[0];
}

/** The entries of the submenu under these labels, each given by how it begins. */
function open(menu: MenuEntry[], ...path: string[]): MenuEntry[] {
  return path.reduce((entries, start) => {
    const found = entries.find((entry) => entry.kind === 'submenu' && entry.label.startsWith(start));
    if (found?.kind !== 'submenu') throw new Error(`no ${start} among ${labels(entries).join(' | ')}`);
    return found.entries;
  }, menu);
}

function down(count: number) {
  return makeStore({ terminals: makeTerminals(Array<TerminalStatus>(count).fill('disconnected')) });
}

const cannotCheck = makeStore({
  reference: 'AMF-02',
  name: 'Amersfoort',
  verdict: 'attention',
  failure: refused,
  failingSince: twoPastTwo,
});

describe('icon', () => {
  it.each<[string, Overview, string]>([
    ['nothing configured', makeOverview([]), 'attention'],
    ['all connected', makeOverview([makeStore()]), 'connected'],
    ['a suspicion', makeOverview([makeStore({ terminals: makeTerminals(['suspect']) })]), 'connected'],
    ['one disconnected', makeOverview([down(1)]), 'disconnected-1'],
    ['nine disconnected', makeOverview([down(9)]), 'disconnected-9'],
    ['ten disconnected', makeOverview([down(10)]), 'disconnected-9plus'],
    ['this PC offline', makeOverview([makeStore({ verdict: 'offline' })]), 'offline'],
    ['no usable answer', makeOverview([cannotCheck]), 'attention'],
    ['nothing known', makeOverview([makeStore({ terminals: makeTerminals(['unknown']) })]), 'checking'],
    [
      'disconnected in one store, no answer for another',
      makeOverview([cannotCheck, down(2)]),
      'disconnected-2',
    ],
  ])('of %s', (_case, overview, icon) => {
    expect(view(overview).icon).toBe(icon);
  });
});

describe('first line', () => {
  const till3 = makeTerminal({ name: 'Till 3', status: 'disconnected' });

  it.each<[string, Overview, string]>([
    ['nothing configured', makeOverview([]), 'Not set up yet. Open Tillwatch to begin'],
    [
      'one of many disconnected',
      makeOverview([makeStore({ terminals: [makeTerminal(), till3] })]),
      'Till 3 (Utrecht Centraal) has been disconnected for 4 min',
    ],
    [
      'several disconnected',
      makeOverview([makeStore({ terminals: makeTerminals(['disconnected', 'disconnected', 'connected']) })]),
      '2 of 3 terminals are disconnected, the longest for 4 min',
    ],
    [
      'all connected',
      makeOverview([makeStore({ terminals: makeTerminals(['connected', 'connected']) })]),
      'All 2 terminals are connected',
    ],
    ['the only one connected', makeOverview([makeStore()]), 'The terminal is connected'],
    [
      'no answer yet',
      makeOverview([makeStore({ terminals: [], verdict: 'unknown' })], { checkedAt: null }),
      'Waiting for the first answer from Adyen',
    ],
    [
      'nothing found',
      makeOverview([makeStore({ terminals: [], verdict: 'unknown', notice: 'nothing-found' })]),
      'No terminal has been found yet at Utrecht Centraal',
    ],
    [
      'old knowledge',
      makeOverview([makeStore({ terminals: makeTerminals(['unknown', 'connected']) })]),
      '1 of 2 terminals is not known to be connected',
    ],
    [
      'attention without a failure',
      makeOverview([makeStore({ verdict: 'attention' })]),
      'Something needs your attention. Open Tillwatch',
    ],
  ])('of %s', (_case, overview, line) => {
    expect(firstLine(overview)).toBe(line);
  });

  it('tells a failure in the words of the catalogue, and since when', () => {
    const line = firstLine(makeOverview([cannotCheck], { since: twoPastTwo }));
    expect(line).toBe(`${words('failure:unauthorized.store').replace(/\.$/, '')}, since 14:02`);
  });

  it('stays the same within a minute', () => {
    const overview = makeOverview([down(2)]);
    expect(view(overview, twoPastTwo + 70_000)).toEqual(view(overview, twoPastTwo + 110_000));
  });
});

describe('tooltip', () => {
  it('says when it was checked, which the menu leaves out so that an open one stays as it is', () => {
    const overview = makeOverview([makeStore()]);
    const { tooltip, menu } = view(overview);
    expect(tooltip).toBe('Tillwatch: The terminal is connected, checked 14:02');
    const later = view({ ...overview, checkedAt: twoPastTwo + 60_000 }, twoPastTwo + 60_000);
    expect(later.tooltip).toBe('Tillwatch: The terminal is connected, checked 14:03');
    expect(later.menu).toEqual(menu);
  });

  it('lists the longest outage first and then the stores that cannot be checked', () => {
    const terminals = [
      makeTerminal({ name: 'Till 3', status: 'disconnected', since: twoPastTwo + minutes(1) }),
      makeTerminal({ name: 'Till 4', status: 'disconnected', since: twoPastTwo }),
    ];
    const short = makeStore({ name: 'Utrecht', terminals });
    const { tooltip } = view(makeOverview([cannotCheck, short]));
    expect(tooltip.split('\n')).toEqual([
      'Tillwatch: 2 of 3 terminals are disconnected, the longest for 4 min',
      'Till 4 (Utrecht), since 14:02',
      'and 2 more',
    ]);
  });

  it('names a store that cannot be checked beside a single outage', () => {
    const short = makeStore({ name: 'Ede', terminals: [makeTerminal({ status: 'disconnected' })] });
    expect(view(makeOverview([short, cannotCheck])).tooltip.split('\n')).toEqual([
      'Tillwatch: Till 1 (Ede) has been disconnected for 4 min',
      'Amersfoort: cannot be checked',
    ]);
  });

  it('is never longer than 127 units and never cuts a character in two', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    const status = fc.constantFrom<TerminalStatus>('connected', 'suspect', 'disconnected', 'unknown');
    const failure = fc.constantFrom<Failure | null>(null, refused, { kind: 'offline' });
    const store = fc
      .record({ name, failure, terminals: fc.array(fc.record({ name, status }), { maxLength: 12 }) })
      .map(({ name, failure, terminals }) =>
        makeStore({
          name,
          failure,
          terminals: terminals.map(makeTerminal),
          ...(failure && { verdict: failure.kind === 'offline' ? 'offline' : 'attention' }),
        }),
      );
    fc.assert(
      fc.property(fc.array(store, { maxLength: 4 }), (stores) => {
        const { tooltip } = view(makeOverview(stores));
        expect(tooltip.length).toBeLessThanOrEqual(127);
        expect(tooltip).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('menu', () => {
  it('leads from what is wrong over the stores to the window', () => {
    const { menu } = view(makeOverview([down(1), cannotCheck]));
    expect(labels(menu)).toEqual([
      'Till 1 (Utrecht Centraal) has been disconnected for 4 min',
      'Recheck now',
      '-',
      '✕ Utrecht Centraal: 1 of 1 disconnected',
      '! Amersfoort: cannot be checked',
      '-',
      'Snooze',
      'Open Tillwatch',
      'Settings',
      'Quit Tillwatch',
    ]);
    expect(menu[0]?.kind).toBe('line');
  });

  it('says why a store cannot be checked', () => {
    const [why] = labels(open(view(makeOverview([cannotCheck])).menu, '! Amersfoort'));
    expect(why).toContain(words('failure:unauthorized.store').replace(/\.$/, ''));
    expect(why).toContain('since 14:02');
  });

  it.each<[string, Parameters<typeof makeTerminal>[0], string]>([
    ['connected', { status: 'connected' }, '✓ Till 1: connected since 14:02'],
    ['suspect', { status: 'suspect' }, '… Till 1: not seen since 14:02, asking again'],
    ['disconnected', { status: 'disconnected' }, '✕ Till 1: disconnected since 14:02'],
    ['unknown', { status: 'unknown', since: null }, '? Till 1: not known'],
    [
      'never seen',
      { status: 'disconnected', neverSeen: true },
      '✕ Till 1: not seen connected since it was added',
    ],
    [
      'connected since yesterday',
      { since: twoPastTwo - minutes(24 * 60) },
      '✓ Till 1: connected since 23 Nov 2026, 14:02',
    ],
  ])('tells a terminal that is %s', (_case, given, label) => {
    const { menu } = view(
      makeOverview([makeStore({ name: 'Ede', terminals: [makeTerminal(given)], verdict: 'connected' })]),
    );
    expect(labels(open(menu, '✓ Ede'))).toEqual(['Recheck this store', 'Snooze', '-', label]);
  });

  it('carries out what its entries say', () => {
    const { menu } = view(makeOverview([makeStore()]));
    const store = open(menu, '✓ Utrecht');
    const terminal = open(store, '✓ Till 1');
    const actions = [menu, store, terminal]
      .flat()
      .flatMap((entry) => (entry.kind === 'item' ? [entry.action] : []));
    expect(actions).toEqual([
      { kind: 'recheck', scope: { kind: 'all' } },
      { kind: 'open', terminal: null },
      { kind: 'settings' },
      { kind: 'quit' },
      { kind: 'recheck', scope: { kind: 'store', account: 'shop', store: 'UTR-01' } },
      { kind: 'recheck', scope: { kind: 'terminal', account: 'shop', poiid: 'V400m-324688179' } },
      { kind: 'open', terminal: { account: 'shop', poiid: 'V400m-324688179' } },
    ]);
    expect(labels(terminal)).toEqual(['V400m-324688179', 'Recheck this terminal', 'Open in Tillwatch']);
  });

  it('cannot be asked twice for the same thing', () => {
    const store = makeStore({ checking: true, terminals: [makeTerminal({ checking: true })] });
    const { menu } = view(makeOverview([store], { checking: true }));
    const checking = { kind: 'item', label: 'Checking…', enabled: false };
    expect(menu[1]).toMatchObject(checking);
    expect(open(menu, '✓ Utrecht')[0]).toMatchObject(checking);
    expect(open(menu, '✓ Utrecht', '✓ Till 1')[1]).toMatchObject(checking);
  });

  it('offers no check before there is a store', () => {
    const { menu } = view(makeOverview([]));
    expect(menu[1]).toMatchObject({ label: 'Recheck now', enabled: false });
    expect(labels(menu).slice(2)).toEqual(['-', 'Open Tillwatch', 'Settings', 'Quit Tillwatch']);
  });

  it('says that the demo store is not real', () => {
    expect(labels(view(makeOverview([makeStore()], { demo: true })).menu)[1]).toMatch(/not real/);
  });

  it('doubles ampersands', () => {
    const store = makeStore({
      name: 'Sons & Co',
      terminals: [makeTerminal({ name: 'A&B', status: 'disconnected' })],
    });
    const { menu, tooltip } = view(makeOverview([store]));
    expect(firstLine(makeOverview([store]))).toContain('A&&B (Sons && Co)');
    expect(labels(open(menu, '✕ Sons && Co'))).toContain('✕ A&&B: disconnected since 14:02');
    expect(tooltip).toContain('A&B (Sons & Co)');
  });

  it('lists the troubled ones of many terminals and folds the rest', () => {
    const statuses = Array.from({ length: 60 }, (_, index): TerminalStatus =>
      index === 40 ? 'disconnected' : 'connected',
    );
    const store = open(
      view(makeOverview([makeStore({ terminals: makeTerminals(statuses) })])).menu,
      '✕ Utrecht',
    );
    expect(labels(store)).toEqual([
      'Recheck this store',
      'Snooze',
      '-',
      '✕ Till 41: disconnected since 14:02',
      'All other terminals (59)',
    ]);
    const groups = open(store, 'All other terminals');
    expect(labels(groups)).toEqual(['Till 1 to Till 25', 'Till 26 to Till 51', 'Till 52 to Till 60']);
    expect(groups.flatMap((group) => (group.kind === 'submenu' ? group.entries : []))).toHaveLength(59);
  });

  it('lists the troubled ones of many stores and folds the rest', () => {
    const stores = Array.from({ length: 30 }, (_, index) =>
      makeStore({ name: `Store ${index}`, reference: `${index}` }),
    );
    const { menu } = view(makeOverview([...stores, down(1)]));
    expect(labels(menu).slice(3, 6)).toEqual([
      '✕ Utrecht Centraal: 1 of 1 disconnected',
      'All other stores (30)',
      '-',
    ]);
    expect(labels(open(menu, 'All other stores'))).toEqual(['Store 0 to Store 24', 'Store 25 to Store 29']);
    expect(labels(open(menu, 'All other stores', 'Store 25', '✓ Store 29'))).toEqual(['Recheck this store']);
  });

  it.each<[string, StoreOverview, string[], string[]]>([
    ['that is well', makeStore(), [], ['For 15 minutes', 'For 1 hour']],
    ['that is down', down(1), [], ['For 15 minutes', 'For 1 hour', 'Until everything is connected again']],
    [
      'with opening hours',
      makeStore(),
      ['shop/UTR-01'],
      ['For 15 minutes', 'For 1 hour', 'Until it opens next'],
    ],
  ])(
    'offers to snooze a store %s, and everything, for as long as can be meant',
    (_, store, withHours, lengths) => {
      const { menu } = view(makeOverview([store]), undefined, { ...awake, withHours });
      expect(labels(open(menu, 'Snooze'))).toEqual(lengths);
      const [first] = open(menu, 'Snooze');
      const [own] = open(menu, labels(menu)[3] ?? '', 'Snooze');
      expect(first).toMatchObject({ action: { kind: 'snooze', scope: everything, length: 'quarter' } });
      expect(own).toMatchObject({ action: { kind: 'snooze', scope: utrecht, length: 'quarter' } });
    },
  );

  it('says until when everything is snoozed, in icon, first line and tooltip, and ends it', () => {
    const quiet = {
      ...awake,
      snoozes: [{ scope: everything, until: twoPastTwo + minutes(60), lengthMs: null }],
    };
    const { icon, menu, tooltip } = view(makeOverview([down(1)]), undefined, quiet);
    const line = 'Snoozed until 15:02: Till 1 (Utrecht Centraal) has been disconnected for 4 min';
    expect(icon).toBe('paused');
    expect(labels(menu)[0]).toBe(line);
    expect(tooltip).toBe(`Tillwatch: ${line}`);
    expect(open(menu, 'Snoozed until 15:02')[0]).toMatchObject({
      label: 'End snooze',
      action: { kind: 'end-snooze', scope: everything },
    });
  });

  it('says that everything is snoozed until it is connected', () => {
    const quiet = { ...awake, snoozes: [{ scope: everything, until: null, lengthMs: null }] };
    const { menu } = view(makeOverview([down(1)]), undefined, quiet);
    expect(labels(menu)[0]).toMatch(/^Snoozed until everything is connected: Till 1 /);
  });

  it('shows the snooze of a store in its own menu, and nothing else calmer', () => {
    const quiet = {
      ...awake,
      snoozes: [{ scope: utrecht, until: twoPastTwo + minutes(15), lengthMs: null }],
    };
    const { icon, menu } = view(makeOverview([down(1)]), undefined, quiet);
    expect(icon).toBe('disconnected-1');
    expect(labels(open(menu, '✕ Utrecht', 'Snoozed until 14:17'))).toContain('End snooze');
    expect(labels(open(menu, 'Snooze'))).not.toContain('End snooze');
  });

  it('stays bounded however many terminals there are', () => {
    const terminals = makeTerminals(Array<TerminalStatus>(10_000).fill('connected'));
    const { menu } = view(makeOverview([makeStore({ terminals })]));
    const folded = open(menu, '✓ Utrecht', 'All other terminals (10000)');
    expect(folded).toHaveLength(11);
    expect(folded.at(-1)).toMatchObject({
      label: '9750 more in Tillwatch',
      action: { kind: 'open', terminal: null },
    });
  });
});

describe('one icon for each store', () => {
  const stores = (count: number) =>
    Array.from({ length: count }, (_, at) => makeStore({ reference: `S-${at}`, name: `Store ${at}` }));
  const each = (overview: Overview, quiet = awake) => views(overview, 'each-store', undefined, quiet);
  const firstLines = (shown: TrayView[]) => shown.map(({ menu }) => labels(menu)[0]);

  it('says of its own store what is wrong there, and of no other', () => {
    const two = makeTerminals(['disconnected', 'disconnected', 'connected']);
    const shown = each(
      makeOverview([down(1), { ...makeStore(), name: 'Ede' }, cannotCheck, makeStore({ terminals: two })]),
    );
    expect(shown.map(({ icon }) => icon)).toEqual([
      'disconnected-1',
      'connected',
      'attention',
      'disconnected-2',
    ]);
    expect(firstLines(shown)).toEqual([
      'Utrecht Centraal: Till 1 has been disconnected for 4 min',
      'Ede: The terminal is connected',
      `Amersfoort: ${words('failure:unauthorized.store').replace(/\.$/, '')}, since 14:02`,
      'Utrecht Centraal: 2 of 3 terminals are disconnected, the longest for 4 min',
    ]);
    expect(shown.map(({ tooltip }) => tooltip.split('\n'))).toMatchObject([
      ['Utrecht Centraal: Till 1 has been disconnected for 4 min'],
      ['Ede: The terminal is connected, checked 14:02'],
      [expect.any(String)],
      [expect.any(String), 'Till 1, since 14:02', 'Till 2, since 14:02'],
    ]);
  });

  it('has a menu of that store', () => {
    const [first] = each(makeOverview([down(2), makeStore()]));
    const menu = first?.menu ?? [];
    expect(labels(menu)).toEqual([
      'Utrecht Centraal: 2 of 2 terminals are disconnected, the longest for 4 min',
      'Recheck this store',
      '-',
      '✕ Till 1: disconnected since 14:02',
      '✕ Till 2: disconnected since 14:02',
      '-',
      'Snooze',
      'Open Tillwatch',
      'Settings',
      'Quit Tillwatch',
    ]);
    const scope = { kind: 'store', account: 'shop', store: 'UTR-01' };
    expect(menu[1]).toMatchObject({ action: { kind: 'recheck', scope } });
    expect(open(menu, 'Snooze')[0]).toMatchObject({ action: { kind: 'snooze', scope } });
  });

  it.each([
    [1, ['Only']],
    [2, ['Store 0', 'Store 1']],
    [8, [...Array(8).keys()].map((at) => `Store ${at}`)],
    [9, [...[...Array(7).keys()].map((at) => `Store ${at}`), '2 other stores']],
    [40, [...[...Array(7).keys()].map((at) => `Store ${at}`), '33 other stores']],
  ])('is there for %i stores eight times at most', (count, names) => {
    const shown = firstLines(each(makeOverview(stores(count))));
    expect(shown).toHaveLength(names.length);
    if (count > 1) expect(shown.map((line) => line?.split(':')[0])).toEqual(names);
    else expect(shown).toEqual(['The terminal is connected']);
  });

  it('sums up the stores that have none of their own, and names them', () => {
    const rest = [...stores(7), { ...cannotCheck, reference: 'X' }, { ...down(3), reference: 'Y' }];
    const last = each(makeOverview(rest)).at(-1);
    expect(last?.icon).toBe('disconnected-3');
    expect(labels(last?.menu ?? [])).toEqual([
      '2 other stores: 3 of 4 terminals are disconnected, the longest for 4 min',
      'Recheck now',
      '-',
      '! Amersfoort: cannot be checked',
      '✕ Utrecht Centraal: 3 of 3 disconnected',
      '-',
      'Snooze',
      'Open Tillwatch',
      'Settings',
      'Quit Tillwatch',
    ]);
  });

  it('is one for everything where what is wrong is no store’s', () => {
    expect(firstLines(each(makeOverview(stores(2), { verdict: 'attention' })))).toEqual([
      'Something needs your attention. Open Tillwatch',
    ]);
  });

  it('of a snoozed store is paused, of the others not; of all when everything is', () => {
    const overview = makeOverview(stores(2));
    const until = twoPastTwo + minutes(60);
    const store = { kind: 'store', account: 'shop', store: 'S-1' } as const;
    const one = each(overview, { ...awake, snoozes: [{ scope: store, until, lengthMs: null }] });
    expect(one.map(({ icon }) => icon)).toEqual(['connected', 'paused']);
    expect(firstLines(one)[1]).toBe('Store 1, snoozed until 15:02: The terminal is connected');
    const all = each(overview, {
      ...awake,
      snoozes: [{ scope: { kind: 'all' }, until: null, lengthMs: null }],
    });
    expect(all.map(({ icon }) => icon)).toEqual(['paused', 'paused']);
    expect(firstLines(all)[0]).toBe(
      'Store 0, snoozed until everything is connected: The terminal is connected',
    );
    const end = open(all[0]?.menu ?? [], 'Snoozed until everything is connected')[0];
    expect(end).toMatchObject({ action: { kind: 'end-snooze', scope: { kind: 'all' } } });
  });
});

describe('a view that is made again and again', () => {
  const saying = { quiet: awake, now: twoPastTwo, words, locale: 'en-GB' };
  const terminal = fc.record({
    poiid: fc.constantFrom('V400m-1', 'V400m-2'),
    name: fc.constantFrom('Till 1', 'Till 2'),
    status: fc.constantFrom<TerminalStatus>('connected', 'suspect', 'disconnected', 'unknown'),
    since: fc.constantFrom(null, twoPastTwo, twoPastTwo - minutes(60 * 24)),
    checking: fc.boolean(),
    neverSeen: fc.boolean(),
    failure: fc.constantFrom(null, refused),
    seenAt: fc.integer({ min: 0, max: 9 }),
    checkedAt: fc.integer({ min: 0, max: 9 }),
  });
  const store = fc
    .record({
      reference: fc.constantFrom('UTR-01', 'AMF-02'),
      name: fc.constantFrom('Utrecht', 'Amersfoort'),
      checking: fc.boolean(),
      failure: fc.constantFrom(null, refused),
      failingSince: fc.constantFrom(null, twoPastTwo),
      notice: fc.constantFrom(null, 'nothing-found' as const, 'all-missing' as const),
      terminals: fc.array(terminal.map(makeTerminal), { maxLength: 3 }),
    })
    .map(makeStore);
  const quiet = fc.constantFrom<QuietView>(
    awake,
    { ...awake, snoozes: [{ scope: everything, until: null, lengthMs: null }] },
    { ...awake, snoozes: [{ scope: utrecht, until: null, lengthMs: null }] },
    { ...awake, withHours: ['shop/UTR-01'] },
  );
  // Few stores that are all shown, and so many that most of them are folded away.
  const stores = fc.oneof(
    fc.array(store, { maxLength: 2 }),
    fc
      .array(store, { minLength: 1, maxLength: 2 })
      .map((some) => Array<StoreOverview[]>(26).fill(some).flat()),
  );
  const asked = fc.tuple(
    stores.map((all: StoreOverview[]) => makeOverview(all)),
    fc.constantFrom('one' as const, 'each-store' as const),
    quiet,
    fc.constantFrom(twoPastTwo, twoPastTwo + minutes(60 * 24)),
    fc.constantFrom('en-GB', 'en-US'),
  );

  it('is at every time as if it were made for the first time', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 6 }), (all) => {
        const again = createTrayViews();
        for (const [overview, icons, hush, now, locale] of all) {
          const saying = { quiet: hush, now, words, locale };
          const subjects = subjectsOf(overview, icons, words);
          expect(again(subjects, saying)).toEqual(createTrayViews()(subjects, saying));
        }
      }),
      { numRuns: 40 },
    );
  });

  const till = makeTerminal({ status: 'disconnected' });
  const one = makeStore({ terminals: [till], failure: refused });

  it.each<[string, Partial<StoreOverview>]>([
    ['the name of a store', { name: 'Utrecht' }],
    ['its reference', { reference: 'UTR-02' }],
    ['its account', { account: 'other' }],
    ['its verdict', { verdict: 'unknown' }],
    ['its counts', { counts: { ...one.counts, disconnected: 2 } }],
    ['that it is being checked', { checking: true }],
    ['why it cannot be checked', { failure: null }],
    ['since when it cannot be', { failingSince: twoPastTwo }],
    ['its notice', { notice: 'all-missing' }],
    ['a terminal more', { terminals: [till, makeTerminal()] }],
    ['the name of a terminal', { terminals: [{ ...till, name: 'Till 2' }] }],
    ['its POIID', { terminals: [{ ...till, poiid: 'V400m-2' }] }],
    ['its status', { terminals: [{ ...till, status: 'unknown' }] }],
    ['since when it has it', { terminals: [{ ...till, since: twoPastTwo - minutes(1) }] }],
    ['that it is asked for', { terminals: [{ ...till, checking: true }] }],
    ['that it was never seen', { terminals: [{ ...till, neverSeen: true }] }],
    ['why it could not be asked for', { terminals: [{ ...till, failure: refused }] }],
  ])('sees %s change', (_, change) => {
    const again = createTrayViews();
    const show = (store: StoreOverview) =>
      again(subjectsOf({ ...makeOverview([one]), stores: [store] }, 'one', words), saying);
    const before = show(one);
    expect(show({ ...one })).toEqual(before);
    expect(show({ ...one, ...change })).not.toEqual(before);
  });

  it('words nothing anew when a round has only confirmed what was known', () => {
    const again = createTrayViews();
    const [before, after] = [twoPastTwo, twoPastTwo + 30_000].flatMap((at) => {
      const store = makeStore({ checkedAt: at, terminals: [makeTerminal({ seenAt: at, checkedAt: at })] });
      return again(subjectsOf(makeOverview([store]), 'one', words), { ...saying, now: at });
    });
    expect(after?.menu[3]).toBe(before?.menu[3]);
    expect(after?.menu[3]).toMatchObject({ kind: 'submenu' });
  });
});
