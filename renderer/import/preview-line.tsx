import { Check } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { Change } from './change.tsx';
import type { Group, Line } from './lines.ts';
import type { ImportItem, ShownPreview } from './model.ts';
import { TickBox } from './tick-box.tsx';
import { stateOf, type Ticks } from './ticks.ts';

interface Common {
  ticks: Ticks;
  /** How its tick takes part in the keyboard's way through the list. */
  box: Pick<ComponentProps<'input'>, 'tabIndex' | 'onFocus' | 'onKeyDown'>;
  onTick: (ids: readonly string[], on: boolean) => void;
}

/** One line of the preview: a store, something to be ticked, or what stays as it is. */
export function PreviewLine({
  line,
  ticks,
  stores,
  box,
  onTick,
}: Common & { line: Line; stores: ShownPreview['stores'] }) {
  const words = useWords();
  switch (line.kind) {
    case 'heading':
      return (
        <h3 className="flex min-h-11 items-center bg-page px-4 font-semibold">
          {words(`import:row.${line.of}`)}
        </h3>
      );
    case 'store':
      return <StoreLine group={line.group} ticks={ticks} box={box} onTick={onTick} />;
    case 'item':
      return <ItemLine item={line.item} ticks={ticks} stores={stores} box={box} onTick={onTick} />;
    case 'present':
      return (
        <Plain
          name={line.terminal.name || line.terminal.poiid}
          about={line.terminal.name === '' ? '' : line.terminal.poiid}
          why={words(line.terminal.watched ? 'import:row.there' : 'import:row.unwatched')}
        />
      );
    case 'left':
      return (
        <Plain name={line.left.name} about={line.left.about} why={words(`import:left.${line.left.why}`)} />
      );
  }
}

function StoreLine({ group, ticks, box, onTick }: Common & { group: Group }) {
  const words = useWords();
  const { name, reference, isNew, isThere, harmless } = group;
  const content = (
    <>
      <span className="min-w-0 flex-1 truncate">
        <span className="font-semibold">{name}</span>
        {name !== reference && <span className="ml-2 text-sm text-soft">{reference}</span>}
      </span>
      {isNew && <Badge look="new">{words('import:row.newStore')}</Badge>}
      {isThere && <There>{words('import:row.there')}</There>}
    </>
  );
  const look = 'flex min-h-11 items-center gap-3 bg-page px-4 py-1.5';
  if (harmless.length === 0) return <div className={cx(look, 'pl-11')}>{content}</div>;
  return (
    <label className={cx(look, 'transition-colors hover:bg-hover')}>
      <TickBox
        state={stateOf(ticks, harmless)}
        {...box}
        aria-label={words('import:row.wholeStore', { name })}
        onChange={(on) => onTick(harmless, on)}
      />
      {content}
    </label>
  );
}

function ItemLine({
  item,
  ticks,
  stores,
  box,
  onTick,
}: Common & { item: ImportItem; stores: ShownPreview['stores'] }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 items-center gap-3 py-1.5 pr-4 pl-10 transition-colors hover:bg-hover"
    >
      <TickBox
        id={id}
        state={ticks.has(item.id) ? 'on' : 'off'}
        {...box}
        onChange={(on) => onTick([item.id], on)}
      />
      <ItemText item={item} stores={stores} />
      <Mark item={item} />
    </label>
  );
}

function ItemText({ item, stores }: { item: ImportItem; stores: ShownPreview['stores'] }) {
  const words = useWords();
  const storeName = (reference: string) =>
    stores.find((store) => store.reference === reference)?.name ?? reference;
  switch (item.kind) {
    case 'add-store':
      return null;
    case 'add-terminal':
      return (
        <span className="min-w-0 flex-1 truncate">
          {item.name || item.poiid}
          {item.name !== '' && <span className="ml-2 text-sm text-soft">{item.poiid}</span>}
        </span>
      );
    case 'move-terminal':
      return (
        <Change
          what={words('import:row.move-terminal', { name: item.name || item.poiid })}
          from={storeName(item.from)}
          to={storeName(item.to)}
        />
      );
    case 'name-terminal':
      return (
        <Change
          what={words('import:row.name-terminal', { poiid: item.poiid })}
          from={item.from}
          to={item.to}
        />
      );
    case 'region':
      return (
        <Change
          what={words('import:row.region')}
          from={words(`settings:region.${item.from}`)}
          to={words(`settings:region.${item.to}`)}
        />
      );
    case 'name-store':
    case 'store-id':
    case 'restart':
      return <Change what={words(`import:row.${item.kind}`)} from={item.from} to={item.to} />;
  }
}

function Mark({ item: { kind, conflict } }: { item: ImportItem }) {
  const words = useWords();
  if (conflict) return <Badge look="yours">{words('import:row.yours')}</Badge>;
  return kind === 'add-terminal' ? (
    <Badge look="new">{words('import:row.new')}</Badge>
  ) : (
    <Badge look="change">{words('import:row.change')}</Badge>
  );
}

/** What has no tick. */
function Plain({ name, about, why }: { name: string; about: string; why: string }) {
  return (
    <p className="flex min-h-11 items-center gap-3 py-1.5 pr-4 pl-17">
      <span className="min-w-0 flex-1 truncate">
        {name}
        {about !== '' && <span className="ml-2 text-sm text-soft">{about}</span>}
      </span>
      <There>{why}</There>
    </p>
  );
}

function There({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-sm text-soft">
      <Check aria-hidden className="size-3.5" />
      {children}
    </span>
  );
}

const badgeLooks = {
  new: 'border-ok-line bg-ok-wash text-ok',
  change: 'border-line bg-accent-wash text-accent',
  yours: 'border-warn-line bg-warn-wash text-warn',
} as const;

function Badge({ look, children }: { look: keyof typeof badgeLooks; children: ReactNode }) {
  return (
    <span className={cx('shrink-0 rounded-full border px-2 py-0.5 text-xs font-semibold', badgeLooks[look])}>
      {children}
    </span>
  );
}
