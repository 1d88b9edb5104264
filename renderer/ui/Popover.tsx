import { Popover as Base } from '@base-ui/react/popover';
import { useState, type ReactElement, type ReactNode } from 'react';
import popup from './Popup.module.css';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Read aloud as its name. */
  readonly label: string;
  /** Above its button: where it would cover what it is about. */
  readonly above?: boolean | undefined;
  /** Called with what closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/** More than a menu: lists with boxes, small forms. Escape closes it and the focus goes back to the button. */
export function Popover({ trigger, label, above = false, children }: PopoverProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align="end" side={above ? 'top' : 'bottom'}>
          <Base.Popup className={`${popup.popup} ${styles.body}`} aria-label={label}>
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
