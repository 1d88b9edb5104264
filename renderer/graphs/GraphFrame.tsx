import { IconArrowBackUp, IconChartLine, IconTable, IconZoomReset } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallError } from '../../shared/contract/errors.ts';
import type { GraphSubjectOf } from '../boards/new-graph.ts';
import { ErrorState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { FullScreen } from './FullScreen.tsx';
import type { GraphContent, LegendSign } from './graph-content.ts';
import type { GraphProps } from './graph-props.ts';
import { GraphFigures } from './GraphFigures.tsx';
import { GraphLegend } from './GraphLegend.tsx';
import { GraphMenu } from './GraphMenu.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { GraphTable } from './GraphTable.tsx';
import { titleOf } from './save-graph.ts';
import type { GraphShell } from './use-graph-shell.ts';
import type { Zoom } from './use-zoom.ts';
import styles from './Graph.module.css';

export interface GraphFrameProps {
  readonly props: GraphProps;
  readonly shell: GraphShell;
  readonly content: GraphContent;
  readonly zoom: Zoom;
  /** What the graph can be switched to. */
  readonly tools?: ReactNode;
  readonly error: CallError | null;
  readonly onRetry: () => void;
  /** Said in place of lines; null when there are values or when the answer has not come. */
  readonly empty: string | null;
  /** What goes onto a board; null where nothing can. */
  readonly subject: GraphSubjectOf | null;
  /** The same graph, in the place that the properties describe. */
  readonly renderAgain: (props: GraphProps) => ReactNode;
}

/** Sums or directions; parts of a stack stand in the table of figures. */
const MOST_IN_A_LINE = 2;

interface ToolsProps {
  readonly frame: GraphFrameProps;
  readonly tabular: boolean;
  readonly onTabular: (tabular: boolean) => void;
  readonly onFullScreen: () => void;
}

function Tools({ frame, tabular, onTabular, onFullScreen }: ToolsProps): ReactNode {
  const { props, shell, content, zoom, tools, subject } = frame;
  const Icon = tabular ? IconChartLine : IconTable;
  return (
    <div className={styles.tools}>
      {zoom.zoomed && (
        <>
          <IconButton label="Zoom back" size="small" onClick={zoom.back}>
            <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
          </IconButton>
          <IconButton label="Reset zoom" size="small" onClick={zoom.reset}>
            <IconZoomReset size={16} stroke={1.75} aria-hidden />
          </IconButton>
        </>
      )}
      {tools}
      <IconButton label={tabular ? 'Show as graph' : 'Show as table'} size="small" onClick={() => onTabular(!tabular)}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </IconButton>
      <GraphMenu
        content={content}
        options={shell.options}
        onOptions={shell.setOptions}
        subject={subject}
        onFullScreen={props.full === true ? undefined : onFullScreen}
        more={props.menu ?? []}
      />
    </div>
  );
}

function Area({ frame, tabular, onFullScreen }: Omit<ToolsProps, 'onTabular'>): ReactNode {
  const { props, shell, content, zoom, error, onRetry, empty } = frame;
  return (
    <div className={styles.area}>
      {tabular && <GraphTable name={content.name} atMs={content.model.atMs} columns={content.columns} />}
      {!tabular && shell.frame.plot.width > 0 && (
        <GraphPlot
          content={content}
          measures={shell.frame.measures}
          zoom={zoom}
          size={shell.frame.plot}
          onFullScreen={props.full === true ? undefined : onFullScreen}
        />
      )}
      {error !== null && (
        <div className={styles.failed}>
          <ErrorState message={error.message} hint={error.hint} onRetry={onRetry} />
        </div>
      )}
      {error === null && empty !== null && !tabular && (
        <p className={styles.empty}>
          <span>{empty}</span>
        </p>
      )}
    </div>
  );
}

/** Beside which time: said in the head where no legend says it. */
function GhostSign({ signs }: { readonly signs: readonly LegendSign[] }): ReactNode {
  const ghost = signs.find(({ sign }) => sign === 'ghost');
  if (ghost === undefined) return null;
  return (
    <span className={styles.ghostSign}>
      <span className={styles.sign} data-sign="ghost" aria-hidden />
      {ghost.text}
    </span>
  );
}

/** Legend and tools above, the plot or its table, figures below, and what to say when there is nothing to draw. */
export function GraphFrame(frame: GraphFrameProps): ReactNode {
  const { props, shell, content, renderAgain } = frame;
  const { title, height } = props;
  const [tabular, setTabular] = useState(false);
  const [full, setFull] = useState(false);
  const { watch, options, setOptions } = shell;
  const { compact, figuresHeight } = shell.frame;
  const onFullScreen = (): void => setFull(true);
  const switches = { hidden: shell.hidden, toggle: shell.toggle, solo: shell.solo };
  const titled = title !== undefined;
  return (
    <figure
      ref={watch}
      className={styles.graph}
      style={height === undefined ? undefined : { height }}
      data-compact={compact || undefined}
      data-titled={titled || undefined}
      aria-label={content.name}
    >
      <div className={styles.head}>
        {titled && (
          <h2 className={styles.title}>
            {title} <span className={styles.titleAside}>{content.model.unit.name}</span>
            {figuresHeight > 0 && <GhostSign signs={content.signs} />}
          </h2>
        )}
        {!compact && !(titled && figuresHeight > 0) && (
          <GraphLegend
            unit={titled ? '' : content.model.unit.name}
            series={content.series.slice(0, MOST_IN_A_LINE).filter(({ tone }) => tone !== 'loss')}
            signs={content.signs}
            {...switches}
          />
        )}
        <Tools frame={frame} tabular={tabular} onTabular={setTabular} onFullScreen={onFullScreen} />
      </div>
      <Area frame={frame} tabular={tabular} onFullScreen={onFullScreen} />
      {figuresHeight > 0 && (
        <GraphFigures
          name={content.name}
          model={content.model}
          series={content.series}
          height={figuresHeight}
          {...switches}
        />
      )}
      {full && (
        <FullScreen title={titleOf(content)} onClose={() => setFull(false)}>
          {renderAgain({ figures: true, full: true, options, onOptions: setOptions })}
        </FullScreen>
      )}
    </figure>
  );
}
