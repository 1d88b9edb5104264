import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { routeHash } from '../state/route.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './StatesHelpLink.module.css';

/** Beside states and legends: where it says what they mean. */
export function StatesHelpLink(): ReactNode {
  return (
    <Tooltip text="What the states mean">
      <a className={styles.link} href={routeHash({ view: 'help', page: 'states' })}>
        <IconHelp size={16} stroke={1.75} aria-hidden />
        <span className="only-for-readers">What the states mean</span>
      </a>
    </Tooltip>
  );
}
