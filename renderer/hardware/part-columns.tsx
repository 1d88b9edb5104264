import {
  IconBolt,
  IconBoxMultiple,
  IconCpu,
  IconDeviceSdCard,
  IconPlug,
  IconPropeller,
  IconServer2,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DevicePart } from '../../shared/contract/hardware.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { HealthMark } from './HealthMark.tsx';
import type { PartRow } from './part-rows.ts';
import { WhyButton } from './WhyButton.tsx';
import styles from './Hardware.module.css';

const icons: Partial<Record<DevicePart['class'], TablerIcon>> = {
  chassis: IconServer2,
  stack: IconBoxMultiple,
  powerSupply: IconBolt,
  fan: IconPropeller,
  cpu: IconCpu,
  port: IconPlug,
};

const classNames: Partial<Record<DevicePart['class'], string>> = {
  powerSupply: 'power supply',
  cpu: 'processor',
  storageDrive: 'drive',
};

const INDENT_PX = 16;

function Name({ row }: { readonly row: PartRow }): ReactNode {
  const Icon = icons[row.part.class] ?? IconDeviceSdCard;
  return (
    <span
      className={styles.part}
      style={{ paddingLeft: row.depth * INDENT_PX }}
      title={row.part.description ?? undefined}
    >
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={styles.partName}>{row.part.name}</span>
      <span className="only-for-readers">
        , {classNames[row.part.class] ?? row.part.class}, level {row.depth + 1}
      </span>
    </span>
  );
}

/** Three revisions in one cell: what is empty is left out. */
const revisions = ({ hardware, firmware, software }: DevicePart): string =>
  [
    hardware === null ? null : `hw ${hardware}`,
    firmware === null ? null : `fw ${firmware}`,
    software === null ? null : `sw ${software}`,
  ]
    .filter((word) => word !== null)
    .join(', ');

/** In the order of the tree: no column sorts, for that would tear it apart. */
export function partColumns(
  deviceId: number,
  portName: (interfaceId: number | null) => string | null,
): readonly TableColumn<PartRow>[] {
  return [
    { id: 'name', header: 'Part', width: 'minmax(152px, 1.6fr)', cell: (row) => <Name row={row} /> },
    {
      id: 'model',
      header: 'Model',
      width: 'minmax(98px, 1fr)',
      cell: ({ part }) => <span title={part.model ?? undefined}>{part.model}</span>,
    },
    {
      id: 'serial',
      header: 'Serial number',
      width: 'minmax(88px, 0.8fr)',
      cell: ({ part }) => <span className="mono">{part.serial}</span>,
    },
    {
      id: 'why',
      header: <span className="only-for-readers">Why</span>,
      width: '24px',
      cell: ({ part }) => (
        <WhyButton deviceId={deviceId} subject={{ kind: 'part', index: part.index }} name={part.name} />
      ),
    },
    {
      id: 'state',
      header: 'State',
      width: '84px',
      cell: ({ health, because }) =>
        health === 'unknown' ? (
          <HealthMark health="unknown" word="not told" plain />
        ) : (
          <span title={because ?? undefined}>
            <HealthMark health={health} />
          </span>
        ),
    },
    {
      id: 'revisions',
      header: 'Revisions',
      width: 'minmax(90px, 1fr)',
      cell: ({ part }) => (
        <span className={styles.quiet} title={revisions(part)}>
          {revisions(part)}
        </span>
      ),
    },
    {
      id: 'port',
      header: 'Port',
      width: 'minmax(56px, 0.5fr)',
      cell: ({ part }) => <span className="mono">{portName(part.interfaceId)}</span>,
    },
  ];
}
