import type { ImportResponses, ShownPreview } from '../../preload/import.ts';

export type { Counts, ImportProblem, ImportProgress, ShownPreview } from '../../preload/import.ts';

export type ImportItem = ShownPreview['items'][number];
export type Abilities = NonNullable<ShownPreview['abilities']>;
export type PresentTerminal = ShownPreview['present'][number];
export type Imported = Extract<ImportResponses['import.apply'], { kind: 'imported' }>;
