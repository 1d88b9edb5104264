import type { ReactNode } from 'react';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { select } from '../state/selection.ts';
import { OverviewCard, Quiet } from './OverviewCard.tsx';
import type { Measured } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import styles from './Overview.module.css';

export interface WorstAnswersProps {
  readonly slowest: readonly Measured[];
  readonly lossiest: readonly Measured[];
  readonly selectedId: number | null;
}

/** Of the devices that answer: who takes longest, and who loses probes. */
export function WorstAnswers({ slowest, lossiest, selectedId }: WorstAnswersProps): ReactNode {
  return (
    <OverviewCard area="answers" title="Answer time and loss">
      <h3 className={styles.subtitle}>Slowest</h3>
      {slowest.length === 0 ? (
        <Quiet>No answer to a ping was measured lately.</Quiet>
      ) : (
        <RowList label="Slowest answers">
          {slowest.map((one) => (
            <MeasuredRow key={one.device.id} {...one} format={formatDuration} selectedId={selectedId} />
          ))}
        </RowList>
      )}
      <h3 className={styles.subtitle}>Loss</h3>
      {lossiest.length === 0 ? (
        <Quiet>No device that answers loses a probe.</Quiet>
      ) : (
        <RowList label="Most loss">
          {lossiest.map((one) => (
            <MeasuredRow key={one.device.id} {...one} format={formatPercent} selectedId={selectedId} />
          ))}
        </RowList>
      )}
    </OverviewCard>
  );
}

interface MeasuredRowProps extends Measured {
  readonly format: (value: number) => string;
  readonly selectedId: number | null;
}

function MeasuredRow({ device, value, format, selectedId }: MeasuredRowProps): ReactNode {
  return (
    <li className={styles.row} data-row="measured" data-selected={device.id === selectedId || undefined}>
      <button type="button" className={styles.main} onClick={() => select({ kind: 'device', deviceId: device.id })}>
        <span className={styles.name}>{device.name}</span> <span className={styles.site}>{device.site}</span>
      </button>
      <span className={`${styles.figure} num`}>{format(value)}</span>
    </li>
  );
}
