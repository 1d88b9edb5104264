import type { ReactNode } from 'react';
import { DevicePanel } from '../devices/DevicePanel.tsx';
import { InterfacePanel } from '../devices/InterfacePanel.tsx';
import { LinkPanel } from '../devices/LinkPanel.tsx';
import { RatePanel } from '../devices/RatePanel.tsx';
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
