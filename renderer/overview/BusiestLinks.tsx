import type { ReactNode } from 'react';
import { formatBits } from '../../shared/units/bits.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { select } from '../state/selection.ts';
import { Numeric } from '../ui/Numeric.tsx';
import { UseBar } from '../ui/UseBar.tsx';
import { CountLink } from './CountLink.tsx';
import { OverviewCard, Quiet } from './OverviewCard.tsx';
import type { BusyLink } from './overview-model.ts';
import { RowList } from './RowList.tsx';
import styles from './Overview.module.css';

export interface BusiestLinksProps {
  readonly links: readonly BusyLink[];
  readonly nameOf: (deviceId: number) => string;
  readonly selectedId: number | null;
}

/** By the use of one direction, as the colours of the map have it. */
export function BusiestLinks({ links, nameOf, selectedId }: BusiestLinksProps): ReactNode {
  return (
    <OverviewCard area="busiest" title="Busiest links" aside={<CountLink to={{ view: 'map' }}>On the map</CountLink>}>
      {links.length === 0 ? (
        <Quiet>No link has told its use yet. It takes two polls of a port whose speed is known.</Quiet>
      ) : (
        <RowList label="Busiest links">
          {links.map((busy) => (
            <BusyRow
              key={busy.link.id}
              busy={busy}
              from={nameOf(busy.from.deviceId)}
              to={nameOf(busy.to.deviceId)}
              selected={busy.link.id === selectedId}
            />
          ))}
        </RowList>
      )}
    </OverviewCard>
  );
}

interface BusyRowProps {
  readonly busy: BusyLink;
  readonly from: string;
  readonly to: string;
  readonly selected: boolean;
}

function BusyRow({ busy, from, to, selected }: BusyRowProps): ReactNode {
  return (
    <li className={styles.row} data-row="link" data-selected={selected || undefined}>
      <button type="button" className={styles.main} onClick={() => select({ kind: 'link', linkId: busy.link.id })}>
        <span className={styles.name} title={`${from} ${busy.from.port ?? ''} to ${to} ${busy.to.port ?? ''}`}>
          {from} <span className={styles.arrow}>→</span> {to}
        </span>{' '}
        <span className={`${styles.site} mono`}>{busy.from.port}</span>
      </button>
      <UseBar percent={busy.percent} height={6} />
      <span className={`${styles.figure} num`}>{formatPercent(Math.round(busy.percent))}</span>
      <span className={styles.rate}>
        <Numeric value={busy.bitsPerSecond} format={formatBits} />
      </span>
    </li>
  );
}
