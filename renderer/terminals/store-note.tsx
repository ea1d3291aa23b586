import { Button } from '../components/button.tsx';
import { FailureNote } from '../components/failure-note.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { StoreOverview } from '../model.ts';
import type { TerminalActions } from './use-terminal-actions.ts';

/** Why a store has no answer, or what its answer can mean. */
export function StoreNote({ store, actions }: { store: StoreOverview; actions: TerminalActions }) {
  const words = useWords();
  return (
    <div className="bg-page px-4 py-3 text-sm">
      {store.failure !== null ? (
        <FailureNote failure={store.failure} />
      ) : store.notice === 'all-missing' ? (
        <p>{words('terminals:store.allMissing')}</p>
      ) : (
        <NothingFound onAdd={() => actions.addTo(store)} />
      )}
    </div>
  );
}

function NothingFound({ onAdd }: { onAdd: () => void }) {
  const words = useWords();
  return (
    <div className="max-w-prose">
      <p className="font-semibold">{words('terminals:store.nothingFound.title')}</p>
      <p>{words('terminals:store.nothingFound.reasons')}</p>
      <ul className="mt-1 list-disc pl-5 text-soft">
        <li>{words('terminals:store.nothingFound.off')}</li>
        <li>{words('terminals:store.nothingFound.websockets')}</li>
        <li>{words('terminals:store.nothingFound.region')}</li>
        <li>{words('terminals:store.nothingFound.store')}</li>
      </ul>
      <Button className="mt-3 mb-1" onClick={onAdd}>
        {words('terminals:store.nothingFound.add')}
      </Button>
    </div>
  );
}
