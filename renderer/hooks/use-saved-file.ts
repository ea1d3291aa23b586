import type { Reply } from '../../preload/contract.ts';
import type { ExportResult } from '../../preload/history.ts';
import { useToast } from '../components/toaster.tsx';
import { useWords } from './use-words.ts';

type Saved = 'history:export.saved' | 'settings:configuration.saved' | 'settings:diagnostics.saved';

/** Says where something was saved; of what the user did not want after all there is nothing to say. */
export function useSavedFile(saved: Saved): (reply: Reply<ExportResult>) => void {
  const words = useWords();
  const toast = useToast();
  return (reply) => {
    if (reply.ok && reply.value.saved !== null) toast({ text: words(saved, { file: reply.value.saved }) });
  };
}
