import { useWords } from '../hooks/use-words.ts';

/** In the vendor's order, then where to look on the terminal itself. */
const steps = ['websockets', 'power', 'restart', 'cloud', 'diagnostics'] as const;

export function RestoreSteps() {
  const words = useWords();
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
