import { useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { LegendItem } from './GraphLegend.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { GraphTable } from './GraphTable.tsx';
import { interfaceModel, trafficOf, type Traffic } from './interface-model.ts';
import { offeredKinds, trafficViews, type TrafficKind, type TrafficView } from './interface-metrics.ts';
import { mirroredStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { trafficColumns, trafficRows } from './traffic-rows.ts';
import { useGraphFrame } from './use-graph-frame.ts';
import { useGraphMarks } from './use-graph-marks.ts';
import { useLiveRange } from './use-live-range.ts';
import { usePortOfGraph } from './use-port-of-graph.ts';
import { useZoom } from './use-zoom.ts';
import styles from './Graph.module.css';

export interface InterfaceGraphProps {
  readonly interfaceId: number;
  /** Told where it is known: gives speed (suspect values, use in percent) and the device's events. */
  readonly deviceId?: number | undefined;
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
}

const NOW_STEP_MS = 10_000;
const EMPTY = 'No samples yet; the first rate needs two polls.';
const EMPTY_STRETCH = 'No samples in this stretch of time.';

const legend: readonly LegendItem[] = [
  { text: 'out, mean', sign: 'line', tone: 'out' },
  { text: 'in, mean', sign: 'line', tone: 'in' },
  { text: 'min to max', sign: 'band', tone: 'neutral' },
  { text: '95th percentile', sign: 'dash', tone: 'neutral' },
];

function KindSelect(props: {
  readonly kind: TrafficKind;
  readonly kinds: readonly TrafficKind[];
  readonly onChange: (kind: TrafficKind) => void;
}): ReactNode {
  const { kind, kinds, onChange } = props;
  return (
    <select
      className={styles.metric}
      aria-label="What the graph shows"
      value={kind}
      onChange={({ target }) => {
        const chosen = kinds.find((one) => one === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {kinds.map((one) => (
        <option key={one} value={one}>
          {trafficViews[one].name}
        </option>
      ))}
    </select>
  );
}

function TrafficTable({
  view,
  traffic,
  atMs,
}: {
  view: TrafficView;
  traffic: Traffic;
  atMs: readonly number[];
}): ReactNode {
  return <GraphTable name={view.name} atMs={atMs} columns={trafficColumns(view, traffic)} />;
}

interface KindGraphProps extends InterfaceGraphProps {
  readonly kind: TrafficKind;
  readonly onKind: (kind: TrafficKind) => void;
}

function KindGraph({ interfaceId, deviceId, height, kind, onKind }: KindGraphProps): ReactNode {
  const [watch, frame] = useGraphFrame({ marks: true, titled: false });
  const port = usePortOfGraph(interfaceId, deviceId);
  const { speedBps } = port;
  const zoom = useZoom(useLiveRange(port.sampledAtMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const view = trafficViews[kind];
  const marks = useGraphMarks({ deviceId: port.deviceId, interfaceId }, zoom.shown);
  const { data, error, reload } = useCall(
    'series.interface',
    frame.maxPoints === null
      ? null
      : { interfaceId, metrics: [view.out, view.in], fromMs, toMs, maxPoints: frame.maxPoints },
  );
  const plotHeight = frame.plot.height - frame.measures.top - frame.measures.bottom;
  const model = useMemo(
    () => interfaceModel({ series: data, view, speedBps, range: { fromMs, toMs }, nowMs, marks, plotHeight }),
    [data, view, speedBps, fromMs, toMs, nowMs, marks, plotHeight],
  );
  const traffic = useMemo(() => trafficOf({ series: data, view, speedBps }), [data, view, speedBps]);
  const known = model.columns.some((column) => column.some((value) => value !== null));
  const spoken = summary(view.name, model, { up: 'out', down: 'in', format: view.format });
  return (
    <GraphFrame
      name={view.name}
      watch={watch}
      frame={frame}
      height={height}
      legend={legend}
      unit={model.unit.name}
      tools={<KindSelect kind={kind} kinds={offeredKinds(speedBps)} onChange={onKind} />}
      zoomed={zoom.zoomed}
      onReset={zoom.reset}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : data.atMs.length === 0 && !zoom.zoomed ? EMPTY : EMPTY_STRETCH}
      table={<TrafficTable view={view} traffic={traffic} atMs={model.atMs} />}
    >
      <GraphPlot
        style={mirroredStyle}
        measures={frame.measures}
        model={model}
        zoom={zoom}
        size={frame.plot}
        label={spoken}
        rows={(index) => trafficRows(view, traffic, index)}
      />
    </GraphFrame>
  );
}

/** Traffic of one interface over the time bar's stretch: out above zero, in below. */
export function InterfaceGraph(props: InterfaceGraphProps): ReactNode {
  const [kind, setKind] = useState<TrafficKind>('traffic');
  // Another interface or metric is another graph: no line of the old one may stand under the new one's name.
  return <KindGraph key={`${props.interfaceId} ${kind}`} {...props} kind={kind} onKind={setKind} />;
}
