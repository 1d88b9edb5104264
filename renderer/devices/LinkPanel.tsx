import { IconArrowsRightLeft, IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import type { Evidence, Link, LinkEnd } from '../../shared/contract/topology.ts';
import { protocolTitle } from '../../shared/model/neighbour-protocols.ts';
import { formatSpeed } from '../../shared/units/bits.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { InterfaceGraph } from '../graphs/InterfaceGraph.tsx';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { formatDate } from '../ui/format-time.ts';
import { FormError } from '../ui/FormError.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { stateNames } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { Age } from '../ui/Time.tsx';
import { UseRow } from './UseRow.tsx';
import styles from './Panels.module.css';

const confidenceWords: Readonly<Record<Link['confidence'], string>> = {
  confirmed: 'Confirmed, both ends',
  'one-sided': 'One end says so',
  inferred: 'Inferred',
  manual: 'Drawn by a person',
};

interface End {
  readonly end: LinkEnd;
  readonly device: Device | undefined;
}

const nameOf = ({ device }: End): string => device?.name ?? 'unknown device';

function useEnd(end: LinkEnd | undefined): End | null {
  const device = useItem('devices', {}, end?.deviceId ?? null);
  return end === undefined ? null : { end, device };
}

function EndFacts({ a, b }: { readonly a: End; readonly b: End }): ReactNode {
  const portA = useItem('interfaces', { deviceId: a.end.deviceId }, a.end.interfaceId);
  const portB = useItem('interfaces', { deviceId: b.end.deviceId }, b.end.interfaceId);
  const stateOf = (port: typeof portA): string => (port === undefined ? 'unknown' : stateNames[port.state]);
  return (
    <dl className={styles.ends}>
      <dt>
        <span className="only-for-readers">Device</span>
      </dt>
      <dd className={styles.endHead}>{nameOf(a)}</dd>
      <dd className={styles.endHead}>{nameOf(b)}</dd>
      <EndRow label="Port" mono a={portA?.name ?? a.end.port ?? 'unknown'} b={portB?.name ?? b.end.port ?? 'unknown'} />
      <EndRow label="Address" mono a={portA?.addresses[0] ?? 'none'} b={portB?.addresses[0] ?? 'none'} />
      <EndRow label="State" a={stateOf(portA)} b={stateOf(portB)} />
    </dl>
  );
}

interface EndRowProps {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  readonly mono?: boolean | undefined;
}

function EndRow({ label, a, b, mono = false }: EndRowProps): ReactNode {
  const className = classNames(styles.end, mono && 'mono');
  return (
    <>
      <dt>{label}</dt>
      <dd className={className}>{a}</dd>
      <dd className={className}>{b}</dd>
    </>
  );
}

/** Each direction is what leaves its own end; where only one end is polled, its `in` is what the other sends. */
function LinkUse({ a, b }: { readonly a: End; readonly b: End }): ReactNode {
  const samples = useTopic('samples.interfaces', {}).byId;
  const atA = a.end.interfaceId === null ? undefined : samples.get(a.end.interfaceId);
  const atB = b.end.interfaceId === null ? undefined : samples.get(b.end.interfaceId);
  const newest = Math.max(atA?.atMs ?? 0, atB?.atMs ?? 0);
  const graphId = a.end.interfaceId ?? b.end.interfaceId;
  return (
    <PanelSection
      title="Use"
      aside={
        newest > 0 && (
          <>
            <Age sinceMs={newest} /> old
          </>
        )
      }
    >
      <UseRow
        direction="out"
        name={`${nameOf(a)} →`}
        bitsPerSecond={atA?.outBps ?? atB?.inBps}
        percent={atA?.outUse ?? atB?.inUse}
      />
      <UseRow
        direction="in"
        name={`${nameOf(b)} →`}
        bitsPerSecond={atA?.inBps ?? atB?.outBps}
        percent={atA?.inUse ?? atB?.outUse}
      />
      {graphId !== null && (
        <div className={styles.traffic}>
          <InterfaceGraph interfaceId={graphId} />
        </div>
      )}
    </PanelSection>
  );
}

function EvidenceRow({ row, heardBy }: { readonly row: Evidence; readonly heardBy: string }): ReactNode {
  const Icon = row.missedRuns > 0 ? IconClock : IconCheck;
  const raw = [row.remoteName ?? row.remoteChassisId, row.remotePort ?? row.remotePortDescription];
  return (
    <li className={styles.evidence} data-missed={row.missedRuns > 0 || undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className={styles.protocol} title={protocolTitle(row.protocol)}>
        {row.protocol.toUpperCase()}
      </span>
      <span className={styles.told}>
        heard by {heardBy}
        <span className={styles.raw}>{raw.filter((word) => word !== null).join(', ')}</span>
        <span className={styles.matched}>{row.matched}</span>
      </span>
      <span className={styles.age}>
        <Age sinceMs={row.lastSeenAtMs} /> ago
      </span>
    </li>
  );
}

/** Raw rows and the rule that matched them. */
function Why({ link }: { readonly link: Link }): ReactNode {
  const devices = useTopic('devices', {}).byId;
  const { data, error, loading } = useCall('link.why', { linkId: link.id });
  return (
    <PanelSection title="Why is this link here?" aside={`Rule ${link.rule}`}>
      <FormError failure={error} />
      {loading && data === undefined && <p className={styles.note}>Reading the evidence</p>}
      <ul>
        {(data?.evidence ?? []).map((row) => (
          <EvidenceRow key={row.id} row={row} heardBy={devices.get(row.deviceId)?.name ?? 'unknown device'} />
        ))}
      </ul>
      <p className={styles.note}>
        First seen {formatDate(link.firstSeenAtMs)}
        {link.ageing ? '. Not seen in the last finished run' : ''}
      </p>
    </PanelSection>
  );
}

/** A link: both ends, what each direction carries, and why it is believed to exist. */
export function LinkPanel({ linkId }: { readonly linkId: number }): ReactNode {
  const link = useItem('links', {}, linkId);
  const a = useEnd(link?.a);
  const b = useEnd(link?.b);
  if (link === undefined || a === null || b === null) {
    return (
      <InspectorFrame kind="Link" subject="Not here any more">
        <EmptyState title="No such link" text="No device tells of it any longer." />
      </InspectorFrame>
    );
  }
  const shown = [a, b].find(({ end }) => end.interfaceId !== null);
  const shownId = shown?.end.interfaceId ?? null;
  return (
    <InspectorFrame
      kind="Link, layer 2"
      subject={
        <span className={styles.subject}>
          {nameOf(a)} <IconArrowsRightLeft size={16} aria-label="to" /> {nameOf(b)}
        </span>
      }
      copyText={`${nameOf(a)} ${a.end.port ?? ''} ${nameOf(b)} ${b.end.port ?? ''}`}
      facts={
        <>
          <StateMark state={link.state} word={link.flapping ? 'Flapping' : undefined} />
          <Chip icon={link.confidence === 'confirmed' && <IconCheck size={12} aria-hidden />}>
            {confidenceWords[link.confidence]}
          </Chip>
          {link.speedBps !== null && <Chip>{formatSpeed(link.speedBps)}bit/s</Chip>}
        </>
      }
      foot={
        shown !== undefined &&
        shownId !== null && (
          <>
            <Button onClick={() => goTo({ view: 'device', deviceId: shown.end.deviceId, tab: 'overview' })}>
              Open {nameOf(shown)}
            </Button>
            <Button onClick={() => select({ kind: 'rate', deviceId: shown.end.deviceId, interfaceId: shownId })}>
              Why these numbers?
            </Button>
          </>
        )
      }
    >
      <PanelSection>
        <EndFacts a={a} b={b} />
      </PanelSection>
      <LinkUse a={a} b={b} />
      <Why link={link} />
    </InspectorFrame>
  );
}
