import type { ReactNode } from 'react';
import { formatMoment, zoneName } from '../ui/format-time.ts';
import { useNow } from '../ui/use-now.ts';
import type { DataColumn } from './graph-content.ts';
import styles from './Graph.module.css';

export interface GraphTableProps {
  readonly name: string;
  readonly atMs: readonly number[];
  readonly columns: readonly DataColumn[];
}

/** The same points as rows, newest first. */
export function GraphTable({ name, atMs, columns }: GraphTableProps): ReactNode {
  const nowMs = useNow(60_000);
  const zone = zoneName(nowMs);
  return (
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={`${name} as a table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Time, {zone}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {atMs
            .map((at, index) => (
              <tr key={at}>
                <th scope="row">{formatMoment(at, nowMs, true)}</th>
                {columns.map(({ title, values, format }) => (
                  <td key={title}>{format(values[index] ?? null)}</td>
                ))}
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
    </div>
  );
}
