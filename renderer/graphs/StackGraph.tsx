import { useMemo, type ReactNode } from 'react';
import type { GraphPort, TrafficKind } from '../../shared/contract/boards.ts';
import type { InterfaceMetric } from '../../shared/contract/series.ts';
import { useCall } from '../engine/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { earlier } from './comparison.ts';
import { GraphFrame } from './GraphFrame.tsx';
import type { GraphProps } from './graph-props.ts';
import { trafficKinds, trafficViews } from './interface-metrics.ts';
import { KindSelect } from './KindSelect.tsx';
import { stackContent } from './stack-content.ts';
import { useGraphMarks } from './use-graph-marks.ts';
import { useGraphShell } from './use-graph-shell.ts';
import { useLiveRange } from './use-live-range.ts';
import { useZoom } from './use-zoom.ts';

export interface StackGraphProps extends GraphProps {
  /** In the order in which they are stacked, the first next to zero. */
  readonly ports: readonly GraphPort[];
  readonly kind: TrafficKind;
  readonly onKind: (kind: TrafficKind) => void;
}

const NOW_STEP_MS = 10_000;
/** Shares of different speeds cannot be added. */
const kinds = trafficKinds.filter((kind) => kind !== 'use');
const EMPTY = 'No samples in this stretch of time.';

function KindStack(props: StackGraphProps): ReactNode {
  const { ports, kind, onKind } = props;
  const shell = useGraphShell(props, { marks: true, lines: 2 + 2 * ports.length });
  const { frame, options, hidden, plotHeight } = shell;
  const zoom = useZoom(useLiveRange(null));
  const { fromMs, toMs } = zoom.shown;
  const nowMs = useNow(NOW_STEP_MS);
  const view = trafficViews[kind];
  const [first] = ports;
  const deviceId = ports.every((port) => port.deviceId === first?.deviceId) ? (first?.deviceId ?? null) : null;
  const marks = useGraphMarks({ deviceId, interfaceId: null }, zoom.shown);
  const metrics: InterfaceMetric[] = [view.out, view.in];
  const interfaceIds = ports.map(({ interfaceId }) => interfaceId);
  const asked = frame.maxPoints === null ? null : { interfaceIds, metrics, fromMs, toMs, maxPoints: frame.maxPoints };
  const { data, error, reload } = useCall('series.stack', asked);
  const past = useCall('series.stack', earlier(asked, options.compare)).data;
  const { compare, percentile } = options;
  const content = useMemo(() => {
    const range = { fromMs, toMs };
    const shown = { stack: data, past, compare, percentile, hidden, view, range, nowMs, marks, plotHeight };
    const [one] = ports;
    return stackContent(shown, ports, `${one?.name ?? ''} and ${ports.length - 1} more`);
  }, [data, past, compare, percentile, hidden, view, fromMs, toMs, nowMs, marks, plotHeight, ports]);
  const known = content.columns.some(({ values }) => values.some((value) => value !== null));
  return (
    <GraphFrame
      props={props}
      shell={shell}
      content={content}
      zoom={zoom}
      tools={<KindSelect kind={kind} kinds={kinds} onChange={onKind} />}
      error={error}
      onRetry={reload}
      empty={data === undefined || known ? null : EMPTY}
      subject={{ about: 'interfaces', ports, kind }}
      renderAgain={(place) => <StackGraph ports={ports} kind={kind} onKind={onKind} {...place} />}
    />
  );
}

/** Several interfaces stacked into a sum, out above zero, in below: an aggregate, all uplinks of a device. */
export function StackGraph(props: StackGraphProps): ReactNode {
  const ids = props.ports.map(({ interfaceId }) => interfaceId).join(' ');
  return <KindStack key={`${ids} ${props.kind}`} {...props} />;
}
