import { expect, it } from 'vitest';
import { hostArrival, type HostArrival } from '../../../main/tray/late-host.ts';

it.each<[string, (string | Error)[], HostArrival]>([
  ['a panel that is there is not waited for', ['(true,)\n'], 'there'],
  ['one that is not is waited for', ['(false,)\n', ''], 'arrived'],
  ['without the tool nothing is known', [new Error('ENOENT')], 'unknown'],
  ['without a bus in the end nothing is known', ['(false,)\n', new Error('closed')], 'unknown'],
])('%s', async (_case, answers, expected) => {
  const commands: string[] = [];
  const arrival = await hostArrival(async (program, [command]) => {
    const answer = answers[commands.length] ?? new Error('asked too often');
    commands.push(`${program} ${command}`);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  expect(arrival).toBe(expected);
  expect(commands).toEqual(['gdbus call', 'gdbus wait'].slice(0, answers.length));
});
