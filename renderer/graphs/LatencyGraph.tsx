import { useMemo, type ReactNode } from 'react';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { useNow } from '../ui/use-now.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { LegendItem } from './GraphLegend.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { GraphTable } from './GraphTable.tsx';
import type { TooltipRow } from './GraphTooltip.tsx';
import type { GraphModel } from './graph-model.ts';
import { latencyModel, smokeLayers, MEDIAN } from './latency-model.ts';
import { paintLossyMedian, paintSmoke } from './paint-smoke.ts';
import { medianSeries, type PlotStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { spread } from './traffic-rows.ts';
import { useGraphFrame } from './use-graph-frame.ts';
import { useLiveRange } from './use-live-range.ts';
import { useZoom } from './use-zoom.ts';

export interface LatencyGraphProps {
  readonly deviceId: number;
  /** Shows its own title, for a card without a head. */
  readonly titled?: boolean | undefined;
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
}

const NOW_STEP_MS = 10_000;
const METRICS = ['rttMin', 'rttAvg', 'rttMax', 'loss'] as const;
const EMPTY = 'No answers yet; the first probes are under way.';

const style: PlotStyle = {
  series: medianSeries,
  bands: () => [],
  under: paintSmoke,
  over: paintLossyMedian,
};

const legend: readonly LegendItem[] = [
  { text: 'median', sign: 'line', tone: 'up' },
  { text: 'spread', sign: 'band', tone: 'neutral' },
  { text: 'loss', sign: 'triangle', tone: 'loss' },
];

function rows(model: GraphModel, index: number): readonly TooltipRow[] {
  const [outer] = smokeLayers;
  const value = (column: number): number | null => model.columns[column]?.[index] ?? null;
  const loss = model.loss[index] ?? null;
  const median = value(MEDIAN);
  if (median === null && loss === null) return [{ name: 'gap', tone: 'neutral', text: 'no value' }];
  const detail = spread(value(outer.low), value(outer.high), formatDuration);
  return [
    { name: 'answer', tone: 'up', text: median === null ? 'none' : formatDuration(median), detail },
    { name: 'loss', tone: 'loss', text: formatPercent(loss) },
  ];
}

function LatencyTable({ model }: { readonly model: GraphModel }): ReactNode {
  const [outer] = smokeLayers;
  const time = (column: number) => (index: number) => formatDuration(model.columns[column]?.[index] ?? null);
  return (
    <GraphTable
      name="Answer time"
      atMs={model.atMs}
      columns={[
        { title: 'Median', text: time(MEDIAN) },
        { title: 'Fastest', text: time(outer.low) },
        { title: 'Slowest', text: time(outer.high) },
        { title: 'Loss', text: (index) => formatPercent(model.loss[index] ?? null) },
      ]}
    />
  );
}

function DeviceLatency({ deviceId, titled = false, height }: LatencyGraphProps): ReactNode {
  const [watch, frame] = useGraphFrame({ marks: false, titled });
  const probedAtMs = useItem('samples.devices', {}, deviceId)?.icmpAtMs ?? null;
  const zoom = useZoom(useLiveRange(probedAtMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const { data, error, reload } = useCall(
    'series.device',
    frame.maxPoints === null ? null : { deviceId, metrics: [...METRICS], fromMs, toMs, maxPoints: frame.maxPoints },
  );
  const plotHeight = frame.plot.height - frame.measures.top - frame.measures.bottom;
  const model = useMemo(
    () => latencyModel({ series: data, range: { fromMs, toMs }, nowMs, plotHeight }),
    [data, fromMs, toMs, nowMs, plotHeight],
  );
  const known = [...model.columns, model.loss].some((column) => column.some((value) => value !== null));
  return (
    <GraphFrame
      name="Answer time"
      watch={watch}
      frame={frame}
      height={height}
      legend={legend}
      title={titled ? { text: 'Answer time', aside: model.unit.name } : undefined}
      unit=""
      zoomed={zoom.zoomed}
      onReset={zoom.reset}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : EMPTY}
      table={<LatencyTable model={model} />}
    >
      <GraphPlot
        style={style}
        measures={frame.measures}
        model={model}
        zoom={zoom}
        size={frame.plot}
        label={summary('Answer time', model, { up: 'median', format: formatDuration })}
        rows={(index) => rows(model, index)}
      />
    </GraphFrame>
  );
}

/** Answer time of one device over the time bar's stretch: median, spread, loss. */
export function LatencyGraph(props: LatencyGraphProps): ReactNode {
  return <DeviceLatency key={props.deviceId} {...props} />;
}
