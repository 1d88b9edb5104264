import { useEffect, type ReactNode } from 'react';
import type { InterfaceMetric, RateExplanation } from '../../shared/contract/series.ts';
import { formatBits } from '../../shared/units/bits.ts';
import { threeDigits } from '../../shared/units/number-text.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { Numeric } from '../ui/Numeric.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { Time } from '../ui/Time.tsx';
import type { InterfacePanelProps } from './InterfacePanel.tsx';
import styles from './Panels.module.css';

const metricNames: Readonly<Record<InterfaceMetric, string>> = {
  inBps: 'In',
  outBps: 'Out',
  inPps: 'Packets in',
  outPps: 'Packets out',
  inErrors: 'Errors in',
  outErrors: 'Errors out',
  inDiscards: 'Discards in',
  outDiscards: 'Discards out',
};

const qualityWords: Readonly<Record<RateExplanation['quality'], string>> = {
  good: 'good',
  suspect: 'suspect: above 1.2 times the speed',
  gap: 'a gap: no earlier reading near enough',
  reset: 'a reset: the counter or the device started again',
  missing: 'the device did not say',
};

function formatRate(metric: InterfaceMetric): (rate: number) => string {
  return metric === 'inBps' || metric === 'outBps' ? formatBits : (rate) => `${threeDigits(rate)} /s`;
}

function Reading({
  name,
  reading,
}: {
  readonly name: string;
  readonly reading: RateExplanation['current'];
}): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{reading === null ? 'none' : <Time atMs={reading.atMs} seconds />}</td>
      <td>{reading === null ? '' : (reading.value ?? 'unknown')}</td>
    </tr>
  );
}

function Explanation({ one }: { readonly one: RateExplanation }): ReactNode {
  return (
    <section className={styles.rate} aria-label={metricNames[one.metric]}>
      <h3 className={styles.rateHead}>
        <span>{metricNames[one.metric]}</span>
        <Numeric value={one.rate} format={formatRate(one.metric)} />
      </h3>
      <table className={styles.readings}>
        <thead>
          <tr>
            <th scope="col">Reading</th>
            <th scope="col">At</th>
            <th scope="col">{one.counter}</th>
          </tr>
        </thead>
        <tbody>
          <Reading name="A" reading={one.previous} />
          <Reading name="B" reading={one.current} />
        </tbody>
      </table>
      <p className={styles.rule}>
        {one.rule}
        {one.seconds !== null && `, t = ${threeDigits(one.seconds)} s`}
      </p>
      {one.quality !== 'good' && <p className={styles.sentence}>This is {qualityWords[one.quality]}.</p>}
    </section>
  );
}

/** How the last rates of an interface were made: raw readings, rule, arithmetic. */
export function RatePanel({ deviceId, interfaceId }: InterfacePanelProps): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const port = useItem('interfaces', { deviceId }, interfaceId);
  const atMs = useItem('samples.interfaces', { deviceId }, interfaceId)?.atMs;
  const { data, error, loading, reload } = useCall('rate.why', { interfaceId });
  useEffect(reload, [atMs, reload]);
  return (
    <InspectorFrame
      kind="Why these numbers?"
      subject={port?.name ?? 'Interface'}
      facts={<span className={styles.since}>of {device?.name ?? 'an unknown device'}</span>}
      foot={<Button onClick={() => select({ kind: 'interface', deviceId, interfaceId })}>Back to the interface</Button>}
    >
      {error !== null && <ErrorState message={error.message} hint={error.hint} onRetry={reload} />}
      {data?.length === 0 && !loading && (
        <EmptyState title="No numbers yet" text="Two readings of a counter make a rate; the second has not come yet." />
      )}
      <PanelSection>
        {(data ?? []).map((one) => (
          <Explanation key={one.metric} one={one} />
        ))}
      </PanelSection>
    </InspectorFrame>
  );
}
