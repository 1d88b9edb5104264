import { useMemo, useState, type ReactNode } from 'react';
import type { TrafficKind } from '../../shared/contract/boards.ts';
import type { InterfaceMetric } from '../../shared/contract/series.ts';
import { useNow } from '../ui/use-now.ts';
import { earlier } from './comparison.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphProps } from './graph-props.ts';
import { interfaceContent } from './interface-content.ts';
import { offeredKinds, trafficViews } from './interface-metrics.ts';
import { KindSelect } from './KindSelect.tsx';
import { useGraphMarks } from './use-graph-marks.ts';
import { useGraphShell } from './use-graph-shell.ts';
import { useInterfaceSeries } from './use-interface-series.ts';
import { useLiveRange } from './use-live-range.ts';
import { usePortOfGraph } from './use-port-of-graph.ts';
import { useZoom } from './use-zoom.ts';

export interface InterfaceGraphProps extends GraphProps {
  readonly interfaceId: number;
  /** Told where it is known: gives speed (suspect values, use in percent) and the device's events. */
  readonly deviceId?: number | undefined;
  /** Kept by whoever shows the graph; absent: by the graph itself, from traffic on. */
  readonly kind?: TrafficKind | undefined;
  readonly onKind?: ((kind: TrafficKind) => void) | undefined;
}

interface KindGraphProps extends InterfaceGraphProps {
  readonly kind: TrafficKind;
  readonly onKind: (kind: TrafficKind) => void;
}

const NOW_STEP_MS = 10_000;
const LINES = 2;
const EMPTY = 'No samples yet; the first rate needs two polls.';
const EMPTY_STRETCH = 'No samples in this stretch of time.';

function KindGraph(props: KindGraphProps): ReactNode {
  const { interfaceId, deviceId, kind, onKind } = props;
  const shell = useGraphShell(props, { marks: true, lines: LINES });
  const { frame, options, hidden, plotHeight } = shell;
  const port = usePortOfGraph(interfaceId, deviceId);
  const { speedBps, name } = port;
  const zoom = useZoom(useLiveRange(port.sampledAtMs));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const view = trafficViews[kind];
  const marks = useGraphMarks({ deviceId: port.deviceId, interfaceId }, zoom.shown);
  const metrics: InterfaceMetric[] = [view.out, view.in];
  const asked = frame.maxPoints === null ? null : { interfaceId, metrics, fromMs, toMs, maxPoints: frame.maxPoints };
  const { data, error, reload } = useInterfaceSeries(asked);
  const past = useInterfaceSeries(earlier(asked, options.compare)).data;
  const { compare, percentile } = options;
  const content = useMemo(() => {
    const range = { fromMs, toMs };
    const shown = { series: data, past, compare, percentile, hidden, view, speedBps, range, nowMs, marks, plotHeight };
    return interfaceContent(shown, name);
  }, [data, past, compare, percentile, hidden, view, speedBps, fromMs, toMs, nowMs, marks, plotHeight, name]);
  const known = content.columns.some(({ values }) => values.some((value) => value !== null));
  const kinds = offeredKinds(speedBps);
  return (
    <GraphFrame
      props={props}
      shell={shell}
      content={content}
      zoom={zoom}
      tools={<KindSelect kind={kind} kinds={kinds.includes(kind) ? kinds : [...kinds, kind]} onChange={onKind} />}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : data.atMs.length === 0 && !zoom.zoomed ? EMPTY : EMPTY_STRETCH}
      subject={
        port.deviceId === null
          ? null
          : { about: 'interfaces', ports: [{ deviceId: port.deviceId, interfaceId, name }], kind }
      }
      renderAgain={(place) => (
        <InterfaceGraph interfaceId={interfaceId} deviceId={deviceId} kind={kind} onKind={onKind} {...place} />
      )}
    />
  );
}

/** Traffic of one interface over the time bar's stretch: out above zero, in below. */
export function InterfaceGraph(props: InterfaceGraphProps): ReactNode {
  const [own, setOwn] = useState<TrafficKind>('traffic');
  const kind = props.kind ?? own;
  // Another interface or metric is another graph: no line of the old one may stand under the new one's name.
  return <KindGraph key={`${props.interfaceId} ${kind}`} {...props} kind={kind} onKind={props.onKind ?? setOwn} />;
}
