import { Menu as Base } from '@base-ui/react/menu';
import { IconCheck } from '@tabler/icons-react';
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

/** One of a few, with what is chosen ticked. */
export interface MenuChoice {
  readonly heading: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export type MenuLine = MenuEntry | MenuChoice;

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: readonly MenuLine[];
}

export function Menu({ trigger, entries }: MenuProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align="end">
          <Base.Popup className={popup.popup}>
            {entries.map((entry) =>
              'heading' in entry ? (
                <ChoiceGroup key={entry.heading} choice={entry} />
              ) : (
                <MenuItem key={entry.label} entry={entry} />
              ),
            )}
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

function ChoiceGroup({ choice }: { readonly choice: MenuChoice }): ReactNode {
  const { heading, value, options, onChange } = choice;
  return (
    <Base.Group>
      <Base.Separator className={popup.separator} />
      <Base.GroupLabel className={styles.heading}>{heading}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => typeof next === 'string' && onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={popup.item} closeOnClick>
            <span className={styles.label}>{option.label}</span>
            <Base.RadioItemIndicator className={styles.tick}>
              <IconCheck size={14} aria-hidden />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
