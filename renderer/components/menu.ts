/** The one look of everything that drops down. */
export const menuLook = 'z-40 min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float';
export const menuItem =
  'flex h-8 items-center gap-2.5 rounded-md px-2.5 outline-none data-highlighted:bg-hover data-disabled:opacity-55 forced-colors:data-highlighted:bg-[Highlight]';
