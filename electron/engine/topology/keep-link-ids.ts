/**
 * Gives new links the ids of the links they continue. A link stays itself when both ends are the same ports, and when a
 * port that could not be told before is told now (or the reverse).
 */
import type { LinkRow } from '../store/rows.ts';
import type { ResolvedLink } from './resolve-links.ts';
import type { Steps } from '../steps.ts';

type End = { readonly deviceId: number; readonly interfaceId: number | null; readonly port: string | null };

export interface Continued {
  /** The link as resolved, and the row it continues; null when it is new. `turned` when the row has the ends swapped. */
  readonly matches: ReadonlyMap<ResolvedLink, { readonly row: LinkRow; readonly turned: boolean }>;
  readonly gone: readonly LinkRow[];
}

export function* continueLinks(links: readonly ResolvedLink[], current: readonly LinkRow[]): Steps<Continued> {
  const matches = new Map<ResolvedLink, { row: LinkRow; turned: boolean }>();
  const free = new Set(current);
  const byDevice = Map.groupBy(
    current.flatMap((row) => [row.aDeviceId, row.bDeviceId].map((deviceId) => ({ deviceId, row }))),
    (entry) => entry.deviceId,
  );
  for (const fits of [exactly, portLearnt]) {
    for (const link of links) {
      yield;
      if (matches.has(link)) continue;
      const rows = (byDevice.get(link.a.deviceId) ?? []).map((entry) => entry.row).filter((row) => free.has(row));
      const found = bothWays(rows).find(({ row, turned }) => fits(endsOf(link), turned ? turn(row) : ends(row)));
      if (found === undefined) continue;
      free.delete(found.row);
      matches.set(link, found);
    }
  }
  return { matches, gone: [...free] };
}

type Ends = readonly [End, End];
type Fits = (link: Ends, row: Ends) => boolean;

const ends = (row: LinkRow): Ends => [
  { deviceId: row.aDeviceId, interfaceId: row.aInterfaceId, port: row.aPort },
  { deviceId: row.bDeviceId, interfaceId: row.bInterfaceId, port: row.bPort },
];
const turn = (row: LinkRow): Ends => {
  const [a, b] = ends(row);
  return [b, a];
};
const endsOf = ({ a, b }: ResolvedLink): Ends => [
  { deviceId: a.deviceId, interfaceId: a.port?.id ?? null, port: a.text },
  { deviceId: b.deviceId, interfaceId: b.port?.id ?? null, port: b.text },
];

const bothWays = (rows: readonly LinkRow[]) =>
  rows.flatMap((row) => [
    { row, turned: false },
    { row, turned: true },
  ]);

const sameDevice = (x: End, y: End): boolean => x.deviceId === y.deviceId;
const samePort = (x: End, y: End): boolean =>
  sameDevice(x, y) && x.interfaceId === y.interfaceId && (x.interfaceId !== null || x.port === y.port);
const oneUnknown = (x: End, y: End): boolean => sameDevice(x, y) && (x.interfaceId === null || y.interfaceId === null);

const exactly: Fits = ([a, b], [x, y]) => samePort(a, x) && samePort(b, y);
const portLearnt: Fits = ([a, b], [x, y]) =>
  (samePort(a, x) && oneUnknown(b, y)) ||
  (oneUnknown(a, x) && samePort(b, y)) ||
  (oneUnknown(a, x) && oneUnknown(b, y));
