import type { ReactNode } from 'react';
import { routeHash, type Route } from '../state/route.ts';
import styles from './Overview.module.css';

export interface CountLinkProps {
  readonly to: Route;
  readonly children: ReactNode;
}

/** A number that leads to the rows it counts. */
export function CountLink({ to, children }: CountLinkProps): ReactNode {
  return (
    <a className={styles.countLink} href={routeHash(to)}>
      {children}
    </a>
  );
}
