/** Limits of sensors, by the rules of a profile. Pure. */
import type { SensorLimits } from '../../../../shared/model/hardware.ts';
import { numberOf } from '../decode/octets.ts';
import { tidyLimits } from '../decode/tidy-limits.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import type { CellRef } from './cell.ts';
import { convertNumber, numberAt } from './number-at.ts';
import type { Numbers } from './number-at.ts';
import type { At } from './row-reader.ts';
import { valueAt } from './row-reader.ts';
import type { LimitsRule, SensorRule } from './schema.ts';

/** What the limits of a rule are made by. */
export type LimitedRule = Pick<
  SensorRule,
  'limits' | 'ignore' | 'factor' | 'offset' | 'scale' | 'precision' | 'convert'
>;

/** Like the value, but for what the limits say of themselves. */
const numbersOf = (rule: LimitedRule, limits: LimitsRule): Numbers => ({
  words: undefined,
  pattern: undefined,
  octets: false,
  ignore: limits.ignore ?? rule.ignore,
  factor: limits.factor ?? rule.factor,
  offset: limits.offset ?? rule.offset,
  scale: rule.scale,
  precision: rule.precision,
  convert: limits.convert ?? rule.convert,
  range: limits.range,
});

const levelAt = (at: At, level: number | readonly CellRef[] | undefined, numbers: Numbers): number | null => {
  if (level === undefined) return null;
  return typeof level === 'number' ? level : (numberAt(at, level, numbers)?.value ?? null);
};

/** Rows of a table by the first arc of their index: a table of limits is looked through once, not once a sensor. */
const byFirstArc = new WeakMap<readonly WalkedRow[], ReadonlyMap<number, readonly WalkedRow[]>>();

const rowsBelow = (rows: readonly WalkedRow[], index: readonly number[]): readonly WalkedRow[] => {
  let groups = byFirstArc.get(rows);
  if (groups === undefined) {
    groups = Map.groupBy(rows, (row) => row.index[0] ?? -1);
    byFirstArc.set(rows, groups);
  }
  return (groups.get(index[0] ?? -1) ?? []).filter((row) => index.every((arc, place) => row.index[place] === arc));
};

interface Level {
  readonly value: number;
  readonly high: boolean;
  readonly warning: boolean;
}

const levelOf = (at: At, row: WalkedRow, rows: NonNullable<LimitsRule['rows']>, numbers: Numbers): readonly Level[] => {
  const here = { ...at, row, own: rows.value.table };
  const relation = numberOf(valueAt(here, rows.relation.cell));
  const raw = numberOf(valueAt(here, rows.value));
  const high = relation !== null && rows.relation.high.includes(relation);
  if (raw === null || relation === null || (!high && !rows.relation.low.includes(relation))) return [];
  // Scale and precision stand in the row of the sensor itself.
  const value = numbers.ignore.includes(raw) ? null : convertNumber(raw, numbers, at);
  if (value === null || Number.isNaN(value)) return [];
  const severity = rows.severity ? numberOf(valueAt(here, rows.severity.cell)) : null;
  return [{ value, high, warning: severity !== null && rows.severity?.warning.includes(severity) === true }];
};

/** Of two on one side the outer one is critical, whatever severity the agent gives them: many give all the same. */
const side = (levels: readonly Level[], high: boolean): { warning: number | null; critical: number | null } => {
  const own = levels.filter((level) => level.high === high);
  const values = [...new Set(own.map(({ value }) => value))].sort((a, b) => (high ? a - b : b - a));
  if (values.length > 1) return { warning: values[0] ?? null, critical: values.at(-1) ?? null };
  const [only] = own;
  if (only === undefined) return { warning: null, critical: null };
  return only.warning ? { warning: only.value, critical: null } : { warning: null, critical: only.value };
};

const limitsOfRows = (at: At, rows: NonNullable<LimitsRule['rows']>, numbers: Numbers): SensorLimits => {
  const found = rowsBelow(at.reader.rowsOf(rows.value.table), at.row.index);
  const levels = found.flatMap((row) => levelOf(at, row, rows, numbers));
  const [low, high] = [side(levels, false), side(levels, true)];
  return {
    lowCritical: low.critical,
    lowWarning: low.warning,
    highWarning: high.warning,
    highCritical: high.critical,
  };
};

/** Null where the device tells none that make sense. */
export const limitsAt = (at: At, rule: LimitedRule): SensorLimits | null => {
  const { limits } = rule;
  if (limits === undefined) return null;
  const numbers = numbersOf(rule, limits);
  if (limits.rows) return tidyLimits(limitsOfRows(at, limits.rows, numbers));
  return tidyLimits({
    lowCritical: levelAt(at, limits.lowCritical, numbers),
    lowWarning: levelAt(at, limits.lowWarning, numbers),
    highWarning: levelAt(at, limits.highWarning, numbers),
    highCritical: levelAt(at, limits.highCritical, numbers),
  });
};
