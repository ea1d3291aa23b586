import { describe, expect, it } from 'vitest';
import { createPainter, type MenuItemTemplate } from '../../../main/tray/painter.ts';
import type { TrayAction, TrayView } from '../../../main/tray/view-types.ts';

type Template = MenuItemTemplate[];

/** A tray that writes down what is done to it, and the painter that does it. */
function makePainter() {
  const calls: string[] = [];
  const actions: TrayAction[] = [];
  const clicks: (() => void)[] = [];
  const menus: Template[] = [];
  const painter = createPainter<string, Template>({
    createTray(image) {
      calls.push(`create ${image}`);
      return {
        setImage: (next) => calls.push(`image ${next}`),
        setToolTip: (text) => calls.push(`tooltip ${text}`),
        setContextMenu(menu) {
          calls.push('menu');
          menus.push(menu);
        },
        on: (_event, listener) => clicks.push(listener),
        destroy: () => calls.push('destroy'),
      };
    },
    buildMenu: (template) => template,
    image: (icon) => `${icon}.png`,
    act: (action) => actions.push(action),
  });
  return { painter, calls, actions, clicks, menus };
}

function makeView(given: Partial<TrayView> = {}): TrayView {
  return { icon: 'connected', tooltip: 'fine', menu: [{ kind: 'line', label: 'fine' }], ...given };
}

describe('painter', () => {
  it('puts the icon up with the first view', () => {
    const { painter, calls } = makePainter();
    expect(calls).toEqual([]);
    painter.paint(makeView());
    expect(calls).toEqual(['create connected.png', 'tooltip fine', 'menu']);
  });

  it.each<[string, Partial<TrayView>, string[]]>([
    ['nothing', {}, []],
    ['the icon', { icon: 'disconnected-1' }, ['image disconnected-1.png']],
    ['the tooltip', { tooltip: 'not fine' }, ['tooltip not fine']],
    ['the menu', { menu: [{ kind: 'line', label: 'not fine' }] }, ['menu']],
  ])('repaints only what changed: %s', (_case, change, repainted) => {
    const { painter, calls } = makePainter();
    painter.paint(makeView());
    calls.length = 0;
    painter.paint(makeView(change));
    expect(calls).toEqual(repainted);
  });

  it('made anew it shows the same, and before the first view there is nothing to make', () => {
    const { painter, calls } = makePainter();
    painter.remake();
    expect(calls).toEqual([]);
    painter.paint(makeView());
    calls.length = 0;
    painter.remake();
    expect(calls).toEqual(['destroy', 'create connected.png', 'tooltip fine', 'menu']);
  });

  it('compares with what is shown, not with what was shown first', () => {
    const { painter, calls } = makePainter();
    painter.paint(makeView());
    painter.paint(makeView({ icon: 'offline' }));
    calls.length = 0;
    painter.paint(makeView());
    expect(calls).toEqual(['image connected.png']);
  });

  it('makes a native menu of the entries, each with its action', () => {
    const { painter, menus, actions } = makePainter();
    painter.paint(
      makeView({
        menu: [
          { kind: 'line', label: 'Wrong' },
          { kind: 'separator' },
          {
            kind: 'submenu',
            label: 'Store',
            entries: [{ kind: 'item', label: 'Quit', enabled: true, action: { kind: 'quit' } }],
          },
          { kind: 'item', label: 'Checking…', enabled: false, action: { kind: 'settings' } },
        ],
      }),
    );
    const click: unknown = expect.any(Function);
    expect(menus).toEqual([
      [
        { label: 'Wrong', enabled: false },
        { type: 'separator' },
        { label: 'Store', submenu: [{ label: 'Quit', enabled: true, click }] },
        { label: 'Checking…', enabled: false, click },
      ],
    ]);
    menus[0]?.[2]?.submenu?.[0]?.click?.();
    expect(actions).toEqual([{ kind: 'quit' }]);
  });

  it('opens the window on a click, once however often it paints', () => {
    const { painter, clicks, actions } = makePainter();
    painter.paint(makeView());
    painter.paint(makeView({ icon: 'offline' }));
    for (const click of clicks) click();
    expect(actions).toEqual([{ kind: 'open', terminal: null }]);
  });

  it('takes the icon away when destroyed', () => {
    const { painter, calls } = makePainter();
    painter.destroy();
    painter.paint(makeView());
    painter.destroy();
    expect(calls.at(-1)).toBe('destroy');
    expect(calls.filter((call) => call === 'destroy')).toHaveLength(1);
  });
});
