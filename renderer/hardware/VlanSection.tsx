import { useMemo, type ReactNode } from 'react';
import { useItem } from '../engine/use-topic.ts';
import { KeyValue, PanelSection } from '../ui/PanelSection.tsx';
import { useHardware } from './use-hardware.ts';
import { portVlans, rangesText, vlanMatrix } from './vlan-rows.ts';

/** VLANs of one port, in the port's panel; nothing where it is in none. */
export function VlanSection({
  deviceId,
  interfaceId,
}: {
  readonly deviceId: number;
  readonly interfaceId: number;
}): ReactNode {
  const { data } = useHardware(deviceId);
  const port = useItem('interfaces', { deviceId }, interfaceId);
  const own = useMemo(() => {
    if (port === undefined || data === undefined) return undefined;
    return portVlans(data.vlans, vlanMatrix(data.vlans, [port]))[0];
  }, [data, port]);
  if (own === undefined) return null;
  return (
    <PanelSection title="VLANs">
      <dl>
        <KeyValue label="Untagged">{rangesText(own.untagged) || 'none'}</KeyValue>
        <KeyValue label="Tagged">{rangesText(own.tagged) || 'none'}</KeyValue>
      </dl>
    </PanelSection>
  );
}
