import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { formatAge, formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { LatencyGraph } from '../graphs/LatencyGraph.tsx';
import { WhyButton } from '../hardware/WhyButton.tsx';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { countText } from '../ui/count-text.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { DeviceIcon } from '../ui/DeviceIcon.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Numeric } from '../ui/Numeric.tsx';
import { KeyValue, PanelSection } from '../ui/PanelSection.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { Age, Time } from '../ui/Time.tsx';
import { useNow } from '../ui/use-now.ts';
import { useDeviceActions } from './use-device-actions.ts';
import styles from './Panels.module.css';

const percent = (value: number): string => formatPercent(Math.round(value));

function Identity({ device }: { readonly device: Device }): ReactNode {
  const nowMs = useNow(60_000);
  return (
    <dl>
      <KeyValue label="Address" mono>
        {device.address}
      </KeyValue>
      <KeyValue label="Model">{[device.vendor, device.model].filter((word) => word !== null).join(' ')}</KeyValue>
      <KeyValue label="Software">{[device.os, device.osVersion].filter((word) => word !== null).join(' ')}</KeyValue>
      <KeyValue label="Serial" mono>
        {device.serial}
      </KeyValue>
      <KeyValue label="Site">{device.site}</KeyValue>
      <KeyValue label="Location">{device.location}</KeyValue>
      <KeyValue label="Running">{device.bootedAtMs === null ? null : formatAge(nowMs - device.bootedAtMs)}</KeyValue>
      <KeyValue label="Last answer">
        {device.lastAnswerAtMs === null ? null : <Time atMs={device.lastAnswerAtMs} seconds />}
      </KeyValue>
    </dl>
  );
}

function Health({ deviceId }: { readonly deviceId: number }): ReactNode {
  const latest = useItem('samples.devices', {}, deviceId);
  return (
    <>
      <dl>
        <KeyValue label="Answer time">
          <Numeric value={latest?.rttAvg} format={formatDuration} />
        </KeyValue>
        <KeyValue label="Loss">
          <Numeric value={latest?.loss} format={percent} />
        </KeyValue>
        <KeyValue label="Processor">
          <Numeric value={latest?.cpu} format={percent} />
        </KeyValue>
        <KeyValue label="Memory">
          <Numeric value={latest?.memory} format={percent} />
        </KeyValue>
      </dl>
      <div className={styles.plot}>
        <LatencyGraph deviceId={deviceId} />
      </div>
    </>
  );
}

function Links({ device }: { readonly device: Device }): ReactNode {
  const devices = useTopic('devices', {});
  const links = useTopic('links', {}).items.filter((link) =>
    [link.a, link.b].some((end) => end.deviceId === device.id),
  );
  if (links.length === 0) return null;
  return (
    <PanelSection title="Neighbours" aside={countText(links.length, 'link')}>
      <ul>
        {links.map((link) => {
          const [near, far] = link.a.deviceId === device.id ? [link.a, link.b] : [link.b, link.a];
          return (
            <li key={link.id}>
              <button type="button" className={styles.row} onClick={() => select({ kind: 'link', linkId: link.id })}>
                <StateMark state={link.state} shapeOnly />
                <span className="mono">{near.port ?? 'unknown port'}</span>
                <span className={styles.rowText}>{devices.byId.get(far.deviceId)?.name ?? 'unknown device'}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}

function Known({ device }: { readonly device: Device }): ReactNode {
  const { poll, polling } = useDeviceActions(device);
  return (
    <InspectorFrame
      kind={deviceGlyphNames[device.kind]}
      subject={
        <span className={styles.subject}>
          <DeviceIcon kind={device.kind} />
          {device.name}
        </span>
      }
      copyText={`${device.name} ${device.address}`}
      facts={
        <>
          <StateMark state={device.state} />
          <span className={styles.since}>
            for <Age sinceMs={device.stateSinceMs} />
          </span>
          {!device.managed && <Chip>heard of, not polled</Chip>}
        </>
      }
      foot={
        <>
          <Button tone="primary" onClick={() => goTo({ view: 'device', deviceId: device.id, tab: 'overview' })}>
            Open device
          </Button>
          {device.managed && (
            <Button icon={<IconRefresh size={16} stroke={1.75} aria-hidden />} busy={polling} onClick={poll}>
              {polling ? 'Polling' : 'Poll now'}
            </Button>
          )}
        </>
      }
    >
      {(device.stateBecause ?? device.problem) !== null && (
        <PanelSection title="Why">
          {device.stateBecause !== null && <p className={styles.sentence}>{device.stateBecause}</p>}
          {device.problem !== null && <p className={styles.sentence}>{device.problem}</p>}
        </PanelSection>
      )}
      <PanelSection
        title="Identity"
        aside={
          device.managed && (
            <WhyButton deviceId={device.id} subject={{ kind: 'identity', field: 'model' }} name="its identity" />
          )
        }
      >
        <Identity device={device} />
      </PanelSection>
      {device.managed && (
        <PanelSection title="Health">
          <Health deviceId={device.id} />
        </PanelSection>
      )}
      <Links device={device} />
    </InspectorFrame>
  );
}

export function DevicePanel({ deviceId }: { readonly deviceId: number }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  if (device !== undefined) return <Known device={device} />;
  return (
    <InspectorFrame kind="Device" subject="Not here any more">
      <EmptyState title="No such device" text="It was removed from this network." />
    </InspectorFrame>
  );
}
