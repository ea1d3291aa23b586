import { isEqual } from 'es-toolkit';
import type { AccountView, Request } from '../../preload/contract.ts';

export type AccountDraft = Request<'settings.saveAccount'>;
type Stores = AccountDraft['stores'];

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

/**
 * What is typed, once the account has become another one elsewhere, by an import for example: its changes are taken over,
 * except where something else was typed.
 * @param base what the account was when it was last looked at
 */
export function rebased(typed: AccountValues, base: AccountValues, next: AccountValues): AccountValues {
  const field = <K extends keyof AccountValues>(name: K) =>
    isEqual(typed[name], base[name]) ? next[name] : typed[name];
  return {
    environment: field('environment'),
    region: field('region'),
    merchantAccount: field('merchantAccount'),
    endpoint: field('endpoint'),
    source: field('source'),
    stores: rebasedStores(typed.stores, base.stores, next.stores),
    key: typed.key,
  };
}

function rebasedStores(typed: Stores, base: Stores, next: Stores): Stores {
  const byReference = (stores: Stores) => new Map(stores.map((store) => [store.reference.trim(), store]));
  const [was, is, here] = [byReference(base), byReference(next), byReference(typed)];
  const kept = typed.flatMap((store) => {
    const reference = store.reference.trim();
    if (!isEqual(store, was.get(reference))) return [store];
    return is.get(reference) ?? [];
  });
  const added = next.filter(({ reference }) => !was.has(reference) && !here.has(reference));
  return [...kept, ...added];
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
