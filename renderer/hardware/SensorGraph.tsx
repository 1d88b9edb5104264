import { useMemo, type ReactNode } from 'react';
import type { Sensor } from '../../shared/contract/hardware.ts';
import { useCall } from '../engine/use-call.ts';
import { GraphFrame } from '../graphs/GraphFrame.tsx';
import type { GraphProps } from '../graphs/graph-props.ts';
import { useGraphShell } from '../graphs/use-graph-shell.ts';
import { useLiveRange } from '../graphs/use-live-range.ts';
import { useZoom } from '../graphs/use-zoom.ts';
import { useNow } from '../ui/use-now.ts';
import { sensorContent } from './sensor-content.ts';

const NOW_STEP_MS = 10_000;

/** What a sensor measured over the time bar's stretch, with its limits as dashed lines. */
export function SensorGraph({ sensor, ...props }: GraphProps & { readonly sensor: Sensor }): ReactNode {
  const shell = useGraphShell(props, { marks: false, lines: 1 });
  const { frame, plotHeight } = shell;
  const zoom = useZoom(useLiveRange(sensor.atMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const { data, error, reload } = useCall(
    'series.sensor',
    frame.maxPoints === null ? null : { sensorId: sensor.id, fromMs, toMs, maxPoints: frame.maxPoints },
  );
  const content = useMemo(
    () => sensorContent({ sensor, series: data, range: { fromMs, toMs }, nowMs, plotHeight }),
    [sensor, data, fromMs, toMs, nowMs, plotHeight],
  );
  const known = content.columns.some(({ values }) => values.some((value) => value !== null));
  return (
    <GraphFrame
      props={props}
      shell={shell}
      content={content}
      zoom={zoom}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : 'No samples in this stretch of time.'}
      subject={null}
      renderAgain={(place) => <SensorGraph sensor={sensor} {...place} />}
    />
  );
}
