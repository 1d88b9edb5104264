import { Menu as Base } from '@base-ui/react/menu';
import { useMemo, type ReactNode } from 'react';
import { MenuItem, type MenuEntry } from './Menu.tsx';
import popup from './Popup.module.css';

export interface ContextMenuProps {
  /** Where it opens, in pixels of the window; null while closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** The menu of a thing that has no button of its own: by the right mouse button, the menu key, or Shift and F10. */
export function ContextMenu({ at, entries, onClose }: ContextMenuProps): ReactNode {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0) }), [at]);
  return (
    <Base.Root open={at !== null} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} anchor={anchor} side="bottom" align="start">
          <Base.Popup className={popup.popup}>
            {entries.map((entry) => (
              <MenuItem key={entry.label} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
