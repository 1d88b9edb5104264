import { useState, type ReactNode } from 'react';
import type { Device, DeviceDetail } from '../../shared/contract/devices.ts';
import { InterfaceGraph } from '../graphs/InterfaceGraph.tsx';
import { LatencyGraph } from '../graphs/LatencyGraph.tsx';
import { select, useSelection } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { formatSpeed } from '../../shared/units/bits.ts';
import { choosePorts, type PortChoice, type PortRow } from './port-rows.ts';
import { DeviceTiles } from './DeviceTiles.tsx';
import { PortTable } from './PortTable.tsx';
import { usePortColumns } from './use-port-columns.ts';
import styles from './DeviceOverview.module.css';

export interface DeviceOverviewProps {
  readonly device: Device;
  readonly detail: DeviceDetail | undefined;
  readonly rows: readonly PortRow[];
}

function Ports({
  device,
  rows,
  shownId,
}: {
  readonly device: Device;
  readonly rows: readonly PortRow[];
  readonly shownId: number | undefined;
}): ReactNode {
  const [choice, setChoice] = useState<PortChoice>('busy');
  const shown = choosePorts(rows, choice);
  const columns = usePortColumns(shown, false);
  const problems = rows.filter((row) => row.problem).length;
  const options = [
    { value: 'busy', label: 'Busy' },
    { value: 'problems', label: `Problems ${problems}` },
    { value: 'all', label: `All ${rows.length}` },
  ] as const;
  const folded = rows.length - shown.length;
  return (
    <section className={styles.card} aria-label="Interfaces">
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>Interfaces</h2>
        <span className={styles.cardAside}>problems first, then by use</span>
        <SegmentedControl<PortChoice> label="Which interfaces" value={choice} options={options} onChange={setChoice} />
      </header>
      <PortTable
        deviceId={device.id}
        rows={shown}
        columns={columns}
        fallbackId={shownId}
        empty={
          rows.length === 0 ? undefined : (
            <EmptyState
              title="None of these"
              text={choice === 'problems' ? 'No interface has a problem.' : 'No interface carries traffic.'}
            />
          )
        }
      />
      {folded > 0 && (
        <footer className={styles.cardFoot}>
          {shown.length} of {rows.length} shown. {choice === 'busy' && `${countText(folded, 'idle port')} folded.`}
          <button type="button" className={styles.more} onClick={() => setChoice('all')}>
            Show all
          </button>
        </footer>
      )}
    </section>
  );
}

function Traffic({ row }: { readonly row: PortRow }): ReactNode {
  const { port, link } = row;
  const speed = port.speedBps === null ? 'speed unknown' : `${formatSpeed(port.speedBps)} port`;
  return (
    <section className={styles.graph} aria-label={`Traffic of ${port.name}`}>
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>
          {port.name}
          {link?.neighbour !== undefined && ` to ${link.neighbour.name}`}
        </h2>
        <span className={styles.cardAside}>{speed}</span>
        <Button
          tone="quiet"
          size="small"
          onClick={() => select({ kind: 'rate', deviceId: port.deviceId, interfaceId: port.id })}
        >
          Why these numbers?
        </Button>
      </header>
      <div className={styles.plot}>
        <InterfaceGraph interfaceId={port.id} deviceId={port.deviceId} />
      </div>
    </section>
  );
}

/** Tiles, interfaces, and the graphs of the selected interface and of the device's answers. */
export function DeviceOverview({ device, detail, rows }: DeviceOverviewProps): ReactNode {
  const selection = useSelection();
  const selectedId = selection?.kind === 'interface' || selection?.kind === 'rate' ? selection.interfaceId : null;
  const shown = rows.find((row) => row.port.id === selectedId) ?? rows.find((row) => row.link !== undefined) ?? rows[0];
  return (
    <div className={styles.overview}>
      <DeviceTiles device={device} detail={detail} />
      <div className={styles.columns}>
        <Ports device={device} rows={rows} shownId={shown?.port.id} />
        <div className={styles.card}>
          {shown !== undefined && <Traffic row={shown} />}
          <section className={styles.answers} aria-label="Answer time">
            <div className={styles.plot}>
              <LatencyGraph deviceId={device.id} title="Answer time" />
            </div>
          </section>
        </div>
      </div>
    </div>
  );
}
