import type { AccountView } from '../../preload/contract.ts';
import { useWords } from '../hooks/use-words.ts';

/** The stores of an account that cannot be changed here. */
export function StoreTable({ stores }: { stores: AccountView['stores'] }) {
  const words = useWords();
  const withIds = stores.some(({ id }) => id !== '');
  return (
    <div className="max-h-60 overflow-y-auto px-4 pt-3.5">
      <table className="w-full text-left">
        <thead className="text-sm text-soft">
          <tr>
            <th scope="col" className="w-2/5 pb-1 font-normal">
              {words('settings:stores.reference')}
            </th>
            <th scope="col" className="pb-1 font-normal">
              {words('settings:stores.name')}
            </th>
            {withIds && (
              <th scope="col" className="pb-1 font-normal">
                {words('settings:stores.id')}
              </th>
            )}
          </tr>
        </thead>
        <tbody className="select-text">
          {stores.map(({ reference, name, id }) => (
            <tr key={reference} className="border-t border-line">
              <td className="py-1.5">{reference}</td>
              <td className="py-1.5">{name}</td>
              {withIds && <td className="py-1.5">{id}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
