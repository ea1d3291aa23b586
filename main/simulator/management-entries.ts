import type { WorldAccount, WorldStore, WorldTerminal } from './world.ts';

// Entries of the Management API v3, with the members that an importer reads. [O] ManagementService-v3.yaml

export interface Place {
  account: WorldAccount;
  store: WorldStore;
  terminal: WorldTerminal;
}

export function placesOf(accounts: readonly WorldAccount[]): Place[] {
  return accounts.flatMap((account) =>
    account.stores.flatMap((store) => store.terminals.map((terminal) => ({ account, store, terminal }))),
  );
}

export function merchantEntry({ merchantAccount, company = 'ExampleCompany' }: WorldAccount): object {
  return { id: merchantAccount, companyId: company, name: merchantAccount, status: 'Active' };
}

export function storeEntry({ merchantAccount }: WorldAccount, store: WorldStore): object {
  const { id, reference, name, status = 'active' } = store;
  return { id, reference, description: name, shopperStatement: name, merchantId: merchantAccount, status };
}

export function terminalEntry({ account, store, terminal }: Place): object {
  const { poiid, cloudDeviceApiEndpoint, lastActivityAt, restartHour = 6, status = 'boarded' } = terminal;
  const cut = poiid.indexOf('-');
  return {
    id: poiid,
    model: poiid.slice(0, cut),
    serialNumber: poiid.slice(cut + 1),
    restartLocalTime: `${String(restartHour).padStart(2, '0')}:00`,
    ...(lastActivityAt === undefined ? {} : { lastActivityAt }),
    ...(cloudDeviceApiEndpoint === undefined ? {} : { cloudDeviceApiEndpoint }),
    assignment: {
      companyId: account.company ?? 'ExampleCompany',
      status,
      ...(status === 'inventory' ? {} : { merchantId: account.merchantAccount, storeId: store.id }),
      ...(status === 'reassignmentInProgress' ? { reassignmentTarget: { inventory: true } } : {}),
    },
  };
}

export function settingsEntry({ deviceName, restartHour = 6 }: WorldTerminal): object {
  return { hardware: { restartHour }, ...(deviceName === undefined ? {} : { signature: { deviceName } }) };
}
