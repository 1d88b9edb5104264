import type { ReactNode } from 'react';
import { useItem } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useHardware } from './use-hardware.ts';
import { usePortNames } from './use-port-names.ts';
import { WhySection } from './WhySection.tsx';
import styles from './Hardware.module.css';

function Ports({ title, deviceId, ids }: { title: string; deviceId: number; ids: readonly number[] }): ReactNode {
  const portName = usePortNames(deviceId);
  return (
    <PanelSection title={title} aside={countText(ids.length, 'port')}>
      {ids.length === 0 && <p className={styles.quiet}>none</p>}
      <div className={styles.portList}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.portChip}
            onClick={() => select({ kind: 'interface', deviceId, interfaceId: id })}
          >
            {portName(id) ?? 'a removed port'}
          </button>
        ))}
      </div>
    </PanelSection>
  );
}

/** One VLAN of one switch, with its ports. */
export function VlanPanel({ deviceId, vlan, why }: { deviceId: number; vlan: number; why: boolean }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const { data } = useHardware(deviceId);
  const found = data?.vlans.find((one) => one.vlan === vlan);
  const name = found?.name ?? null;
  return (
    <InspectorFrame
      kind={`VLAN of ${device?.name ?? 'an unknown device'}`}
      subject={name === null ? `VLAN ${vlan}` : `${vlan} ${name}`}
      foot={<Button onClick={() => goTo({ view: 'device', deviceId, tab: 'vlans' })}>All VLANs</Button>}
    >
      {found === undefined && data !== undefined && (
        <EmptyState title="No such VLAN" text="The device does not show it any more." />
      )}
      {found !== undefined && (
        <>
          <Ports title="Untagged" deviceId={deviceId} ids={found.untagged} />
          <Ports title="Tagged" deviceId={deviceId} ids={found.tagged} />
          <WhySection
            key={`${vlan} ${why}`}
            deviceId={deviceId}
            subject={{ kind: 'vlan', vlan }}
            open={why}
            version={data?.readAtMs ?? null}
          />
        </>
      )}
    </InspectorFrame>
  );
}
