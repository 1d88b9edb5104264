/** Model, serial and software version out of ENTITY-MIB (RFC 6933): what stands on the chassis, or the stack's first member. */
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import { numberOf, textOf } from '../decode/octets.ts';
import type { WalkedRow } from '../tables/table-spec.ts';

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

export const identityFromEntities = (identity: DeviceIdentity, rows: readonly WalkedRow[]): DeviceIdentity => {
  const chassis = chassisOf(rows);
  return {
    ...identity,
    vendor: identity.vendor ?? told(chassis, 'manufacturer'),
    model: identity.model ?? told(chassis, 'model'),
    osVersion: identity.osVersion ?? told(chassis, 'softwareRevision'),
    serial: identity.serial ?? told(chassis, 'serial'),
  };
};
