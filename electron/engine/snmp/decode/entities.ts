/**
 * The tree of parts out of entPhysicalTable (RFC 6933). Pure.
 *
 * Agents break the tree in every way there is: parents that do not exist, parts that hold each other, several chassis without a
 * stack above them, names that are empty. What can be placed is placed, the rest stands at the top, and a note says so once.
 */
import { PART_CLASSES } from '../../../../shared/model/hardware.ts';
import type { Health, PartClass, PartReading } from '../../../../shared/model/hardware.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { numberOf, textOf } from './octets.ts';

export interface EntityRows {
  readonly entities: readonly WalkedRow[];
  readonly aliases: readonly WalkedRow[];
  readonly states: readonly WalkedRow[];
}

export interface Parts {
  /** A part stands before what it holds. */
  readonly parts: readonly PartReading[];
  readonly notes: readonly string[];
}

/** ifIndex of IF-MIB, which the alias of a port points to. */
const IF_INDEX = '1.3.6.1.2.1.2.2.1.1.';

/** Interface by entPhysicalIndex. */
export const aliasMap = (aliases: readonly WalkedRow[]): ReadonlyMap<number, number> =>
  new Map(
    aliases.flatMap(({ index, cells }): [number, number][] => {
      const { identifier } = cells;
      const [entity] = index;
      if (entity === undefined || typeof identifier !== 'string' || !identifier.startsWith(IF_INDEX)) return [];
      const ifIndex = Number(identifier.slice(IF_INDEX.length));
      return Number.isInteger(ifIndex) && ifIndex > 0 ? [[entity, ifIndex]] : [];
    }),
  );

/** EntityAlarmStatus, a BITS: the first octet's bits from the left are unknown, under repair, critical, major, minor, warning. */
const alarmHealth = (bits: number): Health | null => {
  if ((bits & 0x30) !== 0) return 'critical';
  return (bits & 0x0c) === 0 ? null : 'warning';
};

/** EntityOperState: 2 is disabled, 3 enabled, 4 testing. */
const stateHealth = ({ cells }: WalkedRow): Health => {
  const { alarm } = cells;
  const told = typeof alarm === 'object' && alarm !== null ? alarmHealth(alarm[0] ?? 0) : null;
  const oper = numberOf(cells['oper']);
  if (oper === 2) return 'failed';
  return told ?? (oper === 3 ? 'ok' : 'unknown');
};

const classOf = (value: number | null): PartClass => PART_CLASSES[(value ?? 2) - 1] ?? 'unknown';

const TRUE = 1;
const FALSE = 2;
const truthOf = (value: number | null): boolean | null => (value === TRUE ? true : value === FALSE ? false : null);

const readPart = (
  row: WalkedRow,
  index: number,
  interfaces: ReadonlyMap<number, number>,
  states: ReadonlyMap<number, Health>,
): PartReading => {
  const { cells } = row;
  const description = textOf(cells['descr']);
  const parent = numberOf(cells['containedIn']);
  return {
    index,
    parent: parent === null || parent <= 0 ? null : parent,
    class: classOf(numberOf(cells['class'])),
    name: textOf(cells['name']) ?? description ?? `part ${index}`,
    description,
    position: numberOf(cells['position']),
    hardware: textOf(cells['hardwareRevision']),
    firmware: textOf(cells['firmwareRevision']),
    software: textOf(cells['softwareRevision']),
    serial: textOf(cells['serial']),
    manufacturer: textOf(cells['manufacturer']),
    model: textOf(cells['model']),
    replaceable: truthOf(numberOf(cells['isFru'])),
    health: states.get(index) ?? 'unknown',
    ifIndex: interfaces.get(index) ?? null,
  };
};

type ByIndex = ReadonlyMap<number, PartReading>;

/** Parts that lead back to themselves. */
const loopsIn = (parts: ByIndex): ReadonlySet<number> => {
  const good = new Set<number>();
  const bad = new Set<number>();
  for (const start of parts.values()) {
    const way: number[] = [];
    const seen = new Set<number>();
    let at: PartReading | undefined = start;
    while (at !== undefined && !good.has(at.index) && !bad.has(at.index) && !seen.has(at.index)) {
      seen.add(at.index);
      way.push(at.index);
      at = at.parent === null ? undefined : parts.get(at.parent);
    }
    const looped = at !== undefined && seen.has(at.index) ? way.indexOf(at.index) : way.length;
    way.forEach((index, place) => (place >= looped ? bad : good).add(index));
  }
  return bad;
};

const counted = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count} ${many}`);

const notesOf = (table: string, lost: number, looped: number): string[] => [
  ...(lost === 0
    ? []
    : [`${table}: ${counted(lost, 'part names a parent', 'parts name a parent')} that is not in the table.`]),
  ...(looped === 0
    ? []
    : [`${table}: ${counted(looped, 'part is', 'parts are')} said to hold each other in a circle.`]),
];

const childrenOf = (parts: readonly PartReading[]): ReadonlyMap<number | null, readonly PartReading[]> => {
  const children = new Map<number | null, PartReading[]>();
  for (const part of parts) children.set(part.parent, [...(children.get(part.parent) ?? []), part]);
  for (const list of children.values()) list.sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || a.index - b.index);
  return children;
};

/** Each part before what it holds, without recursion: trees may be as deep as they are long. */
const inOrder = (parts: readonly PartReading[]): PartReading[] => {
  const children = childrenOf(parts);
  const waiting = [...(children.get(null) ?? [])].reverse();
  const ordered: PartReading[] = [];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    ordered.push(part);
    waiting.push(...[...(children.get(part.index) ?? [])].reverse());
  }
  return ordered;
};

export const decodeParts = ({ entities, aliases, states }: EntityRows): Parts => {
  const interfaces = aliasMap(aliases);
  const healths = new Map(states.map((row) => [row.index[0] ?? 0, stateHealth(row)]));
  const parts = entities.flatMap((row): PartReading[] => {
    const [index] = row.index;
    return index === undefined ? [] : [readPart(row, index, interfaces, healths)];
  });
  return placeParts(parts, 'entPhysicalTable');
};

/** In the order of the tree; what cannot be placed stands at the top. `table` is named in the notes about it. */
export const placeParts = (told: readonly PartReading[], table: string): Parts => {
  const parts: ByIndex = new Map(told.map((part) => [part.index, part]));
  const looped = loopsIn(parts);
  let lost = 0;
  const placed = [...parts.values()].map((part) => {
    if (part.parent === null) return part;
    if (looped.has(part.index)) return { ...part, parent: null };
    if (parts.has(part.parent)) return part;
    lost += 1;
    return { ...part, parent: null };
  });
  return { parts: inOrder(placed), notes: notesOf(table, lost, looped.size) };
};

/** Cells that say nothing on their own: sensors are read elsewhere, ports are the interfaces, empty slots fill pages. */
const isPlain = (part: PartReading): boolean => {
  if (part.class === 'sensor') return true;
  if (part.class === 'port' || part.class === 'container') return part.serial === null;
  return false;
};

/** What is worth keeping: parts of their own, and whatever holds one. In the order of `parts`. */
export const keptParts = (parts: readonly PartReading[]): readonly PartReading[] => {
  const kept = new Set<number>();
  for (const part of parts.toReversed()) {
    if (isPlain(part) && !kept.has(part.index)) continue;
    kept.add(part.index);
    if (part.parent !== null) kept.add(part.parent);
  }
  return parts.filter((part) => kept.has(part.index));
};
