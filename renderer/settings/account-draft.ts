import type { AccountView, Request } from '../../preload/contract.ts';

export type AccountDraft = Request<'settings.saveAccount'>;

/** The account form as it is typed into. `key` stays empty where the stored key is kept. */
export interface AccountValues extends Omit<AccountDraft, 'id'> {
  key: string;
}

export function accountValues(account: AccountView | null): AccountValues {
  if (account === null) {
    return {
      environment: 'live',
      region: 'eu',
      merchantAccount: '',
      endpoint: '',
      stores: [{ reference: '', name: '' }],
      key: '',
    };
  }
  const { environment, region, merchantAccount, endpoint, stores } = account;
  return { environment, region, merchantAccount, endpoint, stores, key: '' };
}

/** As typed, but for the key: that travels by itself. */
export function accountDraft(values: AccountValues, id: string | null): AccountDraft {
  const { environment, region, merchantAccount, endpoint, stores } = values;
  return { id, environment, region, merchantAccount, endpoint, stores };
}

export type FieldName =
  | 'merchantAccount'
  | 'endpoint'
  | 'key'
  | 'root.stores'
  | `stores.${number}.reference`
  | `stores.${number}.name`;

/** Which input an error of main belongs to; null where it belongs to none. `stores`: how many lines there are. */
export function fieldOf(field: string, stores: number): FieldName | null {
  if (field === 'merchantAccount' || field === 'endpoint' || field === 'key') return field;
  const [, index, part] = /^stores\.(\d+)\.(reference|name)$/.exec(field) ?? [];
  if (Number(index) < stores && (part === 'reference' || part === 'name')) {
    return `stores.${Number(index)}.${part}`;
  }
  return field.startsWith('stores') ? 'root.stores' : null;
}
