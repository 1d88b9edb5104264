/**
 * The tree of parts out of jnxContentsTable (JUNIPER-MIB): chassis, modules, supplies and fans of Junos devices without ENTITY-MIB. Pure.
 *
 * A row's index is its kind of container and up to three levels of slots in it: 8.1.2.0 is the second PIC of the first FPC. Which container
 * stands within which, jnxContainersTable says: a PIC's (8) within the FPC's (7), so that PIC is part of 7.1.0.0.
 */
import type { PartClass, PartReading } from '../../../../shared/model/hardware.ts';
import { packIndex } from '../../../../shared/units/pack-index.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { placeParts } from './entities.ts';
import type { Parts } from './entities.ts';
import { numberOf, textOf } from './octets.ts';

export interface ContentRows {
  readonly contents: readonly WalkedRow[];
  readonly containers: readonly WalkedRow[];
}

interface Container {
  readonly within: number;
  readonly name: string | null;
}

/** By the words that Juniper uses in both tables. What else is plugged in is a module. */
const CLASSES: readonly (readonly [RegExp, PartClass])[] = [
  [/chassis|midplane|backplane/i, 'chassis'],
  [/power|\bPEM\b|\bPSM\b|\bPDM\b/i, 'powerSupply'],
  [/\bfan\b|fan tray|impeller/i, 'fan'],
];

const classOf = (words: string): PartClass => CLASSES.find(([pattern]) => pattern.test(words))?.[1] ?? 'module';

/** What is soldered in has no serial number of its own. */
const serialOf = (row: WalkedRow): string | null => {
  const text = textOf(row.cells['serial']);
  return text === 'BUILTIN' ? null : text;
};

const containersOf = (rows: readonly WalkedRow[]): ReadonlyMap<number, Container> =>
  new Map(
    rows.map(({ index, cells }) => [
      index[0] ?? 0,
      { within: numberOf(cells['within']) ?? 0, name: textOf(cells['descr']) },
    ]),
  );

/** The row of the container around, in as many of our own slots as it has; the only one that there is, else. */
const parentOf = (
  index: readonly number[],
  within: number,
  byContainer: ReadonlyMap<number, ReadonlySet<number>>,
): number | null => {
  const around = byContainer.get(within);
  if (within <= 0 || around === undefined) return null;
  const slots = index.slice(1);
  for (let levels = slots.findLastIndex((slot) => slot > 0); levels >= 0; levels -= 1) {
    const key = packIndex([within, ...slots.map((slot, level) => (level < levels ? slot : 0))]);
    if (key !== null && around.has(key)) return key;
  }
  const [only] = around;
  return around.size === 1 ? (only ?? null) : null;
};

const grouped = (rows: readonly WalkedRow[]): ReadonlyMap<number, ReadonlySet<number>> => {
  const found = new Map<number, Set<number>>();
  for (const { index } of rows) {
    const key = packIndex(index);
    const [container] = index;
    if (key !== null && container !== undefined) found.set(container, (found.get(container) ?? new Set()).add(key));
  }
  return found;
};

export const decodeContents = ({ contents, containers }: ContentRows): Parts => {
  const known = containersOf(containers);
  const byContainer = grouped(contents);
  const parts = contents.flatMap((row): PartReading[] => {
    const index = packIndex(row.index);
    const [container = 0] = row.index;
    if (index === null) return [];
    const { within = 0, name: bay = null } = known.get(container) ?? {};
    const description = textOf(row.cells['descr']);
    const name = description ?? bay?.replace(/ (slot|bay)$/i, '') ?? `part ${row.index.join('.')}`;
    return [
      {
        index,
        parent: parentOf(row.index, within, byContainer),
        class: classOf(`${bay ?? ''} ${description ?? ''}`),
        name,
        description,
        // Not the slot: supplies, fans and modules each count their own, and would be mixed.
        position: null,
        hardware: textOf(row.cells['revision']),
        firmware: null,
        software: null,
        serial: serialOf(row),
        manufacturer: null,
        model: textOf(row.cells['model']) ?? textOf(row.cells['partNumber']),
        replaceable: null,
        health: 'unknown',
        ifIndex: null,
      },
    ];
  });
  return placeParts(parts, 'jnxContentsTable');
};
