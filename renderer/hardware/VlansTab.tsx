import { useMemo, useState, type ReactNode } from 'react';
import type { NetworkInterface } from '../../shared/contract/devices.ts';
import type { DeviceVlan } from '../../shared/contract/hardware.ts';
import { countText } from '../ui/count-text.ts';
import { useTopic } from '../engine/use-topic.ts';
import { select, useSelection } from '../state/selection.ts';
import { classNames } from '../ui/class-names.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { missingTables, VLAN_TABLES } from './missing-tables.ts';
import { useHardware } from './use-hardware.ts';
import { portVlans, rangesText, vlanMatrix, type PortVlans, type VlanMatrix } from './vlan-rows.ts';
import { WhyButton } from './WhyButton.tsx';
import styles from './Hardware.module.css';

/** More cells than this are no picture any more. */
const MOST_PORTS = 160;
const MOST_VLANS = 300;

const vlanName = ({ vlan, name }: DeviceVlan): string => (name === null ? `VLAN ${vlan}` : `VLAN ${vlan}, ${name}`);

function MatrixRow({
  deviceId,
  vlan,
  matrix,
  selected,
}: {
  deviceId: number;
  vlan: DeviceVlan;
  matrix: VlanMatrix;
  selected: boolean;
}): ReactNode {
  const members = matrix.of.get(vlan.vlan);
  return (
    <tr className={classNames(styles.vlanRow, selected && styles.vlanSelected)}>
      <th scope="row" className={styles.vlanHead}>
        <button
          type="button"
          className={styles.vlanButton}
          aria-pressed={selected}
          onClick={() => select({ kind: 'vlan', deviceId, vlan: vlan.vlan })}
        >
          <span className={styles.vlanNumber}>{vlan.vlan}</span>
          <span className={styles.vlanName}>{vlan.name}</span>
        </button>
        <WhyButton deviceId={deviceId} subject={{ kind: 'vlan', vlan: vlan.vlan }} name={vlanName(vlan)} />
      </th>
      <td className={styles.vlanCount}>{vlan.untagged.length + vlan.tagged.length + vlan.lost}</td>
      {matrix.ports.slice(0, MOST_PORTS).map((port) => {
        const member = members?.get(port.id);
        return (
          <td key={port.id} className={styles.vlanCell} title={member && `${port.name}: ${member}`}>
            {member !== undefined && (
              <span className={styles.vlanMark} data-member={member}>
                <span className="only-for-readers">{member}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Matrix({
  deviceId,
  vlans,
  matrix,
}: {
  deviceId: number;
  vlans: readonly DeviceVlan[];
  matrix: VlanMatrix;
}): ReactNode {
  const selection = useSelection();
  const selected = selection?.kind === 'vlan' && selection.deviceId === deviceId ? selection.vlan : null;
  return (
    <div className={styles.matrixScroll} tabIndex={0} role="region" aria-label="VLANs by port">
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col" className={styles.vlanCorner}>
              VLAN
            </th>
            <th scope="col" className={styles.vlanCountHead}>
              Ports
            </th>
            {matrix.ports.slice(0, MOST_PORTS).map((port) => (
              <th key={port.id} scope="col" className={styles.portHead}>
                <button
                  type="button"
                  className={styles.portButton}
                  title={port.alias === null ? port.name : `${port.name}, ${port.alias}`}
                  onClick={() => select({ kind: 'interface', deviceId, interfaceId: port.id })}
                >
                  {port.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vlans.slice(0, MOST_VLANS).map((vlan) => (
            <MatrixRow
              key={vlan.vlan}
              deviceId={deviceId}
              vlan={vlan}
              matrix={matrix}
              selected={vlan.vlan === selected}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Switched off by a person: no fault. */
const isShut = (port: NetworkInterface): boolean => port.adminStatus === 'down';

const portColumns: readonly TableColumn<PortVlans>[] = [
  {
    id: 'port',
    header: 'Port',
    width: 'minmax(110px, 0.7fr)',
    sortBy: ({ port }) => port.name,
    cell: ({ port }) => (
      <span className={styles.part}>
        {isShut(port) ? <span className={styles.noMark} /> : <StateMark state={port.state} shapeOnly />}
        <span className="mono">{port.name}</span>
      </span>
    ),
  },
  {
    id: 'alias',
    header: 'Name',
    width: 'minmax(120px, 1fr)',
    sortBy: ({ port }) => port.alias,
    cell: ({ port }) => <span className={styles.quiet}>{port.alias}</span>,
  },
  {
    id: 'untagged',
    header: 'Untagged',
    width: '110px',
    sortBy: ({ untagged }) => untagged[0] ?? null,
    cell: ({ untagged }) => <span className="num">{rangesText(untagged) || 'none'}</span>,
  },
  {
    id: 'tagged',
    header: 'Tagged',
    width: 'minmax(180px, 2fr)',
    sortBy: ({ tagged }) => tagged.length,
    downFirst: true,
    cell: ({ tagged }) => (
      <span className="num" title={rangesText(tagged)}>
        {rangesText(tagged) || 'none'}
      </span>
    ),
  },
];

type Shown = 'matrix' | 'ports';

/** Which port carries which VLAN, with a tag or without: as a picture and port by port. */
export function VlansTab({ deviceId }: { readonly deviceId: number }): ReactNode {
  const { data } = useHardware(deviceId);
  const { items: ports } = useTopic('interfaces', { deviceId });
  const [shown, setShown] = useState<Shown>('matrix');
  const selection = useSelection();
  const vlans = useMemo(() => data?.vlans ?? [], [data]);
  const matrix = useMemo(() => vlanMatrix(vlans, ports), [vlans, ports]);
  const rows = useMemo(() => portVlans(vlans, matrix), [vlans, matrix]);
  if (data === undefined) return null;
  if (vlans.length === 0) return <EmptyState title="No VLANs" text={missingTables(data, VLAN_TABLES)} />;
  const lost = vlans.reduce((sum, vlan) => sum + vlan.lost, 0);
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <SegmentedControl<Shown>
          label="How VLANs are shown"
          value={shown}
          options={[
            { value: 'matrix', label: 'VLAN by port' },
            { value: 'ports', label: 'Port by port' },
          ]}
          onChange={setShown}
        />
        <span className={styles.barAside}>
          {countText(vlans.length, 'VLAN')} on {countText(matrix.ports.length, 'port')}, by {data.vlanSource}
          {lost > 0 && `; ${lost} memberships are of ports that are no interface`}
          {matrix.ports.length > MOST_PORTS && shown === 'matrix' && `; the first ${MOST_PORTS} ports are shown`}
        </span>
        {shown === 'matrix' && (
          <span className={styles.vlanLegend}>
            <span className={styles.vlanMark} data-member="untagged" aria-hidden /> untagged
            <span className={styles.vlanMark} data-member="tagged" aria-hidden /> tagged
          </span>
        )}
      </div>
      {shown === 'matrix' ? (
        <Matrix deviceId={deviceId} vlans={vlans} matrix={matrix} />
      ) : (
        <DataTable
          label="VLANs of ports"
          columns={portColumns}
          rows={rows}
          rowKey={({ port }) => port.id}
          selectedKey={selection?.kind === 'interface' ? selection.interfaceId : null}
          isQuiet={({ port }) => isShut(port)}
          onSelect={({ port }) => select({ kind: 'interface', deviceId, interfaceId: port.id })}
        />
      )}
    </div>
  );
}
