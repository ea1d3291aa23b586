import { describe, expect, test } from 'vitest';
import { findItem, readMenu, type TrayMenuItem } from '../../support/tray-menu.ts';

function makeItem(label: string, entries: TrayMenuItem[] = []): TrayMenuItem {
  return { id: label.length, label, separator: false, enabled: true, checked: null, entries };
}

const menu = [
  makeItem('Recheck now'),
  makeItem('✓ Utrecht Centraal: 5 of 5 connected', [makeItem('Recheck this store'), makeItem('Checking…')]),
];

test.each([
  { labels: ['Recheck now'], found: 'Recheck now' },
  { labels: [/Utrecht Centraal/, 'Recheck this store'], found: 'Recheck this store' },
  { labels: [/Utrecht Centraal/, 'Checking…'], found: 'Checking…' },
  { labels: ['Recheck'], found: undefined },
  { labels: ['Recheck now', 'Recheck this store'], found: undefined },
  { labels: [], found: undefined },
])('$labels leads to $found', ({ labels, found }) => {
  expect(findItem(menu, labels)?.label).toBe(found);
});

describe('a layout as it comes over the bus', () => {
  const layout = [
    0,
    {},
    [
      [1, { label: '1 of 9 _& 2__3', enabled: false }, []],
      [2, { label: 'hidden', visible: false }, []],
      [3, { type: 'separator' }, []],
      [4, { label: 'Paused', 'toggle-type': 'checkmark', 'toggle-state': 1 }, [[5, { label: 'Inner' }, []]]],
    ],
  ];
  const read = () =>
    readMenu(
      {
        call: () => Promise.resolve([1, layout]),
        onSignal: () => Promise.resolve(),
        own: () => Promise.resolve(),
        disown: () => Promise.resolve(),
        answer: () => undefined,
        emit: () => undefined,
        monitor: () => Promise.resolve(),
        close: () => undefined,
      },
      ':1.1',
      '/menu',
    );

  test('reads as people see it: access keys taken out, invisible items left out', async () => {
    const labels = (await read()).map((item) => item.label);
    expect(labels).toEqual(['1 of 9 & 2_3', '', 'Paused']);
  });

  test('keeps what kind of item each is', async () => {
    const [first, second, third] = await read();
    expect(first).toMatchObject({ enabled: false, checked: null });
    expect(second).toMatchObject({ separator: true });
    expect(third).toMatchObject({ enabled: true, checked: true, entries: [{ id: 5, label: 'Inner' }] });
  });
});
