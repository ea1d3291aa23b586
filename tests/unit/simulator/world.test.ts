import { describe, expect, it } from 'vitest';
import type { World, WorldChange } from '../../../main/simulator/world.ts';
import { makeWorld } from './make.ts';

function watch(world: World): WorldChange[] {
  const changes: WorldChange[] = [];
  world.onChange((change) => changes.push(change));
  return changes;
}

function connectedIn(world: World, reference: string): string[] {
  return world.accounts
    .flatMap((account) => account.stores)
    .filter((store) => store.reference === reference)
    .flatMap((store) => store.terminals)
    .filter((terminal) => terminal.connected)
    .map((terminal) => terminal.poiid);
}

describe('a world', () => {
  it('drops and restores a terminal, and tells each change once', () => {
    const world = makeWorld();
    const changes = watch(world);
    world.drop('V400m-324688179');
    world.drop('V400m-324688179');
    expect(connectedIn(world, 'AMS-01')).toEqual(['S1F2-000158213605014']);
    world.restore('V400m-324688179');
    expect(connectedIn(world, 'AMS-01')).toEqual(['V400m-324688179', 'S1F2-000158213605014']);
    expect(changes.map(({ kind }) => kind)).toEqual(['dropped', 'restored']);
  });

  it('drops a whole store and leaves the others alone', () => {
    const world = makeWorld();
    const changes = watch(world);
    world.dropStore('AMS-01');
    expect(connectedIn(world, 'AMS-01')).toEqual([]);
    expect(connectedIn(world, 'UTR-01')).toHaveLength(1);
    expect(changes.map(({ poiid }) => poiid)).toEqual([
      'V400m-324688179',
      'S1F2-000158213605014',
      '5f0c1a52-sdk',
    ]);
    world.restoreStore('AMS-01');
    expect(connectedIn(world, 'AMS-01')).toHaveLength(3);
  });

  it('moves a terminal as it is', () => {
    const world = makeWorld();
    world.move('V400m-324688179', 'UTR-01');
    expect(connectedIn(world, 'AMS-01')).toEqual(['S1F2-000158213605014']);
    expect(connectedIn(world, 'UTR-01')).toEqual(['AMS1-000168242800763', 'V400m-324688179']);
  });

  it('adds a terminal only once', () => {
    const world = makeWorld();
    expect(world.add('V400m-1', 'UTR-01')).toBe(true);
    expect(world.add('V400m-1', 'AMS-01')).toBe(false);
    expect(connectedIn(world, 'UTR-01')).toContain('V400m-1');
  });

  it('says what does not exist', () => {
    const world = makeWorld();
    const changes = watch(world);
    expect([
      world.drop('V400m-0'),
      world.restore('V400m-0'),
      world.dropStore('XXX'),
      world.restoreStore('XXX'),
      world.add('V400m-0', 'XXX'),
      world.move('V400m-0', 'AMS-01'),
      world.move('V400m-324688179', 'XXX'),
    ]).toEqual(Array(7).fill(false));
    expect(changes).toEqual([]);
  });
});

describe('an SDK installation', () => {
  const connectedInstallations = (world: World, reference: string) =>
    world.accounts
      .flatMap(({ stores }) => stores)
      .filter((store) => store.reference === reference)
      .flatMap(({ installations = [] }) => installations)
      .map(({ poiid, connected }) => [poiid, connected]);

  it('drops and comes back as a terminal does, also with its store', () => {
    const world = makeWorld();
    world.drop('5f0c1a52-sdk');
    expect(connectedInstallations(world, 'AMS-01')).toEqual([['5f0c1a52-sdk', false]]);
    world.restoreStore('AMS-01');
    expect(connectedInstallations(world, 'AMS-01')).toEqual([['5f0c1a52-sdk', true]]);
  });

  it('stays one when it moves', () => {
    const world = makeWorld();
    world.move('5f0c1a52-sdk', 'UTR-01');
    expect(connectedInstallations(world, 'AMS-01')).toEqual([]);
    expect(connectedInstallations(world, 'UTR-01')).toEqual([['5f0c1a52-sdk', true]]);
    expect(connectedIn(world, 'UTR-01')).toEqual(['AMS1-000168242800763']);
  });
});
