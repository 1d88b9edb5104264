import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './Tooltip.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label'> {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly size?: 'small' | 'normal' | undefined;
  /** With an edge like a button. */
  readonly edged?: boolean | undefined;
}

export function IconButton({ label, size = 'normal', edged = false, children, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        className={styles.button}
        data-size={size}
        data-edged={edged || undefined}
        aria-label={label}
      >
        {children}
      </button>
    </Tooltip>
  );
}
