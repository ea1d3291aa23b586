import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import { percent } from '../../assets/locales/percent.ts';
import { html, type Html } from './html.ts';
import { stateOf } from './incident-table.ts';
import type { IncidentRow, Period, Summary } from './questions.ts';
import { uptime, type Shares } from './uptime.ts';

export interface ReportData {
  /** Name of the store, or of all of them. */
  subject: string;
  period: Period;
  /** Epoch ms. */
  madeAt: number;
  summary: Summary;
  days: { start: number; incidents: number; shares: Shares }[];
  /** Newest first. */
  incidents: readonly IncidentRow[];
  /** There are more than these. */
  cut: boolean;
}

export interface ReportVoice {
  words: Words;
  /** For dates and numbers. */
  locale: string;
  language: string;
}

/** A page to print and to send: what was measured, how, and how much of the time. A whole document of its own. */
export function report(data: ReportData, { words, locale, language }: ReportVoice): string {
  const { subject, period, summary, days, incidents } = data;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const shareText = (share: number | null) => (share === null ? '–' : percent(share, locale, words, 2));
  const long = (ms: number | null) => (ms === null ? '–' : duration(ms, words));
  const facts: [string, string][] = [
    [words('history:report.connected'), shareText(summary.uptime.connected)],
    [words('history:report.watched'), shareText(summary.uptime.watched)],
    [words('history:report.incidents'), summary.incidents.toLocaleString(locale)],
    [words('history:report.wide'), summary.storeWide.toLocaleString(locale)],
    [words('history:report.recover'), long(summary.toRecoverMs)],
    [words('history:report.between'), long(summary.betweenDropsMs)],
  ];
  const time = (at: number) => moment.format(at);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${words('history:report.title', { subject })}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <header>
          <h1>${words('history:report.title', { subject })}</h1>
          <p>
            ${words('history:period.shown', { from: date.format(period.from), to: date.format(period.to) })}
          </p>
        </header>
        <dl>
          ${facts.map(
            ([term, value]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
        ${summary.recordedSince !== null && summary.recordedSince > period.from ? html`<p>${words('history:report.since', { time: time(summary.recordedSince) })}</p>` : ''}
        ${storesOf(summary, words, shareText, locale)}
        <h2>${words('history:report.days')}</h2>
        <table class="days">
          ${numbersHead(words('history:report.day'), words)}
          <tbody>
            ${days.map((day) => dayRow(day, date, shareText, locale))}
          </tbody>
        </table>
        <h2>${words('history:report.list')}</h2>
        ${
          incidents.length === 0
            ? html`<p>${words('history:list.none')}</p>`
            : html`<table>
                <thead>
                  <tr>
                    <th>${words('history:list.when')}</th>
                    <th>${words('history:list.store')}</th>
                    <th>${words('history:list.terminal')}</th>
                    <th>${words('history:list.lasted')}</th>
                    <th>${words('history:list.what')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${incidents.map((row) => incidentRow(row, data.madeAt, time, words))}
                </tbody>
              </table>`
        }
        ${data.cut ? html`<p>${words('history:report.cut', { count: incidents.length })}</p>` : ''}
        <h2>${words('history:report.method.title')}</h2>
        ${(['asked', 'confirmed', 'watched', 'restart'] as const).map((part) => html`<p>${words(`history:report.method.${part}`)}</p>`)}
        <footer>${words('history:report.made', { time: time(data.madeAt) })}</footer>
      </body>
    </html>`.html;
}

/** Of a table that says the same of each, whatever that is. */
function numbersHead(first: string, words: Words): Html {
  return html`<thead>
    <tr>
      <th>${first}</th>
      <th class="number">${words('history:report.connected')}</th>
      <th class="number">${words('history:report.watched')}</th>
      <th class="number">${words('history:report.incidents')}</th>
    </tr>
  </thead>`;
}

function storesOf(
  { stores }: Summary,
  words: Words,
  shareText: (share: number | null) => string,
  locale: string,
): Html | '' {
  if (stores.length < 2) return '';
  return html`<h2>${words('history:stores.title')}</h2>
    <table>
      ${numbersHead(words('history:list.store'), words)}
      <tbody>
        ${stores.map(
          ({ storeName, uptime: { connected, watched }, incidents }) =>
            html`<tr>
              <td>${storeName}</td>
              <td class="number">${shareText(connected)}</td>
              <td class="number">${shareText(watched)}</td>
              <td class="number">${incidents.toLocaleString(locale)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function dayRow(
  { start, incidents, shares }: ReportData['days'][number],
  date: Intl.DateTimeFormat,
  shareText: (share: number | null) => string,
  locale: string,
): Html {
  const { connected, watched } = uptime(shares);
  return html`<tr>
    <td>${date.format(start)}</td>
    <td class="number">${shareText(connected)}</td>
    <td class="number">${shareText(watched)}</td>
    <td class="number">${watched === 0 && incidents === 0 ? '–' : incidents.toLocaleString(locale)}</td>
  </tr>`;
}

function incidentRow(row: IncidentRow, now: number, time: (at: number) => string, words: Words): Html {
  const lasted = duration((row.end ?? row.lost ?? now) - row.start, words);
  const state = stateOf(row);
  return html`<tr>
    <td>${time(row.start)}</td>
    <td>${row.storeName}</td>
    <td>${row.name}${row.name === row.poiid ? '' : html`<small>${row.poiid}</small>`}</td>
    <td>${lasted}${state === 'over' ? '' : html`<small>${words(`history:state.${state}`)}</small>`}</td>
    <td>
      ${words(`history:cause.${row.cause}`)}${row.confirmedBy === null ? '' : html`<small>${words(`history:confirmed.${row.confirmedBy}`)}</small>`}
    </td>
  </tr>`;
}

const style = `
body { font: 10pt/1.4 Inter, 'Segoe UI', system-ui, sans-serif; color: #18191d; margin: 0; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 12pt; margin: 18pt 0 4pt; break-after: avoid; }
p { margin: 2pt 0 6pt; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6pt; margin: 10pt 0; }
dl div { border: 1px solid #d5d6db; border-radius: 6px; padding: 6pt 8pt; }
dt, small, footer { color: #5b5d67; font-size: 8.5pt; }
dd { margin: 0; font-size: 14pt; font-weight: bold; }
small { display: block; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 3pt 8pt 3pt 0; border-bottom: 1px solid #e1e2e6; }
th { font-size: 8.5pt; color: #5b5d67; font-weight: normal; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { margin-top: 18pt; }
`;
