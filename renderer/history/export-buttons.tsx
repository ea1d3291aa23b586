import { FileText, Sheet } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useSavedFile } from '../hooks/use-saved-file.ts';
import { useWords } from '../hooks/use-words.ts';
import { filterRequest, type Filter, type Scope } from './history-model.ts';
import type { Period } from './period.ts';

/** What to send to somebody: the listed incidents as a table, and a report of the period. */
export function ExportButtons({
  scope,
  period,
  filter,
  disabled,
}: {
  scope: Scope;
  period: Period;
  filter: Filter;
  disabled: boolean;
}) {
  const words = useWords();
  const ask = useAsk();
  const sayWhere = useSavedFile('history:export.saved');
  const [busy, setBusy] = useState<'csv' | 'report' | null>(null);

  const save = async (what: 'csv' | 'report') => {
    setBusy(what);
    const reply =
      what === 'csv'
        ? await ask('history.exportCsv', { scope, ...period, ...filterRequest(filter, filter.text) })
        : await ask('history.saveReport', { scope, ...period });
    setBusy(null);
    sayWhere(reply);
  };

  return (
    <>
      <Button disabled={disabled || busy !== null} onClick={() => void save('csv')}>
        {busy === 'csv' ? <Spinner /> : <Sheet aria-hidden className="size-4" />}
        {words('history:export.csv')}
      </Button>
      <Button look="primary" disabled={disabled || busy !== null} onClick={() => void save('report')}>
        {busy === 'report' ? <Spinner /> : <FileText aria-hidden className="size-4" />}
        {words('history:export.report')}
      </Button>
    </>
  );
}
