import { Select as Base } from '@base-ui/react/select';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import popup from './Popup.module.css';
import styles from './Select.module.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface SelectProps<T extends string> extends FieldText {
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  /** 28 px high, for bars and dense forms. */
  readonly small?: boolean | undefined;
  /** The label is for screen readers only. */
  readonly bare?: boolean | undefined;
}

function Options<T extends string>({ options }: { readonly options: readonly SelectOption<T>[] }): ReactNode {
  return (
    <Base.Portal>
      <Base.Positioner className={popup.positioner} alignItemWithTrigger={false} sideOffset={4}>
        <Base.Popup className={popup.popup}>
          <Base.List>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={classNames(popup.item, styles.item)}>
                <Base.ItemText>{option.label}</Base.ItemText>
                <Base.ItemIndicator className={styles.indicator}>
                  <IconCheck size={14} aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  const { value, options, onChange, small = false, bare = false, label } = props;
  const items = options.map((option) => ({ value: option.value, label: option.label }));
  const control = (id?: string, describedBy?: string): ReactNode => (
    <Base.Root
      items={items}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Base.Trigger
        id={id}
        className={styles.trigger}
        data-small={small || undefined}
        aria-label={bare ? label : undefined}
        aria-describedby={describedBy}
      >
        <Base.Value />
        <Base.Icon className={styles.icon}>
          <IconChevronDown size={14} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Options options={options} />
    </Base.Root>
  );
  if (bare) return control();
  return <Field {...props}>{({ inputId, describedBy }) => control(inputId, describedBy)}</Field>;
}
