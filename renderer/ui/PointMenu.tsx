import { Menu as Base } from '@base-ui/react/menu';
import { useMemo, type ReactNode, type RefObject } from 'react';
import { MenuItem, type MenuEntry } from './Menu.tsx';
import popup from './Popup.module.css';

export interface PointMenuProps {
  /** Read aloud: what the menu is about. */
  readonly label: string;
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
  /** Gets the focus back. */
  readonly home: RefObject<HTMLElement | null>;
}

/** A menu that belongs to a place and not to a button: what a right click opens. It is there while it is mounted. */
export function PointMenu({ label, at, entries, onClose, home }: PointMenuProps): ReactNode {
  const { x, y } = at;
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} anchor={anchor} side="bottom" align="start" sideOffset={2}>
          <Base.Popup className={popup.popup} aria-label={label} finalFocus={home} data-tall>
            {entries.map((entry) => (
              <MenuItem key={entry.label} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
