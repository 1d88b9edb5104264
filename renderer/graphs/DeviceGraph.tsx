import { useMemo, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { useNow } from '../ui/use-now.ts';
import { earlier } from './comparison.ts';
import { deviceContent, type PlainDeviceKind } from './device-content.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphProps } from './graph-props.ts';
import { useGraphMarks } from './use-graph-marks.ts';
import { useGraphShell } from './use-graph-shell.ts';
import { useLiveRange } from './use-live-range.ts';
import { useZoom } from './use-zoom.ts';

export interface DeviceGraphProps extends GraphProps {
  readonly deviceId: number;
  readonly metric: PlainDeviceKind;
}

const NOW_STEP_MS = 10_000;
const LINES = 1;

function MetricGraph(props: DeviceGraphProps): ReactNode {
  const { deviceId, metric } = props;
  const shell = useGraphShell(props, { marks: true, lines: LINES });
  const { frame, options, plotHeight } = shell;
  const name = useItem('devices', {}, deviceId)?.name ?? '';
  const zoom = useZoom(useLiveRange(null));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const marks = useGraphMarks({ deviceId, interfaceId: null }, zoom.shown);
  const asked =
    frame.maxPoints === null
      ? null
      : { deviceId, metrics: [metric], fromMs, toMs, maxPoints: frame.maxPoints, percentile: false };
  const { data, error, reload } = useCall('series.device', asked);
  const past = useCall('series.device', earlier(asked, options.compare)).data;
  const { compare } = options;
  const content = useMemo(() => {
    const range = { fromMs, toMs };
    return deviceContent({ series: data, past, compare, metric, range, nowMs, plotHeight, marks }, metric, name);
  }, [data, past, compare, metric, fromMs, toMs, nowMs, plotHeight, marks, name]);
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
      subject={{ about: 'device', deviceId, name, kind: metric }}
      renderAgain={(place) => <DeviceGraph deviceId={deviceId} metric={metric} {...place} />}
    />
  );
}

/** One number of a device over the time bar's stretch: processor, memory, duration of its polls. */
export function DeviceGraph(props: DeviceGraphProps): ReactNode {
  return <MetricGraph key={`${props.deviceId} ${props.metric}`} {...props} />;
}
