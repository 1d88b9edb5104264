import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary`: at most one a panel. `quiet`: no edge until hovered. `danger`: takes something away. */
  readonly tone?: 'normal' | 'primary' | 'quiet' | 'danger' | undefined;
  /** Heights 24, 28, 36 px. */
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: ReactNode;
  /** Under way: disabled, and says so. */
  readonly busy?: boolean | undefined;
  /** As wide as its column. */
  readonly wide?: boolean | undefined;
}

export function Button(props: ButtonProps): ReactNode {
  const { tone = 'normal', size = 'normal', icon, busy = false, wide = false, disabled, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[tone], styles[size], wide && styles.wide)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {icon}
      {children}
    </button>
  );
}
