import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { html } from '../../../main/history/html.ts';
import { tableHead, tableRow } from '../../../main/history/incident-table.ts';
import type { IncidentRow, Summary } from '../../../main/history/questions.ts';
import { report, type ReportData } from '../../../main/history/report.ts';

const { words } = createSpeech();
const voice = { words, locale: 'en-GB', language: 'en' };
const minute = 60_000;
const hour = 60 * minute;
const t0 = new Date(2026, 10, 24, 14, 2, 11).getTime();

const row: IncidentRow = {
  id: 1,
  account: 'live/ShopNL',
  store: 'UTR-01',
  storeName: 'Utrecht',
  poiid: 'V400m-1',
  name: 'Till 1',
  cause: 'terminal',
  start: t0,
  confirmed: t0 + 5000,
  confirmedBy: 'own-request',
  end: t0 + 11 * minute,
  lost: null,
  over: 1,
  acknowledged: null,
  told: t0 + 6000,
  toldKind: 'disconnected',
  toldReason: null,
};

const summary: Summary = {
  uptime: { connected: 0.99991, watched: 0.974 },
  incidents: 21,
  storeWide: 3,
  betweenDropsMs: 30 * hour,
  toRecoverMs: 4 * minute,
  stores: [],
  worst: null,
  recordedSince: null,
};

function made(data: Partial<ReportData> = {}, spoken = voice): string {
  return report(
    {
      subject: 'Utrecht',
      period: { from: t0 - 30 * 24 * hour, to: t0 },
      madeAt: t0 + hour,
      summary,
      days: [],
      incidents: [row],
      cut: false,
      ...data,
    },
    spoken,
  ).replaceAll(/\s+/g, ' ');
}

describe('a report', () => {
  it('says how much was connected and how much of it was watched, never rounded up to a whole', () => {
    expect(made()).toContain('<dd>99.99%</dd>');
    expect(made()).toContain('<dd>97.4%</dd>');
  });

  it('speaks the language of its reader, as the table does', async () => {
    const { words: german, speak } = createSpeech();
    await speak('de');
    const page = made({}, { words: german, locale: 'de-AT', language: 'de' });
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h1>Verbindungen der Terminals: Utrecht</h1>');
    expect(page).toContain('<dd>99,99 %</dd>');
    expect(page).toMatch(/<td>24\.11\.2026, 14:02<\/td>.*11 Min\./);
    expect(tableHead(german, 'Europe/Vienna')).toContain('Beginn (Europe/Vienna)');
    expect(tableRow(row, german)).toContain('vorbei');
  });

  it('says how it was measured', () => {
    expect(made()).toContain('Time in which nobody looked counts neither as connected nor as disconnected');
  });

  it('lists the incidents', () => {
    expect(made()).toMatch(/<td>24 Nov 2026, 14:02<\/td> ?<td>Utrecht<\/td>.*Till 1.*11 min/);
  });

  it.each<[string, Partial<IncidentRow>, string]>([
    ['goes on', { end: null, over: 0 }, 'still disconnected'],
    ['went out of sight', { end: null, over: 0, lost: t0 + minute }, 'or longer: not watched since'],
    ['ended out of sight', { end: null, lost: t0 + minute }, 'or longer: back while nobody was watching'],
  ])('says of an incident that it %s', (_, about, said) => {
    expect(made({ incidents: [{ ...row, ...about }] })).toContain(said);
  });

  it('has no numbers where nothing was watched', () => {
    const blank = {
      ...summary,
      uptime: { connected: null, watched: 0 },
      toRecoverMs: null,
      betweenDropsMs: null,
    };
    expect(made({ summary: blank, incidents: [] })).toContain('<dd>–</dd>');
    expect(made({ summary: blank, incidents: [] })).toContain('No incident in this period');
  });

  it('says since when anything was recorded, where the period begins before', () => {
    expect(made({ summary: { ...summary, recordedSince: t0 - hour } })).toContain(
      'Recorded since 24 Nov 2026, 13:02',
    );
    expect(made({ summary: { ...summary, recordedSince: 0 } })).not.toContain('Recorded since');
  });

  it('shows names as they are, whatever is in them', () => {
    const name = '<script>alert("1")</script> & Sons';
    const page = made({ subject: name, incidents: [{ ...row, name, storeName: name }] });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Sons');
  });
});

it('markup of ours is kept, texts are escaped, lists are joined', () => {
  expect(html`<p>${'<'}${html`<b>${1}</b>`}${[html`a`, html`b`]}</p>`.html).toBe('<p>&lt;<b>1</b>ab</p>');
});

describe('a row of the table', () => {
  const cells = (about: Partial<IncidentRow>) => {
    const head = tableHead(words, 'Europe/Amsterdam');
    const values = tableRow({ ...row, ...about }, words);
    return Object.fromEntries<string | number | null | undefined>(
      head.map((name, at) => [String(name), values[at]]),
    );
  };

  it('has times as the clock on the wall shows them, and lengths as numbers', () => {
    expect(cells({})).toMatchObject({
      'Store reference': 'UTR-01',
      'Start (Europe/Amsterdam)': '2026-11-24 14:02:11',
      'End (Europe/Amsterdam)': '2026-11-24 14:13:11',
      'Length in seconds': 660,
      State: 'over',
      'Told (Europe/Amsterdam)': '2026-11-24 14:02:17',
      'Why nobody was told': null,
    });
  });

  it('says why nobody was told', () => {
    expect(cells({ toldReason: 'snoozed' })).toMatchObject({
      'Told (Europe/Amsterdam)': null,
      'Why nobody was told': 'everything was snoozed',
    });
  });

  it('has no length where it goes on', () => {
    expect(cells({ end: null, over: 0 })).toMatchObject({
      'Length in seconds': null,
      State: 'still disconnected',
    });
  });
});
