import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as english from '../../../assets/locales/en/index.ts';
import { createSpeech, type Words } from '../../../assets/locales/index.ts';
import { languages, type Language } from '../../../assets/locales/language.ts';
import type { Overview } from '../../../main/monitor/overview-types.ts';
import type { TerminalStatus } from '../../../main/monitor/terminal.ts';
import { subjectsOf } from '../../../main/tray/subjects.ts';
import { createTrayViews } from '../../../main/tray/view-model.ts';
import { entriesOf } from '../../support/entries.ts';
import { makeOverview, makeStore, makeTerminal, makeTerminals, minutes, twoPastTwo } from './make.ts';

/** What Windows shows. */
const limit = 127;
const quiet = { snoozes: [], acknowledged: [], withHours: [] };
const many = (status: TerminalStatus, count: number) =>
  makeTerminals(Array<TerminalStatus>(count).fill(status));

const situations: [string, Overview][] = [
  ['all are connected', makeOverview([makeStore({ terminals: many('connected', 1234) })])],
  ['one is disconnected', dropped([makeTerminal({ name: 'Service desk', status: 'disconnected' })])],
  ['many are', dropped([...many('disconnected', 234), ...many('connected', 1000)])],
  ['many are not known', makeOverview([makeStore({ verdict: 'unknown', terminals: many('unknown', 1234) })])],
  ['nothing is set up', makeOverview([])],
];

describe.each(languages)('the tooltip in %s', (language) => {
  it.each(situations)('says whole that %s', async (_what, overview) => {
    expect(await tooltip(overview, language)).not.toContain('…');
  });

  it('says whole why nothing can be checked, and since when', async () => {
    const words = await wordsOf(language);
    const sentences = [...entriesOf(english).keys()].filter((key) => /^failure:.*\.store$/.test(key));
    const tooltips = sentences.map((key) => {
      const sentence: unknown = Reflect.apply(words, null, [key, { issuer: 'Zscaler' }]);
      const why = String(sentence).replace(/\.$/, '');
      const headline = words('tray:headline.failingSince', { why, at: '14:02' });
      return words('tray:tooltip.title', { headline });
    });
    expect(tooltips.length).toBeGreaterThan(10);
    expect(tooltips.filter(({ length }) => length > limit)).toEqual([]);
  });

  it('is never longer than what a system shows', async () => {
    const words = await wordsOf(language);
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    const status = fc.constantFrom<TerminalStatus>('connected', 'suspect', 'disconnected', 'unknown');
    const terminals = fc.array(fc.record({ name, status }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.record({ name, terminals }), { maxLength: 4 }), (stores) => {
        const overview = makeOverview(
          stores.map((store) => makeStore({ ...store, terminals: store.terminals.map(makeTerminal) })),
        );
        expect(say(overview, words, language).length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 30 },
    );
  });
});

function dropped(terminals: ReturnType<typeof makeTerminals>): Overview {
  return makeOverview([makeStore({ name: 'Utrecht Centraal', verdict: 'disconnected', terminals })]);
}

async function tooltip(overview: Overview, language: Language): Promise<string> {
  return say(overview, await wordsOf(language), language);
}

function say(overview: Overview, words: Words, locale: string): string {
  const now = twoPastTwo + minutes(25 * 60 + 59);
  const [view] = createTrayViews()(subjectsOf(overview, 'one', words), { quiet, now, words, locale });
  if (!view) throw new Error('there is no icon');
  return view.tooltip;
}

async function wordsOf(language: Language): Promise<Words> {
  const { words, speak } = createSpeech();
  await speak(language);
  return words;
}
