import { useMemo, type ReactNode } from 'react';
import type { DeviceMetric } from '../../shared/contract/series.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { useCall } from '../engine/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { deviceQuantity } from './axis-units.ts';
import { deviceModel } from './device-model.ts';
import { GraphFrame } from './GraphFrame.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { GraphTable } from './GraphTable.tsx';
import { singleStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { spread } from './traffic-rows.ts';
import { useGraphFrame } from './use-graph-frame.ts';
import { useLiveRange } from './use-live-range.ts';
import { useZoom } from './use-zoom.ts';

export interface DeviceGraphProps {
  readonly deviceId: number;
  readonly metric: DeviceMetric;
  /** What it measures: "Processor". */
  readonly name: string;
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
}

const NOW_STEP_MS = 10_000;

function MetricGraph({ deviceId, metric, name, height }: DeviceGraphProps): ReactNode {
  const [watch, frame] = useGraphFrame({ marks: false, titled: false });
  const zoom = useZoom(useLiveRange(null));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const { data, error, reload } = useCall(
    'series.device',
    frame.maxPoints === null ? null : { deviceId, metrics: [metric], fromMs, toMs, maxPoints: frame.maxPoints },
  );
  const plotHeight = frame.plot.height - frame.measures.top - frame.measures.bottom;
  const model = useMemo(
    () => deviceModel({ series: data, metric, range: { fromMs, toMs }, nowMs, plotHeight }),
    [data, metric, fromMs, toMs, nowMs, plotHeight],
  );
  const format = deviceQuantity[metric] === 'percent' ? formatPercent : formatDuration;
  const [mean, max, min] = model.columns;
  const known = mean?.some((value) => value !== null) ?? false;
  const detail = (index: number): string | undefined => spread(min?.[index] ?? null, max?.[index] ?? null, format);
  return (
    <GraphFrame
      name={name}
      watch={watch}
      frame={frame}
      height={height}
      legend={[{ text: 'mean', sign: 'line', tone: 'neutral' }]}
      unit={model.unit.name}
      zoomed={zoom.zoomed}
      onReset={zoom.reset}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : 'No samples in this stretch of time.'}
      table={
        <GraphTable
          name={name}
          atMs={model.atMs}
          columns={[
            { title: 'Mean', text: (index) => format(mean?.[index] ?? null) },
            { title: 'Highest', text: (index) => format(max?.[index] ?? null) },
          ]}
        />
      }
    >
      <GraphPlot
        style={singleStyle}
        measures={frame.measures}
        model={model}
        zoom={zoom}
        size={frame.plot}
        label={summary(name, model, { up: 'mean', format })}
        rows={(index) => [
          { name: 'mean', tone: 'neutral', text: format(mean?.[index] ?? null), detail: detail(index) },
        ]}
      />
    </GraphFrame>
  );
}

/** One number of a device over the time bar's stretch: processor, memory, duration of its polls. */
export function DeviceGraph(props: DeviceGraphProps): ReactNode {
  return <MetricGraph key={`${props.deviceId} ${props.metric}`} {...props} />;
}
