/**
 * Finds which interface is which after the agent renumbered its table (rule 9).
 *
 * ifIndex is an attribute, never an identity: after a restart Gi0/3 may have the number that Gi0/2 had, and history must
 * stay with the name. Identity is the first key that is unique on the device, in this order: ifName, ifDescr with ifAlias,
 * ifDescr, MAC with type, ifIndex. Two rows whose unique names (or unique descriptions) differ are never the same, however
 * well their weaker keys agree: otherwise a new port that inherits a removed port's number would inherit its history.
 * An interface that was gone and comes back keeps its id; live ones are matched first.
 */
import type { InterfaceRow } from '../store/rows.ts';
import { normaliseMac } from '../../../shared/units/mac.ts';
import { expandInterfaceName } from '../topology/normalise.ts';

/** What matching needs of a row that the device shows now. */
export interface InterfaceIdentity {
  readonly ifIndex: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly alias: string | null;
  readonly mac: string | null;
  readonly type: string | null;
}

export interface InterfaceMatches<R extends InterfaceIdentity> {
  readonly same: { readonly interfaceId: number; readonly row: R }[];
  readonly added: R[];
  /** Known, not gone before, and not shown any more. */
  readonly removed: InterfaceRow[];
}

type Keyed = Omit<InterfaceIdentity, 'ifIndex'> & { readonly ifIndex: number | null };
type KeyOf = (row: Keyed) => string | null;

const filled = (text: string | null): string | null => (text === null || text === '' ? null : text);
const joined = (a: string | null, b: string | null): string | null =>
  filled(a) === null || filled(b) === null ? null : `${a}\u0000${b}`;

const nameKey: KeyOf = (row) => filled(row.name);
const longNameKey: KeyOf = (row) => (filled(row.name) === null ? null : expandInterfaceName(row.name ?? ''));
const descriptionKey: KeyOf = (row) => filled(row.description);

const TIERS: readonly KeyOf[] = [
  nameKey,
  longNameKey,
  (row) => joined(row.description, row.alias),
  descriptionKey,
  (row) => joined(normaliseMac(row.mac), row.type),
  (row) => (row.ifIndex === null ? null : String(row.ifIndex)),
];

/** `known` is every row of this one device, gone ones included; `rows` what it shows now, the whole table. */
export function matchInterfaces<R extends InterfaceIdentity>(
  known: readonly InterfaceRow[],
  rows: readonly R[],
): InterfaceMatches<R> {
  const live = known.filter((row) => row.removedAtMs === null);
  const first = matchByTiers(live, rows);
  const gone = known.filter((row) => row.removedAtMs !== null).toSorted(byNewestRemoval);
  const second = matchByTiers(newestOfEachName(gone), first.added);
  return { same: [...first.same, ...second.same], added: second.added, removed: first.removed };
}

const byNewestRemoval = (a: InterfaceRow, b: InterfaceRow): number => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0);

/** Of several gone interfaces with one name only the newest can come back, else the name would be ambiguous for ever. */
function newestOfEachName(gone: readonly InterfaceRow[]): InterfaceRow[] {
  const seen = new Set<string>();
  return gone.filter((row) => !seen.has(row.name) && seen.add(row.name));
}

function matchByTiers<R extends InterfaceIdentity>(
  known: readonly InterfaceRow[],
  rows: readonly R[],
): InterfaceMatches<R> {
  const free = new Set(known);
  const open = new Set(rows);
  const same: { interfaceId: number; row: R }[] = [];
  const differ = contradiction(known, rows);
  for (const keyOf of TIERS) {
    if (free.size === 0 || open.size === 0) break;
    const candidates = uniqueBy(known, keyOf);
    for (const [key, row] of uniqueBy(rows, keyOf)) {
      const match = candidates.get(key);
      if (match === undefined || !free.has(match) || !open.has(row) || differ(match, row)) continue;
      free.delete(match);
      open.delete(row);
      same.push({ interfaceId: match.id, row });
    }
  }
  return { same, added: [...open], removed: [...free] };
}

/** Two rows contradict each other where both have a name (or description) that is unique on its side, and these differ. */
function contradiction(known: readonly InterfaceRow[], rows: readonly InterfaceIdentity[]) {
  const strong = [longNameKey, descriptionKey].map((keyOf) => ({
    keyOf,
    known: uniqueBy(known, keyOf),
    rows: uniqueBy(rows, keyOf),
  }));
  return (a: InterfaceRow, b: InterfaceIdentity): boolean =>
    strong.some(({ keyOf, known, rows }) => {
      const [left, right] = [keyOf(a), keyOf(b)];
      if (left === null || right === null || left === right) return false;
      return known.get(left) === a && rows.get(right) === b && !namesAgree(a, b);
    });
}

/** Equal names outweigh a changed description: ifDescr of some systems carries a firmware version. */
const namesAgree = (a: Keyed, b: Keyed): boolean => nameKey(a) !== null && longNameKey(a) === longNameKey(b);

function uniqueBy<R extends Keyed>(rows: readonly R[], keyOf: KeyOf): Map<string, R> {
  const found = new Map<string, R>();
  const repeated = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    if (found.has(key)) repeated.add(key);
    found.set(key, row);
  }
  for (const key of repeated) found.delete(key);
  return found;
}
