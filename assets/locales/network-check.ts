import type { HostCheck, NetworkCheckReport, Step } from '../../main/terminal-api/network-check.ts';
import { failureWords } from './failure.ts';
import type { Words } from './index.ts';

/** What there is to say of a step, a sentence each. */
export function stepWords(step: Step, words: Words, locale: string): string[] {
  switch (step.result) {
    case 'skipped':
      return [words(`settings:networkCheck.skipped.${step.why}`)];
    case 'failed': {
      const { support, remedy } = failureWords(step.failure, words);
      return [support, remedy];
    }
    case 'ok': {
      const { addresses, protocol, issuer, until } = step.facts;
      if (addresses !== undefined) return [addresses];
      if (protocol === undefined || until === undefined) return [];
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(until);
      return [
        words('settings:networkCheck.fact', {
          protocol,
          until: day,
          issuer: issuer || words('failure:unknownIssuer'),
        }),
      ];
    }
  }
}

export function hostWords({ host, port, proxy }: HostCheck, words: Words): string {
  return proxy === null
    ? words('settings:networkCheck.host', { host, port })
    : words('settings:networkCheck.hostByProxy', { host, port, proxy });
}

/** The report as somebody sends it, or as it lies among the diagnostics. */
export function networkCheckText(report: NetworkCheckReport, words: Words, locale: string): string {
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(report.at);
  const hosts = report.hosts.flatMap((host) => [
    '',
    hostWords(host, words),
    ...host.steps.map((step) => `  ${stepLine(step, words, locale)}`),
  ]);
  const allow = report.allow.map(
    ({ host, port, use }) => `  ${words(`settings:networkCheck.allow.${use}`, { host, port })}`,
  );
  return [
    words('settings:networkCheck.heading', { at }),
    ...(hosts.length > 0 ? hosts : ['', words('settings:networkCheck.none')]),
    ...(allow.length > 0 ? ['', words('settings:networkCheck.allow.explain'), ...allow] : []),
    '',
  ].join('\n');
}

function stepLine(step: Step, words: Words, locale: string): string {
  const name = words(`settings:networkCheck.step.${step.step}`);
  const result = words(`settings:networkCheck.result.${step.result}`);
  const took = step.result === 'skipped' ? '' : ` (${words('settings:networkCheck.took', { ms: step.ms })})`;
  return `${name}: ${[result + took, ...stepWords(step, words, locale)].join('. ').replaceAll('..', '.')}`;
}
