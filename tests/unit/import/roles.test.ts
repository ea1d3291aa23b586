import { describe, expect, it } from 'vitest';
import { abilitiesOf, type Abilities } from '../../../main/import/roles.ts';

const nothing: Abilities = { cloudDevice: false, stores: false, terminals: false, terminalSettings: false };

describe('the roles of a key', () => {
  it.each<[string[], Partial<Abilities>]>([
    [[], {}],
    [['Checkout encrypted cardholder data', 'Merchant Report role'], {}],
    [['Cloud Device API role'], { cloudDevice: true }],
    [['Management API—Stores read'], { stores: true }],
    [['Management API — Stores read and write'], { stores: true }],
    [['Management API—Stores write'], {}],
    [['Management API-Terminal actions read'], { terminals: true }],
    [['management api terminal settings read and write'], { terminalSettings: true }],
    [['Management API—Terminal settings Advanced read'], {}],
  ])('%j', (roles, abilities) => {
    expect(abilitiesOf(roles)).toEqual({ ...nothing, ...abilities });
  });
});
