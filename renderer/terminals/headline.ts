import { failureWords } from '../../assets/locales/failure.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { Overview, StoreOverview } from '../model.ts';

/** The banner: one sentence for everything, and where to look. How long it has lasted is added by who shows it. */
export interface Headline {
  title: string;
  detail: string;
}

export function headline(overview: Overview, words: Words): Headline {
  const { counts, failure } = overview;
  switch (overview.verdict) {
    case 'connected':
      return { title: words('terminals:banner.connected', { count: counts.expected }), detail: '' };
    case 'disconnected':
      return { title: disconnectedTitle(overview, words), detail: whereWords(overview.stores, words) };
    case 'offline':
    case 'attention':
      return {
        title: failure === null ? words('terminals:banner.attention') : failureWords(failure, words).store,
        detail: '',
      };
    case 'unknown':
      return unknownHeadline(overview, words);
  }
}

/** Under way, and nothing is known before it is over. */
export function isFirstCheck({ verdict, checking, checkedAt, unconfigured }: Overview): boolean {
  return verdict === 'unknown' && checking && checkedAt === null && !unconfigured;
}

function disconnectedTitle({ counts }: Overview, words: Words): string {
  if (counts.expected === 1) return words('terminals:banner.disconnectedOnly');
  return words('terminals:banner.disconnected', { count: counts.disconnected, expected: counts.expected });
}

function unknownHeadline({ counts, checking, checkedAt, unconfigured }: Overview, words: Words): Headline {
  if (unconfigured) {
    return {
      title: words('terminals:banner.noStore'),
      detail: words('terminals:banner.noStoreDetail'),
    };
  }
  if (checkedAt === null) {
    return checking
      ? { title: words('terminals:banner.firstCheck'), detail: words('terminals:banner.firstCheckDetail') }
      : { title: words('terminals:banner.noAnswer'), detail: words('terminals:banner.noAnswerDetail') };
  }
  if (counts.unknown > 0) {
    return { title: words('terminals:banner.unknownSome', { count: counts.unknown }), detail: '' };
  }
  return { title: words('terminals:banner.nothingFound'), detail: '' };
}

const mostStores = 2;
const mostTerminals = 3;

/** "Utrecht Centraal: Till 3, Till 1 · Amersfoort: Kiosk · 2 more" */
function whereWords(stores: StoreOverview[], words: Words): string {
  const affected = stores.filter((store) => store.counts.disconnected > 0);
  const named = affected.slice(0, mostStores).map((store) => {
    const names = store.terminals.filter(({ status }) => status === 'disconnected').map(({ name }) => name);
    return words('terminals:banner.where', {
      store: store.name,
      terminals: shortened(names, mostTerminals, ', ', words),
    });
  });
  const rest = affected.length - named.length;
  return [...named, ...(rest > 0 ? [words('terminals:banner.more', { count: rest })] : [])].join(' · ');
}

function shortened(names: string[], most: number, comma: string, words: Words): string {
  const rest = names.length - most;
  if (rest <= 0) return names.join(comma);
  return [...names.slice(0, most), words('terminals:banner.more', { count: rest })].join(comma);
}
