import type { World, WorldAccount } from './world.ts';

/** Names of roles, as `/me` lists them. */
export const role = {
  /** [?] The role for the terminal-api hosts is named nowhere. */
  terminalApi: 'Terminal API',
  // [O] CloudDeviceService-v1.yaml
  cloudDevice: 'Cloud Device API role',
  // [O] ManagementService-v3.yaml
  account: 'Management API—Account read',
  stores: 'Management API—Stores read',
  terminals: 'Management API—Terminal actions read',
  terminalSettings: 'Management API—Terminal settings read',
} as const;

export function isKnown({ accounts }: World, key: string): boolean {
  return accounts.some(
    ({ keys, keysWithoutRole }) => keys.includes(key) || keysWithoutRole?.includes(key) === true,
  );
}

export function accountsOf({ accounts }: World, key: string): WorldAccount[] {
  return accounts.filter(({ keys }) => keys.includes(key));
}

export function rolesOf(world: World, key: string): string[] {
  const [first] = accountsOf(world, key);
  return first === undefined ? [] : (first.rolesOfKeys?.[key] ?? Object.values(role));
}

export function holds(world: World, key: string, name: string): boolean {
  return rolesOf(world, key).includes(name);
}
