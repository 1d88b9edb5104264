/** What the file knows of a moment, in the contract's shape. Pure. */
import type { Moment, MomentCoverage, UseThen } from '../../../shared/contract/moments.ts';
import { useOf } from '../../../shared/units/percent.ts';
import type { InterfaceRow, StateRow, WatchRow } from '../store/rows.ts';
import type { MomentRows, PortMoment, UseRow } from '../store/store.ts';
import { stateWordOf, viewIncident, viewLink } from './views.ts';

type Gap = Moment['gap'];
type PortOf = (interfaceId: number) => InterfaceRow | undefined;

/** `watches`: the last one that had begun by then, and the one after it. */
export function coverageAt(
  watches: readonly WatchRow[],
  atMs: number,
): { readonly coverage: MomentCoverage; readonly gap: Gap } {
  const before = watches.find(({ fromMs }) => fromMs <= atMs);
  if (before === undefined) return { coverage: 'unrecorded', gap: null };
  if (before.toMs >= atMs) return { coverage: 'watched', gap: null };
  const after = watches.find(({ fromMs }) => fromMs > atMs);
  return { coverage: 'no-data', gap: { fromMs: before.toMs, toMs: after?.fromMs ?? null } };
}

const stateThen = ({ id, state }: { readonly id: number; readonly state: StateRow | null }) => ({
  id,
  state: stateWordOf(state ?? undefined),
  stateSinceMs: state?.fromMs ?? null,
  stateBecause: state?.because ?? null,
});

/** Of a time without data no state is told, however long the last one known may have lasted. */
const silenced = <T extends { readonly state: StateRow | null }>(
  things: readonly T[],
  hasData: boolean,
): readonly T[] => (hasData ? things : things.map((thing) => ({ ...thing, state: null })));

const useThen = (rows: readonly UseRow[], portOf: PortOf): UseThen[] =>
  rows.flatMap(({ id, inBps, outBps }) => {
    const port = portOf(id);
    if (port === undefined) return [];
    const use = (bps: number | null): number | null => useOf(bps, port.speedBps);
    return [{ id, deviceId: port.deviceId, inBps, outBps, inUse: use(inBps), outUse: use(outBps) }];
  });

export function viewMoment(rows: MomentRows, atMs: number, portOf: PortOf): Moment {
  const { coverage, gap } = coverageAt(rows.watches, atMs);
  const hasData = coverage !== 'no-data';
  return {
    atMs,
    coverage,
    gap,
    devices: silenced(rows.devices, hasData).map(stateThen),
    links: silenced(rows.links, hasData).map(({ row, state }) => {
      const { flapping: _flapping, ageing: _ageing, ...link } = viewLink(row, state ?? undefined, false);
      return { ...link, goneAtMs: row.goneAtMs };
    }),
    incidents: rows.incidents.map(({ notes, ...row }) => viewIncident(row, notes)),
    use: hasData ? useThen(rows.use, portOf) : [],
    health: hasData ? [...rows.health] : [],
  };
}

export function viewPortMoment({ watches, ports, use }: PortMoment, atMs: number, portOf: PortOf) {
  const hasData = coverageAt(watches, atMs).coverage !== 'no-data';
  return { ports: silenced(ports, hasData).map(stateThen), use: hasData ? useThen(use, portOf) : [] };
}
