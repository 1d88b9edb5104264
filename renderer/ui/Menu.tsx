import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './KeyHint.tsx';
import popup from './Popup.module.css';
import styles from './Menu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** A line above it. */
  readonly apart?: boolean | undefined;
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: readonly MenuEntry[];
}

export function Menu({ trigger, entries }: MenuProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align="end">
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

export function MenuItem({ entry }: { readonly entry: MenuEntry }): ReactNode {
  return (
    <>
      {entry.apart === true && <Base.Separator className={popup.separator} />}
      <Base.Item
        className={popup.item}
        data-danger={entry.danger || undefined}
        disabled={entry.disabled === true}
        onClick={entry.onChoose}
      >
        {entry.icon}
        <span className={styles.label}>{entry.label}</span>
        {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
      </Base.Item>
    </>
  );
}
