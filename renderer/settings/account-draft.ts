import type { AccountView, Request } from '../../preload/contract.ts';

export type AccountDraft = Request<'settings.saveAccount'>;

/** The account form as it is typed into. `key` stays empty where the stored key is kept. */
export interface AccountValues extends Omit<AccountDraft, 'id'> {
  key: string;
}

export const regions = ['eu', 'us', 'au', 'apse', 'nea'] as const;

export const emptyStore: AccountDraft['stores'][number] = { reference: '', name: '', id: '' };

export function accountValues(account: AccountView | null): AccountValues {
  if (account === null) {
    return {
      environment: 'live',
      region: 'eu',
      merchantAccount: '',
      endpoint: '',
      source: 'auto',
      stores: [emptyStore],
      key: '',
    };
  }
  const { environment, region, merchantAccount, endpoint, source, stores } = account;
  return { environment, region, merchantAccount, endpoint, source, stores, key: '' };
}

/** As typed, but for the key: that travels by itself. */
export function accountDraft(values: AccountValues, id: string | null): AccountDraft {
  const { environment, region, merchantAccount, endpoint, source, stores } = values;
  return { id, environment, region, merchantAccount, endpoint, source, stores };
}

export const ownFields = ['merchantAccount', 'endpoint', 'source', 'key'] as const;

export type FieldName =
  | (typeof ownFields)[number]
  | 'root.stores'
  | `stores.${number}.reference`
  | `stores.${number}.name`
  | `stores.${number}.id`;

/** Which input an error of main belongs to; null where it belongs to none. `stores`: how many lines there are. */
export function fieldOf(field: string, stores: number): FieldName | null {
  const own = ownFields.find((name) => name === field);
  if (own) return own;
  const [, index, part] = /^stores\.(\d+)\.(reference|name|id)$/.exec(field) ?? [];
  if (Number(index) < stores && (part === 'reference' || part === 'name' || part === 'id')) {
    return `stores.${Number(index)}.${part}`;
  }
  return field.startsWith('stores') ? 'root.stores' : null;
}
