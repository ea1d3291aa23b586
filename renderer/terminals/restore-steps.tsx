import { useWords } from '../hooks/use-words.ts';

/**
 * The vendor's steps, then where to look on the terminal itself. The vendor begins with WebSockets; where the
 * terminal has been connected before they were enabled, so that question comes last.
 */
const onSite = ['power', 'restart', 'cloud', 'diagnostics'] as const;

export function RestoreSteps({ neverSeen }: { neverSeen: boolean }) {
  const words = useWords();
  const steps = neverSeen ? (['websockets', ...onSite] as const) : ([...onSite, 'websockets'] as const);
  return (
    <section>
      <h3 className="mb-1.5 font-semibold">{words('terminals:restore.title')}</h3>
      <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-sm marker:text-soft">
        {steps.map((step) => (
          <li key={step} className="pl-1">
            {words(`terminals:restore.${step}`)}
          </li>
        ))}
      </ol>
    </section>
  );
}
