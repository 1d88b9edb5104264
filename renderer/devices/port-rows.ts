/** Rows of the table of interfaces: what a port is, what it carries, who is at its other end. */
import type { NetworkInterface } from '../../shared/contract/devices.ts';
import type { InterfaceLatest } from '../../shared/contract/series.ts';
import { comparePorts } from '../../shared/units/port-order.ts';
import { statesByUrgency } from '../ui/state-marks.ts';
import type { PortLink } from './use-device-links.ts';

export interface PortRow {
  readonly port: NetworkInterface;
  readonly latest: InterfaceLatest | undefined;
  readonly link: PortLink | undefined;
  /** The fuller of both directions, percent of speed. */
  readonly use: number | null;
  /** Errors of both directions a minute. */
  readonly errorsPerMinute: number | null;
  /** Shut down by a person: neither fault nor news. */
  readonly shut: boolean;
  readonly problem: boolean;
}

function fuller(latest: InterfaceLatest | undefined): number | null {
  const known = [latest?.inUse, latest?.outUse].filter((use) => typeof use === 'number');
  return known.length === 0 ? null : Math.max(...known);
}

/** Sum of both directions; null when neither is known. */
function errorsOf(latest: InterfaceLatest | undefined): number | null {
  const known = [latest?.inErrors, latest?.outErrors].filter((rate) => typeof rate === 'number');
  return known.length === 0 ? null : known.reduce((sum, rate) => sum + rate, 0) * 60;
}

const MATTERS_PER_MINUTE = 1;

export function portRow(
  port: NetworkInterface,
  latest: InterfaceLatest | undefined,
  link: PortLink | undefined,
): PortRow {
  const shut = port.adminStatus === 'down';
  const errorsPerMinute = errorsOf(latest);
  const erring = errorsPerMinute !== null && errorsPerMinute >= MATTERS_PER_MINUTE;
  const ill = port.state !== 'up' && port.state !== 'maintenance' && (port.state !== 'unknown' || link !== undefined);
  const problem = !shut && ((ill && (port.state !== 'down' || link !== undefined)) || erring);
  return { port, latest, link, use: fuller(latest), errorsPerMinute, shut, problem };
}

/** Problems first, worst first; then by use; then as people number ports. */
export function comparePortRows(a: PortRow, b: PortRow): number {
  if (a.problem !== b.problem) return a.problem ? -1 : 1;
  const urgency = statesByUrgency.indexOf(a.port.state) - statesByUrgency.indexOf(b.port.state);
  if (a.problem && urgency !== 0) return urgency;
  if (a.shut !== b.shut) return a.shut ? 1 : -1;
  const use = (b.use ?? -1) - (a.use ?? -1);
  return use === 0 ? comparePorts(a.port.name, b.port.name) : use;
}

export type PortChoice = 'busy' | 'problems' | 'all';

const IDLE_PERCENT = 0.01;

/** Busy is what carries anything, is linked, or has a problem; the rest is folded. */
export function choosePorts(rows: readonly PortRow[], choice: PortChoice): readonly PortRow[] {
  if (choice === 'all') return rows;
  if (choice === 'problems') return rows.filter((row) => row.problem);
  return rows.filter((row) => row.problem || row.link !== undefined || (row.use ?? 0) > IDLE_PERCENT);
}
