import { Menu as Base } from '@base-ui/react/menu';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import menu from './Menu.module.css';
import popup from './Popup.module.css';

export interface ChoiceMenuProps<T extends string> {
  /** On the button. */
  readonly label: string;
  /** Read aloud in its place, where the label alone would not do. */
  readonly name?: string | undefined;
  readonly icon?: ReactNode;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (value: T) => void;
}

/** One of several, behind a quiet button of a bar. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>): ReactNode {
  const { label, name, icon, value, options, onChange } = props;
  const trigger = (
    <Button tone="quiet" icon={icon} aria-label={name}>
      {label}
      <IconChevronDown size={14} aria-hidden />
    </Button>
  );
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align="start">
          <Base.Popup className={popup.popup}>
            <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)}>
              {options.map((option) => (
                <Base.RadioItem
                  key={option.value}
                  value={option.value}
                  className={popup.item}
                  disabled={option.disabled === true}
                  closeOnClick
                >
                  <span className={menu.label}>{option.label}</span>
                  <Base.RadioItemIndicator className={menu.chosen}>
                    <IconCheck size={14} aria-hidden />
                  </Base.RadioItemIndicator>
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
