import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { Failure } from '../model.ts';
import { mendingsOf } from './answers.ts';
import type { SetupModel } from './use-setup.ts';

/** The ways to where failures can be mended, as far as that is not the step where one is. */
export function MendButtons({ failures, model }: { failures: readonly Failure[]; model: SetupModel }) {
  const words = useWords();
  const places = mendingsOf(failures).filter((place) => place !== model.step);
  if (places.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {places.map((place) =>
        place === 'network' ? (
          <Button key={place} onClick={model.openNetwork}>
            {words('setup:mend.network')}
          </Button>
        ) : (
          <Button key={place} onClick={() => model.go(place)}>
            {words('setup:mend.step', { step: words(`setup:${place}.name`) })}
          </Button>
        ),
      )}
    </div>
  );
}
