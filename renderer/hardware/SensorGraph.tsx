import { useMemo, type ReactNode } from 'react';
import type { Sensor } from '../../shared/contract/hardware.ts';
import { useCall } from '../engine/use-call.ts';
import { GraphFrame } from '../graphs/GraphFrame.tsx';
import { GraphPlot } from '../graphs/GraphPlot.tsx';
import { GraphTable } from '../graphs/GraphTable.tsx';
import { plainStyle } from '../graphs/plot-style.ts';
import { summary } from '../graphs/summary.ts';
import { spread } from '../graphs/traffic-rows.ts';
import { useGraphFrame } from '../graphs/use-graph-frame.ts';
import { useLiveRange } from '../graphs/use-live-range.ts';
import { useZoom } from '../graphs/use-zoom.ts';
import { useNow } from '../ui/use-now.ts';
import { sensorModel } from './sensor-model.ts';
import { sensorText } from './sensor-value.ts';

const NOW_STEP_MS = 10_000;

/** What a sensor measured over the time bar's stretch, with its limits as dashed lines. */
export function SensorGraph({ sensor, height }: { readonly sensor: Sensor; readonly height?: number }): ReactNode {
  const [watch, frame] = useGraphFrame({ marks: false, titled: false });
  const zoom = useZoom(useLiveRange(sensor.atMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const { data, error, reload } = useCall(
    'series.sensor',
    frame.maxPoints === null ? null : { sensorId: sensor.id, fromMs, toMs, maxPoints: frame.maxPoints },
  );
  const plotHeight = frame.plot.height - frame.measures.top - frame.measures.bottom;
  const model = useMemo(
    () => sensorModel({ sensor, series: data, range: { fromMs, toMs }, nowMs, plotHeight }),
    [sensor, data, fromMs, toMs, nowMs, plotHeight],
  );
  // Columns are in the unit of the axis, which for small currents is not that of the sensor.
  const milli = model.unit.name === 'mA';
  const format = (value: number | null): string =>
    sensorText(sensor, value === null ? null : milli ? value / 1000 : value);
  const [mean, max, min] = model.columns;
  const known = mean?.some((value) => value !== null) ?? false;
  const detail = (index: number): string | undefined => spread(min?.[index] ?? null, max?.[index] ?? null, format);
  return (
    <GraphFrame
      name={sensor.name}
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
          name={sensor.name}
          atMs={model.atMs}
          columns={[
            { title: 'Mean', text: (index) => format(mean?.[index] ?? null) },
            { title: 'Highest', text: (index) => format(max?.[index] ?? null) },
            { title: 'Lowest', text: (index) => format(min?.[index] ?? null) },
          ]}
        />
      }
    >
      <GraphPlot
        style={plainStyle}
        measures={frame.measures}
        model={model}
        zoom={zoom}
        size={frame.plot}
        label={summary(sensor.name, model, { up: 'mean', format })}
        rows={(index) => [
          { name: 'mean', tone: 'neutral', text: format(mean?.[index] ?? null), detail: detail(index) },
        ]}
      />
    </GraphFrame>
  );
}
