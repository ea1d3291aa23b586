import type { Words } from '../../assets/locales/index.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { RoundReport } from '../monitor/round.ts';
import { decide } from './policy.ts';
import type { Sender } from './sender.ts';
import { wording } from './wording.ts';

export interface NotifierDeps {
  words: Words;
  /** Of the person's region, for times of day. */
  locale: () => string;
  sender: Sender;
  log: { info(message: string, facts?: object): void };
}

export interface Notifier {
  /** Decides what of a round is told, and tells it. `overview` as it stands after the round. */
  roundEnded(report: RoundReport, overview: Overview): void;
}

export function createNotifier({ words, locale, sender, log }: NotifierDeps): Notifier {
  return {
    roundEnded(report, overview) {
      const { judgements, announcement } = decide(report, { overview });
      for (const judgement of judgements) {
        log.info('notification decided', { round: report.round, ...judgement });
      }
      if (announcement) sender.send(wording(announcement, report.endedAt, words, locale()));
    },
  };
}
