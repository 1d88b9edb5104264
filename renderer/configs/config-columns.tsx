import type { TableColumn } from '../ui/table-column.ts';
import { Time } from '../ui/Time.tsx';
import type { ConfigRow } from './config-rows.ts';
import { changeWords, originWords } from './revision-words.ts';
import styles from './ConfigsView.module.css';

const orUnknown = (text: string | null): string => text ?? 'unknown';

/** `marked`: devices chosen for a comparison. */
export const configColumns = (
  marked: readonly number[],
  onMark: (deviceId: number) => void,
): readonly TableColumn<ConfigRow>[] => [
  {
    id: 'mark',
    header: <span className="only-for-readers">Compare</span>,
    width: '28px',
    cell: ({ device }) => (
      <input
        type="checkbox"
        className={styles.mark}
        aria-label={`Compare ${device.name}`}
        tabIndex={-1}
        checked={marked.includes(device.id)}
        onChange={() => onMark(device.id)}
      />
    ),
  },
  {
    id: 'name',
    header: 'Device',
    width: 'minmax(140px, 1.4fr)',
    sortBy: (row) => row.device.name,
    cell: (row) => <span className={styles.name}>{row.device.name}</span>,
  },
  {
    id: 'site',
    header: 'Site',
    width: 'minmax(90px, 1fr)',
    sortBy: (row) => row.device.site,
    cell: (row) => row.device.site ?? '',
  },
  {
    id: 'profile',
    header: 'Read as',
    width: 'minmax(100px, 1fr)',
    sortBy: (row) => row.summary.profile,
    cell: (row) => orUnknown(row.summary.profile),
  },
  {
    id: 'changed',
    header: 'Last change',
    width: '128px',
    downFirst: true,
    sortBy: (row) => row.summary.atMs,
    cell: (row) => <Time atMs={row.summary.atMs} />,
  },
  {
    id: 'origin',
    header: 'Read',
    width: 'minmax(140px, 1.4fr)',
    sortBy: (row) => originWords(row.summary),
    cell: (row) => <span title={originWords(row.summary)}>{originWords(row.summary)}</span>,
  },
  {
    id: 'revisions',
    header: 'Revisions',
    width: '72px',
    align: 'end',
    downFirst: true,
    sortBy: (row) => row.summary.revisions,
    cell: (row) => <span className="num">{row.summary.revisions}</span>,
  },
  {
    id: 'lines',
    header: 'Lines changed',
    width: '104px',
    align: 'end',
    downFirst: true,
    sortBy: ({ summary: { linesAdded, linesRemoved } }) =>
      linesAdded === null || linesRemoved === null ? null : linesAdded + linesRemoved,
    cell: ({ summary }) => (
      <span className="num">{changeWords(summary) ?? (summary.revisions === 1 ? 'the first' : 'unknown')}</span>
    ),
  },
];
