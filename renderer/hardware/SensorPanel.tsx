import type { ReactNode } from 'react';
import { useItem } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { KeyValue, PanelSection } from '../ui/PanelSection.tsx';
import { Age } from '../ui/Time.tsx';
import { HealthMark } from './HealthMark.tsx';
import { isUnjudged } from './health-words.ts';
import { LimitBar, limitWords } from './LimitBar.tsx';
import { SensorGraph } from './SensorGraph.tsx';
import { valueText } from './sensor-value.ts';
import { usePortNames } from './use-port-names.ts';
import { WhySection } from './WhySection.tsx';
import styles from './Hardware.module.css';

export interface SensorPanelProps {
  readonly deviceId: number;
  readonly sensorId: number;
  readonly why: boolean;
}

/** One sensor: its value between its limits, its course, and on demand where it comes from. */
export function SensorPanel({ deviceId, sensorId, why }: SensorPanelProps): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const sensor = useItem('sensors', { deviceId }, sensorId);
  const portName = usePortNames(deviceId);
  if (sensor === undefined) {
    return (
      <InspectorFrame kind="Sensor" subject={device?.name ?? 'Unknown device'}>
        <EmptyState title="No such sensor" text="The device does not show it any more." />
      </InspectorFrame>
    );
  }
  const port = portName(sensor.interfaceId);
  return (
    <InspectorFrame
      kind={`Sensor of ${device?.name ?? 'an unknown device'}`}
      subject={sensor.name}
      copyText={`${device?.name ?? ''} ${sensor.name} ${valueText(sensor)}`}
      facts={
        <>
          {isUnjudged(sensor) ? (
            <HealthMark health="unknown" word="no limits, not judged" plain />
          ) : (
            <HealthMark health={sensor.health} />
          )}
          <span className={styles.quiet}>
            for <Age sinceMs={sensor.healthSinceMs} />
          </span>
        </>
      }
      foot={<Button onClick={() => goTo({ view: 'device', deviceId, tab: 'sensors' })}>All sensors</Button>}
    >
      <PanelSection
        title="Value"
        aside={
          sensor.atMs === null ? null : (
            <>
              <Age sinceMs={sensor.atMs} /> old
            </>
          )
        }
      >
        <div className={styles.bigValue}>
          <strong className={sensor.value === null ? styles.quiet : styles.bigNumber}>{valueText(sensor)}</strong>
          <LimitBar sensor={sensor} width={132} />
        </div>
        {sensor.because !== null && !isUnjudged(sensor) && <p className={styles.because}>{sensor.because}</p>}
        {sensor.kind !== 'state' && (
          <div className={styles.sensorGraph}>
            <SensorGraph key={sensor.id} sensor={sensor} />
          </div>
        )}
      </PanelSection>
      <WhySection
        key={`${sensorId} ${why}`}
        deviceId={deviceId}
        subject={{ kind: 'sensor', sensorId }}
        open={why}
        version={sensor.atMs}
      />
      <PanelSection title="What it is">
        <dl>
          <KeyValue label="Kind">{sensor.kind}</KeyValue>
          <KeyValue label="Limits">{limitWords(sensor) || 'the device tells none'}</KeyValue>
          <KeyValue label="Port" mono>
            {port ?? 'none'}
          </KeyValue>
        </dl>
      </PanelSection>
    </InspectorFrame>
  );
}
