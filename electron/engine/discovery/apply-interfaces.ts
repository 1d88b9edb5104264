/** Fits a freshly read interface table to the interfaces that are known, whatever became of their ifIndex. */
import type { StateWord } from '../../../shared/contract/common.ts';
import type { InterfaceReading } from '../../../shared/model/reading.ts';
import type { Network } from '../network/network.ts';
import { matchInterfaces } from '../rates/match-interfaces.ts';
import { sameRow } from '../network/same-row.ts';
import type { InterfaceRow } from '../store/rows.ts';

export type InterfaceTold = Pick<
  InterfaceReading,
  'ifIndex' | 'name' | 'description' | 'alias' | 'type' | 'speedBps' | 'adminStatus' | 'operStatus' | 'mac' | 'mtu'
>;

export function applyInterfaces(
  network: Network,
  deviceId: number,
  told: readonly InterfaceTold[],
  atMs: number,
): void {
  if (told.length === 0) return;
  const known = network.interfaces.of(deviceId);
  const match = matchInterfaces(known, told);
  const rows: InterfaceRow[] = [];
  for (const { interfaceId, row } of match.same) {
    const before = network.interfaces.get(interfaceId);
    if (before !== undefined) rows.push(mergeInterface(before, row));
  }
  for (const row of match.added) rows.push(newInterface(network.store.nextId('interfaces'), deviceId, row, atMs));
  const removed = match.removed.filter((row) => row.removedAtMs === null).map((row) => ({ ...row, removedAtMs: atMs }));
  network.interfaces.put([...rows.filter((row) => !sameRow(network.interfaces.get(row.id), row)), ...removed]);
  keepIndexes(network, [...rows, ...removed], atMs);
  for (const row of rows) applyStatus(network, row, atMs);
  for (const row of removed) network.states.end('interface', row.id, atMs);
  network.publishInterfaces([...rows, ...removed]);
}

/** State of an interface from what the device says of it (RFC 2863, section 3.1.13). */
export function interfaceState(row: { adminStatus: string | null; operStatus: string | null }): {
  state: StateWord;
  because: string | null;
} {
  if (row.adminStatus === 'down') return { state: 'down', because: 'shut down by configuration' };
  if (row.operStatus === 'up' || row.operStatus === 'dormant') return { state: 'up', because: null };
  if (row.operStatus === 'testing') return { state: 'maintenance', because: 'in test mode' };
  if (row.operStatus === null || row.operStatus === 'unknown') return { state: 'unknown', because: null };
  return { state: 'down', because: `the device says ${row.operStatus}` };
}

export function applyStatus(network: Network, row: InterfaceRow, atMs: number): void {
  const { state, because } = interfaceState(row);
  network.setState('interface', row.id, state, because, atMs);
}

function newInterface(id: number, deviceId: number, told: InterfaceTold, atMs: number): InterfaceRow {
  const name = told.name ?? told.description ?? `ifIndex ${told.ifIndex}`;
  return { ...attributes(told), id, deviceId, name, firstSeenAtMs: atMs, removedAtMs: null };
}

/** The columns of a row only: what is read may carry more (counters). */
function attributes(told: InterfaceTold): Omit<InterfaceTold, 'name'> {
  const { ifIndex, description, alias, type, speedBps, adminStatus, operStatus, mac, mtu } = told;
  return { ifIndex, description, alias, type, speedBps, adminStatus, operStatus, mac, mtu };
}

function mergeInterface(before: InterfaceRow, told: InterfaceTold): InterfaceRow {
  return { ...before, ...attributes(told), name: told.name ?? told.description ?? before.name, removedAtMs: null };
}

/** ifIndex is an attribute with a validity of its own: a change closes one interval and opens the next. */
function keepIndexes(network: Network, rows: readonly InterfaceRow[], atMs: number): void {
  for (const row of rows) {
    const current = network.ifIndexes.of(row.id).find((known) => known.toMs === null);
    if (current !== undefined && current.ifIndex === row.ifIndex && row.removedAtMs === null) continue;
    if (current !== undefined) {
      network.store.put('ifIndexes', [{ ...current, toMs: atMs }]);
      network.ifIndexes.forget([current.id]);
    }
    if (row.ifIndex === null || row.removedAtMs !== null) continue;
    const id = network.store.nextId('ifIndexes');
    network.ifIndexes.put([{ id, interfaceId: row.id, ifIndex: row.ifIndex, fromMs: atMs, toMs: null }]);
  }
}
