import type { ReactNode } from 'react';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { KeyValue, PanelSection } from '../ui/PanelSection.tsx';
import { HealthMark } from './HealthMark.tsx';
import { healthOfAll } from './health-words.ts';
import { LimitBar } from './LimitBar.tsx';
import { valueText } from './sensor-value.ts';
import { useHardware } from './use-hardware.ts';
import { usePortNames } from './use-port-names.ts';
import { WhySection } from './WhySection.tsx';
import styles from './Hardware.module.css';

/** One part: what it is, and what is measured of it. */
export function PartPanel({ deviceId, index, why }: { deviceId: number; index: number; why: boolean }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const { data } = useHardware(deviceId);
  const { items } = useTopic('sensors', { deviceId });
  const portName = usePortNames(deviceId);
  const part = data?.parts.find((one) => one.index === index);
  if (part === undefined) {
    return (
      <InspectorFrame kind="Part" subject={device?.name ?? 'Unknown device'}>
        {data !== undefined && <EmptyState title="No such part" text="The device does not show it any more." />}
      </InspectorFrame>
    );
  }
  const sensors = items.filter((sensor) => sensor.partIndex === index);
  return (
    <InspectorFrame
      kind={`Part of ${device?.name ?? 'an unknown device'}`}
      subject={part.name}
      copyText={[part.name, part.model, part.serial].filter(Boolean).join(' ')}
      facts={sensors.length === 0 ? undefined : <HealthMark health={healthOfAll(sensors)} />}
      foot={<Button onClick={() => goTo({ view: 'device', deviceId, tab: 'hardware' })}>All parts</Button>}
    >
      <PanelSection title="What it is">
        <dl>
          <KeyValue label="Description">{part.description}</KeyValue>
          <KeyValue label="Model">{part.model}</KeyValue>
          <KeyValue label="Serial" mono>
            {part.serial}
          </KeyValue>
          <KeyValue label="Made by">{part.manufacturer}</KeyValue>
          <KeyValue label="Hardware">{part.hardware}</KeyValue>
          <KeyValue label="Firmware">{part.firmware}</KeyValue>
          <KeyValue label="Software">{part.software}</KeyValue>
          <KeyValue label="Replaceable">{part.replaceable === null ? null : part.replaceable ? 'yes' : 'no'}</KeyValue>
          {part.interfaceId !== null && (
            <KeyValue label="Port" mono>
              {portName(part.interfaceId)}
            </KeyValue>
          )}
        </dl>
      </PanelSection>
      {sensors.length > 0 && (
        <PanelSection title="Sensors">
          {sensors.map((sensor) => (
            <button
              key={sensor.id}
              type="button"
              className={styles.opticRow}
              onClick={() => select({ kind: 'sensor', deviceId, sensorId: sensor.id })}
            >
              <span className={styles.opticName}>{sensor.name}</span>
              <LimitBar sensor={sensor} width={72} />
              <span className={styles.opticNumber} data-health={sensor.health}>
                {valueText(sensor)}
              </span>
            </button>
          ))}
        </PanelSection>
      )}
      <WhySection
        key={`${index} ${why}`}
        deviceId={deviceId}
        subject={{ kind: 'part', index }}
        open={why}
        version={data?.readAtMs ?? null}
      />
    </InspectorFrame>
  );
}
