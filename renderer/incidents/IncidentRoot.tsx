import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useItem, useLiveTopic, useTopic } from '../engine/use-topic.ts';
import { goTo } from '../state/route.ts';
import { DeviceTile } from '../ui/DeviceTile.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { StateMark, StateShape } from '../ui/StateMark.tsx';
import { Time } from '../ui/Time.tsx';
import styles from './Incidents.module.css';

const NAMED = 12;

function openDevice(deviceId: number): void {
  goTo({ view: 'device', deviceId, tab: 'overview' });
}

function Affected({ ids }: { readonly ids: readonly number[] }): ReactNode {
  const devices = useTopic('devices', {}).byId;
  // One that came into the network later has a name all the same.
  const known = useLiveTopic('devices', {}).byId;
  if (ids.length === 0) return null;
  return (
    <div className={styles.chips}>
      {ids.slice(0, NAMED).map((id) => {
        const device = devices.get(id);
        return (
          <button key={id} type="button" className={styles.chip} onClick={() => openDevice(id)}>
            <StateShape state={device?.state ?? 'unknown'} size={12} />
            {known.get(id)?.name ?? 'a device that was removed'}
          </button>
        );
      })}
      {ids.length > NAMED && <span className={styles.dim}>and {ids.length - NAMED} more</span>}
    </div>
  );
}

/** The device at the root, how it is now, and what hangs behind it. */
export function IncidentRoot({ incident }: { readonly incident: Incident }): ReactNode {
  const root = useItem('devices', {}, incident.deviceId);
  if (root === undefined) return null;
  const model = [root.vendor, root.model].filter((word) => word !== null).join(' ');
  return (
    <PanelSection title="Root" aside={incident.site}>
      <div className={styles.subject}>
        <DeviceTile kind={root.kind} state={root.state} />
        <div className={styles.subjectText}>
          <div className={styles.subjectName}>
            <button type="button" className={styles.linkButton} onClick={() => openDevice(root.id)}>
              {root.name}
            </button>
            <StateMark state={root.state} />
          </div>
          <p>
            <span className="mono">{root.address}</span>
            {model !== '' && `, ${model}`}
            {root.lastAnswerAtMs !== null && (
              <>
                , last answer <Time atMs={root.lastAnswerAtMs} seconds />
              </>
            )}
          </p>
        </div>
      </div>
      <Affected ids={incident.affected} />
    </PanelSection>
  );
}
