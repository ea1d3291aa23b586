import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';

export const menuItem =
  'flex h-8 items-center gap-2.5 rounded-md px-2.5 outline-none data-highlighted:bg-hover data-disabled:opacity-55 forced-colors:data-highlighted:bg-[Highlight]';

/** What drops down. Inside the page's main part, so that a screen reader meets it in a region that it knows. */
export function MenuContent(props: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal container={document.querySelector('main')}>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        {...props}
        className="z-40 min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float"
      />
    </DropdownMenu.Portal>
  );
}
