import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { countText } from '../ui/count-text.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { stateNames, statesByUrgency, type StateName } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableGrouping } from '../ui/table/table-lines.ts';
import type { DeviceRow } from './device-rows.ts';
import styles from './DevicesView.module.css';

const worst = (rows: readonly DeviceRow[]): number =>
  Math.min(...rows.map((row) => statesByUrgency.indexOf(row.device.state)));

const grouping = (
  id: string,
  titleOf: (device: Device) => string | null,
  unknown: string,
  rankOf?: (rows: readonly DeviceRow[]) => number,
): TableGrouping<DeviceRow> => ({ id, titleOf: (row) => titleOf(row.device), unknown, rankOf });

/** Where something is wrong comes first. */
export const deviceGroupings: readonly TableGrouping<DeviceRow>[] = [
  grouping('site', (device) => device.site, 'No site', worst),
  grouping('kind', (device) => deviceGlyphNames[device.kind], 'Unknown kind', worst),
  grouping('vendor', (device) => device.vendor, 'Unknown vendor', worst),
  grouping('state', (device) => stateNames[device.state], 'Unknown', worst),
];

export const groupingNames: Readonly<Record<string, string>> = {
  site: 'Site',
  kind: 'Kind',
  vendor: 'Vendor',
  state: 'State',
};

export interface StateCount {
  readonly state: StateName;
  readonly count: number;
}

/** Worst first; states that nobody is in left out. */
export function countStates(rows: readonly DeviceRow[]): readonly StateCount[] {
  const counts = new Map<StateName, number>();
  for (const { device } of rows) counts.set(device.state, (counts.get(device.state) ?? 0) + 1);
  return statesByUrgency.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
}

/** Beside the name of a group: how many, in which states, the worst first and in words. */
export function groupNote(rows: readonly DeviceRow[]): ReactNode {
  const counts = countStates(rows);
  return (
    <>
      <span className="num">{countText(rows.length, 'device')}</span>
      {counts.map(({ state, count }, at) => (
        <span key={state} className={styles.count}>
          <StateMark state={state} shapeOnly={at > 0 || state === 'up'} />
          <span className="num">{count}</span>
        </span>
      ))}
    </>
  );
}
