import { Dialog as Base } from '@base-ui/react/dialog';
import { IconX } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence under the title. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the deciding one last. */
  readonly footer?: ReactNode;
  readonly width?: number | undefined;
}

/** Where a person goes on: the first field, else the first button under the text, else the dialog itself. */
function firstOf(popup: HTMLElement | null): HTMLElement | null {
  const field = popup?.querySelector<HTMLElement>('input, textarea, [role="combobox"]');
  return field ?? popup?.querySelector<HTMLElement>('footer button') ?? popup;
}

/** Over the page until answered; Escape closes it and the focus goes back to where it was. */
export function Dialog({ open, onClose, title, description, children, footer, width = 480 }: DialogProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        {/* Not the button in the corner, which comes first: its tooltip would take the first Escape for itself. */}
        <Base.Popup ref={popup} className={styles.popup} style={{ width }} initialFocus={() => firstOf(popup.current)}>
          <header className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" size="small" />}>
              <IconX size={16} aria-hidden />
            </Base.Close>
          </header>
          {description !== undefined && (
            <Base.Description className={styles.description}>{description}</Base.Description>
          )}
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
