import { useMemo, type ReactNode } from 'react';
import type { DeviceMetric } from '../../shared/contract/series.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { useNow } from '../ui/use-now.ts';
import { earlier } from './comparison.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphProps } from './graph-props.ts';
import { latencyContent } from './latency-content.ts';
import { useGraphMarks } from './use-graph-marks.ts';
import { useGraphShell } from './use-graph-shell.ts';
import { useLiveRange } from './use-live-range.ts';
import { useZoom } from './use-zoom.ts';

export interface LatencyGraphProps extends GraphProps {
  readonly deviceId: number;
}

const NOW_STEP_MS = 10_000;
const LINES = 2;
const EMPTY = 'No answers yet; the first probes are under way.';

function DeviceLatency(props: LatencyGraphProps): ReactNode {
  const { deviceId } = props;
  const marked = props.figures === true;
  const shell = useGraphShell(props, { marks: marked, lines: LINES });
  const { frame, options, plotHeight } = shell;
  const device = useItem('devices', {}, deviceId);
  const name = device?.name ?? '';
  const probedAtMs = useItem('samples.devices', {}, deviceId)?.icmpAtMs ?? null;
  const zoom = useZoom(useLiveRange(probedAtMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const marks = useGraphMarks({ deviceId: marked ? deviceId : null, interfaceId: null }, zoom.shown);
  const metrics: DeviceMetric[] = ['rttMin', 'rttAvg', 'rttMax', 'jitter', 'loss'];
  const asked =
    frame.maxPoints === null
      ? null
      : { deviceId, metrics, fromMs, toMs, maxPoints: frame.maxPoints, percentile: false };
  const { data, error, reload } = useCall('series.device', asked);
  const past = useCall('series.device', earlier(asked, options.compare)).data;
  const { compare } = options;
  const content = useMemo(() => {
    const range = { fromMs, toMs };
    return latencyContent({ series: data, past, compare, range, nowMs, plotHeight, marks: marked ? marks : [] }, name);
  }, [data, past, compare, fromMs, toMs, nowMs, plotHeight, marks, marked, name]);
  const known = content.columns.some(({ values }) => values.some((value) => value !== null));
  return (
    <GraphFrame
      props={props}
      shell={shell}
      content={content}
      zoom={zoom}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : EMPTY}
      subject={{ about: 'device', deviceId, name, kind: 'latency' }}
      renderAgain={(place) => <LatencyGraph deviceId={deviceId} {...place} />}
    />
  );
}

/** Answer time of one device over the time bar's stretch: median, spread, loss. */
export function LatencyGraph(props: LatencyGraphProps): ReactNode {
  return <DeviceLatency key={props.deviceId} {...props} />;
}
