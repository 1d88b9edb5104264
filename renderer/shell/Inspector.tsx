import type { ReactNode } from 'react';
import { DevicePanel } from '../devices/DevicePanel.tsx';
import { InterfacePanel } from '../devices/InterfacePanel.tsx';
import { LinkPanel } from '../devices/LinkPanel.tsx';
import { RatePanel } from '../devices/RatePanel.tsx';
import { IdentityPanel } from '../hardware/IdentityPanel.tsx';
import { PartPanel } from '../hardware/PartPanel.tsx';
import { SensorPanel } from '../hardware/SensorPanel.tsx';
import { VlanPanel } from '../hardware/VlanPanel.tsx';
import { IncidentPanel } from '../incidents/IncidentPanel.tsx';
import type { Selection } from '../state/selection.ts';
import styles from './Inspector.module.css';

function panel(selection: Selection): ReactNode {
  switch (selection.kind) {
    case 'device':
      return <DevicePanel deviceId={selection.deviceId} />;
    case 'interface':
      return <InterfacePanel deviceId={selection.deviceId} interfaceId={selection.interfaceId} />;
    case 'rate':
      return <RatePanel deviceId={selection.deviceId} interfaceId={selection.interfaceId} />;
    case 'sensor':
      return <SensorPanel deviceId={selection.deviceId} sensorId={selection.sensorId} why={selection.why ?? false} />;
    case 'part':
      return <PartPanel deviceId={selection.deviceId} index={selection.index} why={selection.why ?? false} />;
    case 'vlan':
      return <VlanPanel deviceId={selection.deviceId} vlan={selection.vlan} why={selection.why ?? false} />;
    case 'identity':
      return <IdentityPanel deviceId={selection.deviceId} field={selection.field} />;
    case 'link':
      return <LinkPanel linkId={selection.linkId} />;
    case 'incident':
      return <IncidentPanel incidentId={selection.incidentId} />;
  }
}

/** The same component everywhere: one panel for whatever is selected. */
export function Inspector({ selection }: { readonly selection: Selection }): ReactNode {
  return (
    <aside data-no-print className={styles.inspector} aria-label="Inspector">
      {panel(selection)}
    </aside>
  );
}
