import { IconLayoutGridAdd } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { NetworkInterface } from '../../shared/contract/devices.ts';
import { formatSpeed } from '../../shared/units/bits.ts';
import { AddToBoardDialog } from '../boards/AddToBoardDialog.tsx';
import { useItem } from '../engine/use-topic.ts';
import { InterfaceGraph } from '../graphs/InterfaceGraph.tsx';
import { OpticSection } from '../hardware/OpticSection.tsx';
import { VlanSection } from '../hardware/VlanSection.tsx';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeyValue, PanelSection } from '../ui/PanelSection.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { Age } from '../ui/Time.tsx';
import { useDeviceLinks } from './use-device-links.ts';
import { UseRow } from './UseRow.tsx';
import styles from './Panels.module.css';

export interface InterfacePanelProps {
  readonly deviceId: number;
  readonly interfaceId: number;
}

function Facts({ port }: { readonly port: NetworkInterface }): ReactNode {
  return (
    <dl>
      <KeyValue label="Description">{port.alias ?? port.description}</KeyValue>
      <KeyValue label="Type">{port.type}</KeyValue>
      <KeyValue label="Addresses" mono>
        {port.addresses.length === 0 ? 'none' : port.addresses.join(', ')}
      </KeyValue>
      <KeyValue label="MAC" mono>
        {port.mac}
      </KeyValue>
      <KeyValue label="MTU">{port.mtu}</KeyValue>
      <KeyValue label="Switched on">{port.adminStatus}</KeyValue>
      <KeyValue label="Works">{port.operStatus}</KeyValue>
      <KeyValue label="ifIndex">{port.ifIndex}</KeyValue>
    </dl>
  );
}

/** One port: what it carries, what it is, and what it leads to. */
export function InterfacePanel({ deviceId, interfaceId }: InterfacePanelProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const device = useItem('devices', {}, deviceId);
  const port = useItem('interfaces', { deviceId }, interfaceId);
  const latest = useItem('samples.interfaces', { deviceId }, interfaceId);
  const link = useDeviceLinks(deviceId).get(interfaceId);
  if (port === undefined) {
    return (
      <InspectorFrame kind="Interface" subject={device?.name ?? 'Unknown device'}>
        <EmptyState title="No such interface" text="The device does not show it, or was removed." />
      </InspectorFrame>
    );
  }
  return (
    <InspectorFrame
      kind={`Interface of ${device?.name ?? 'an unknown device'}`}
      subject={port.name}
      copyText={`${device?.name ?? ''} ${port.name}`}
      facts={
        <>
          <StateMark state={port.state} />
          <span className={styles.since}>
            for <Age sinceMs={port.stateSinceMs} />
          </span>
          <Chip>{port.speedBps === null ? 'speed unknown' : formatSpeed(port.speedBps)}</Chip>
        </>
      }
      foot={
        <>
          <Button onClick={() => select({ kind: 'rate', deviceId, interfaceId })}>Why these numbers?</Button>
          <Button onClick={() => goTo({ view: 'device', deviceId, tab: 'overview' })}>Open device</Button>
          <IconButton label="Add to a board" edged onClick={() => setAdding(true)}>
            <IconLayoutGridAdd size={16} stroke={1.75} aria-hidden />
          </IconButton>
        </>
      }
    >
      {adding && (
        <AddToBoardDialog
          subject={{
            about: 'interfaces',
            ports: [{ deviceId, interfaceId, name: `${device?.name ?? ''} ${port.name}`.trim() }],
            kind: 'traffic',
          }}
          onClose={() => setAdding(false)}
        />
      )}
      <PanelSection title="Use" aside={latest === undefined ? null : <Seen atMs={latest.atMs} />}>
        <UseRow direction="out" name="out" bitsPerSecond={latest?.outBps} percent={latest?.outUse} />
        <UseRow direction="in" name="in" bitsPerSecond={latest?.inBps} percent={latest?.inUse} />
        <div className={styles.traffic}>
          <InterfaceGraph interfaceId={interfaceId} deviceId={deviceId} />
        </div>
      </PanelSection>
      {link !== undefined && (
        <PanelSection title="Leads to">
          <button type="button" className={styles.row} onClick={() => select({ kind: 'link', linkId: link.link.id })}>
            <StateMark state={link.link.state} shapeOnly />
            <span>{link.neighbour?.name ?? 'unknown device'}</span>
            <span className={`${styles.rowText ?? ''} mono`}>{link.far.port}</span>
          </button>
        </PanelSection>
      )}
      <OpticSection deviceId={deviceId} interfaceId={interfaceId} />
      <VlanSection deviceId={deviceId} interfaceId={interfaceId} />
      <PanelSection title="What it is">
        <Facts port={port} />
      </PanelSection>
    </InspectorFrame>
  );
}

function Seen({ atMs }: { readonly atMs: number }): ReactNode {
  return (
    <>
      <Age sinceMs={atMs} /> old
    </>
  );
}
