/** What every graph of this folder may be told by the place where it stands. */
import type { Comparison, PercentileChoice } from '../../shared/contract/boards.ts';
import type { MenuLine } from '../ui/Menu.tsx';
import type { ReactNode } from 'react';

export interface GraphOptions {
  readonly compare: Comparison;
  readonly percentile: PercentileChoice;
}

export interface GraphProps {
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
  /** Stands in the head, for a card without one of its own. */
  readonly title?: ReactNode;
  /** With a table of figures under the plot, where there is room. */
  readonly figures?: boolean | undefined;
  /** Kept by whoever shows the graph; absent: by the graph itself, until it goes. */
  readonly options?: GraphOptions | undefined;
  readonly onOptions?: ((options: GraphOptions) => void) | undefined;
  /** More lines of the graph's menu. */
  readonly menu?: readonly MenuLine[] | undefined;
  /** Fills the window already. */
  readonly full?: boolean | undefined;
}

export const standardOptions: GraphOptions = { compare: 'none', percentile: 'both' };
