import { IconChartLine, IconTable, IconZoomReset } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallError } from '../../shared/contract/errors.ts';
import { ErrorState } from '../ui/EmptyState.tsx';
import type { WatchSize } from '../ui/use-size.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { GraphLegend, type LegendItem } from './GraphLegend.tsx';
import type { GraphFrameSize } from './use-graph-frame.ts';
import styles from './Graph.module.css';

export interface GraphFrameProps {
  readonly name: string;
  readonly watch: WatchSize;
  readonly frame: GraphFrameSize;
  /** Height of the whole in px; absent: fills its parent. */
  readonly height?: number | undefined;
  readonly legend: readonly LegendItem[];
  readonly unit: string;
  /** Stands in the head in place of the card's own. */
  readonly title?: { readonly text: string; readonly aside: string } | undefined;
  readonly tools?: ReactNode;
  readonly zoomed: boolean;
  readonly onReset: () => void;
  readonly error: CallError | null;
  readonly onRetry: () => void;
  /** Said in place of lines; null when there are values or when the answer has not come. */
  readonly empty: string | null;
  readonly table: ReactNode;
  readonly children: ReactNode;
}

interface ToolsProps extends Pick<GraphFrameProps, 'tools' | 'zoomed' | 'onReset'> {
  readonly tabular: boolean;
  readonly onTabular: (tabular: boolean) => void;
}

function Tools({ tools, zoomed, onReset, tabular, onTabular }: ToolsProps): ReactNode {
  const Icon = tabular ? IconChartLine : IconTable;
  return (
    <div className={styles.tools}>
      {zoomed && (
        <IconButton label="Reset zoom" size="small" onClick={onReset}>
          <IconZoomReset size={16} stroke={1.75} aria-hidden />
        </IconButton>
      )}
      {tools}
      <IconButton label={tabular ? 'Show as graph' : 'Show as table'} size="small" onClick={() => onTabular(!tabular)}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Legend and tools above, the plot or its table below, and what to say when there is nothing to draw. */
export function GraphFrame(props: GraphFrameProps): ReactNode {
  const { name, watch, frame, height, legend, unit, title, error, onRetry, empty, table, children } = props;
  const [tabular, setTabular] = useState(false);
  return (
    <figure
      ref={watch}
      className={styles.graph}
      style={height === undefined ? undefined : { height }}
      data-compact={frame.compact || undefined}
      data-titled={title !== undefined || undefined}
      aria-label={name}
    >
      <div className={styles.head}>
        {title !== undefined && (
          <h2 className={styles.title}>
            {title.text} <span className={styles.titleAside}>{title.aside}</span>
          </h2>
        )}
        {!frame.compact && <GraphLegend unit={unit} items={legend} />}
        <Tools {...props} tabular={tabular} onTabular={setTabular} />
      </div>
      <div className={styles.area}>
        {tabular ? table : frame.plot.width > 0 && children}
        {error !== null && (
          <div className={styles.failed}>
            <ErrorState message={error.message} hint={error.hint} onRetry={onRetry} />
          </div>
        )}
        {error === null && empty !== null && !tabular && <p className={styles.empty}>{empty}</p>}
      </div>
    </figure>
  );
}
