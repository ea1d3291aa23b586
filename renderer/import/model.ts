import type { ShownPreview } from '../../preload/import.ts';

export type { ImportProblem, ImportProgress, ShownPreview } from '../../preload/import.ts';

export type ImportItem = ShownPreview['items'][number];
export type Abilities = NonNullable<ShownPreview['abilities']>;
export type PresentTerminal = ShownPreview['present'][number];
