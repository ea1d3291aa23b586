import { expect, it } from 'vitest';
import { hostNetworkService } from '../../../main/platform/network-service.ts';

it.each([
  ['', 'NetworkServiceInProcess2'],
  [
    'WaylandWindowDecorations,UseOzonePlatform',
    'WaylandWindowDecorations,UseOzonePlatform,NetworkServiceInProcess2',
  ],
])('with the features "%s" of the command line, Chromium is started with "%s"', (given, expected) => {
  const switches = new Map([['enable-features', given]]);
  hostNetworkService({
    getSwitchValue: (name) => switches.get(name) ?? '',
    appendSwitch: (name, value) => void switches.set(name, value),
  });
  expect(switches.get('enable-features')).toBe(expected);
});
