/** Model, serial and software version out of ENTITY-MIB (RFC 6933): what stands on the chassis, or the stack's first member. */
import type { Told } from '../../../../shared/model/hardware.ts';
import { numberOf, textOf } from '../decode/octets.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { cut } from './system-objects.ts';

const CHASSIS = 3;
const STACK = 11;

const classOf = (row: WalkedRow): number | null => numberOf(row.cells['class']);
const filled = (row: WalkedRow): number => (textOf(row.cells['serial']) ? 2 : 0) + (textOf(row.cells['model']) ? 1 : 0);

/** The chassis that says most; of several, the first. A stack itself has neither serial nor model. */
const chassisOf = (rows: readonly WalkedRow[]): WalkedRow | undefined => {
  const candidates = rows.filter((row) => classOf(row) === CHASSIS);
  const pool = candidates.length > 0 ? candidates : rows.filter((row) => classOf(row) === STACK);
  return pool.reduce<WalkedRow | undefined>(
    (best, row) => (best && filled(best) >= filled(row) ? best : row),
    undefined,
  );
};

/** Words that agents put where they know nothing. */
const NOTHING = /^(n\/?a|none|unknown|not (available|specified|applicable)|unspecified|default|0+|-+)$/i;
const told = (row: WalkedRow | undefined, column: string): string | null => {
  const text = textOf(row?.cells[column]);
  return text === null || NOTHING.test(text) ? null : text;
};

const ENTRY = '1.3.6.1.2.1.47.1.1.1.1';
/** Field, cell, column and object. */
const COLUMNS = [
  ['vendor', 'manufacturer', 12, 'entPhysicalMfgName'],
  ['model', 'model', 13, 'entPhysicalModelName'],
  ['osVersion', 'softwareRevision', 10, 'entPhysicalSoftwareRev'],
  ['serial', 'serial', 11, 'entPhysicalSerialNum'],
] as const;

type EntityField = (typeof COLUMNS)[number][0];

/** What the chassis says, and where. */
export const identityFromEntities = (
  rows: readonly WalkedRow[],
): Readonly<Partial<Record<EntityField, { readonly value: string; readonly told: Told }>>> => {
  const chassis = chassisOf(rows);
  return Object.fromEntries(
    COLUMNS.flatMap(([field, cell, column, object]) => {
      const value = told(chassis, cell);
      if (chassis === undefined || value === null) return [];
      const oid = `${ENTRY}.${column}.${chassis.index.join('.')}`;
      const how = 'as the device says it of its chassis; of several, the one that says most';
      return [[field, { value, told: { source: `ENTITY-MIB ${object}`, oid, raw: cut(value), how } }] as const];
    }),
  );
};
