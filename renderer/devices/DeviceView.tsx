import type { ReactNode } from 'react';
import { ConfigTab } from '../configs/ConfigTab.tsx';
import { useTopic } from '../engine/use-topic.ts';
import { HardwareTab } from '../hardware/HardwareTab.tsx';
import { OpticsTab } from '../hardware/OpticsTab.tsx';
import { SensorsTab } from '../hardware/SensorsTab.tsx';
import { VlansTab } from '../hardware/VlansTab.tsx';
import { deviceTabs, goTo, type DeviceTab } from '../state/route.ts';
import { TerminalTab } from '../terminal/TerminalTab.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { DeviceHead } from './DeviceHead.tsx';
import { DeviceOverview } from './DeviceOverview.tsx';
import { HostKeyNotice } from './HostKeyNotice.tsx';
import { InterfacesTab } from './InterfacesTab.tsx';
import { LogTab } from './LogTab.tsx';
import { NeighboursTab } from './NeighboursTab.tsx';
import { useDeviceDetail } from './use-device-detail.ts';
import { usePortRows } from './use-port-rows.ts';

export interface DeviceViewProps {
  readonly deviceId: number;
  readonly tab: DeviceTab;
  /** Of the newest configuration, on its tab. */
  readonly line: number | null;
}

function Gone(): ReactNode {
  return (
    <EmptyState
      title="No such device"
      text="It was removed, or the address in the link is of another network file."
      action={<Button onClick={() => goTo({ view: 'devices' })}>All devices</Button>}
    />
  );
}

const tabNames: Readonly<Record<DeviceTab, string>> = {
  overview: 'Overview',
  interfaces: 'Interfaces',
  hardware: 'Hardware',
  sensors: 'Sensors',
  optics: 'Optics',
  vlans: 'VLANs',
  neighbours: 'Neighbours',
  config: 'Config',
  terminal: 'Terminal',
  log: 'Log',
};

/** One device: identity, health, interfaces with graphs, neighbours, configurations, events. */
export function DeviceView({ deviceId, tab, line }: DeviceViewProps): ReactNode {
  const devices = useTopic('devices', {});
  const device = devices.byId.get(deviceId);
  const detail = useDeviceDetail(deviceId);
  const rows = usePortRows(deviceId);
  const links = useTopic('links', {}).items.filter(
    (link) => link.a.deviceId === deviceId || link.b.deviceId === deviceId,
  );
  if (device === undefined) return <Gone />;
  const counts: Partial<Record<DeviceTab, number>> = { interfaces: rows.length, neighbours: links.length };
  const tabs = deviceTabs.map((value) => {
    const count = counts[value];
    return { value, label: count === undefined || count === 0 ? tabNames[value] : `${tabNames[value]} ${count}` };
  });
  return (
    <>
      <DeviceHead device={device} />
      {detail.data?.hostKey && (
        <HostKeyNotice device={device} hostKey={detail.data.hostKey} onTrusted={detail.reload} />
      )}
      <Tabs
        label={device.name}
        value={tab}
        tabs={tabs}
        onChange={(next) => goTo({ view: 'device', deviceId, tab: next })}
      >
        {tab === 'overview' && <DeviceOverview device={device} detail={detail.data} rows={rows} />}
        {tab === 'interfaces' && <InterfacesTab device={device} rows={rows} />}
        {tab === 'hardware' && <HardwareTab deviceId={deviceId} facts={detail.data?.facts} />}
        {tab === 'sensors' && <SensorsTab deviceId={deviceId} />}
        {tab === 'optics' && <OpticsTab deviceId={deviceId} />}
        {tab === 'vlans' && <VlansTab deviceId={deviceId} />}
        {tab === 'neighbours' && <NeighboursTab deviceId={deviceId} />}
        {tab === 'config' && detail.data === undefined && <Reading />}
        {tab === 'config' && detail.data !== undefined && (
          <ConfigTab device={device} revisions={detail.data.revisions} line={line} />
        )}
        {tab === 'terminal' && <TerminalTab device={device} onLoggedIn={detail.reload} />}
        {tab === 'log' && <LogTab deviceId={deviceId} name={device.name} />}
      </Tabs>
    </>
  );
}
