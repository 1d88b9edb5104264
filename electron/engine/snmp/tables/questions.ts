/** What is asked of a device together: single objects and tables, each only once, however many readers want it. Pure. */
import type { Problem } from '../../../../shared/model/outcome.ts';
import type { SnmpValue } from '../wire/value.ts';
import type { TableSpec, WalkedTables } from './table-spec.ts';

export interface Questions {
  /** OIDs of single objects, with their .0. */
  readonly scalars: readonly string[];
  /** Those of them whose absence lasts, as that of a table may: see TableSpec. */
  readonly lasting?: ReadonlySet<string> | undefined;
  readonly tables: readonly TableSpec[];
}

export interface Answers {
  /** By OID, each that was asked for; null where the agent has no such object. */
  readonly scalars: ReadonlyMap<string, SnmpValue>;
  readonly tables: WalkedTables;
  /** What was wrong with single objects; what was wrong with a table stands with it. */
  readonly problems: readonly Problem[];
}

/** The columns of both; one that both want keeps the name that the first gives it. */
const joined = (one: TableSpec, other: TableSpec): TableSpec => {
  const has = new Set(Object.values(one.columns));
  const more = Object.entries(other.columns).filter(([, column]) => !has.has(column));
  const named = more.map(([name, column]) => [name in one.columns ? `c${column}` : name, column] as const);
  return {
    ...one,
    columns: { ...one.columns, ...Object.fromEntries(named) },
    lasting: one.lasting === true && other.lasting === true,
    countedBy: one.countedBy ?? other.countedBy,
    maxRows: Math.max(one.maxRows ?? 0, other.maxRows ?? 0) || undefined,
  };
};

/** One question for each row of tables, with the columns that any of the readers wants. */
export const together = (all: readonly Questions[]): Questions => {
  const tables = new Map<string, TableSpec>();
  for (const spec of all.flatMap((one) => one.tables)) {
    const known = tables.get(spec.entry);
    tables.set(spec.entry, known === undefined ? spec : joined(known, spec));
  }
  const passing = new Set(all.flatMap(({ scalars, lasting }) => scalars.filter((oid) => lasting?.has(oid) !== true)));
  const scalars = [...new Set(all.flatMap((one) => one.scalars))];
  return { scalars, lasting: new Set(scalars.filter((oid) => !passing.has(oid))), tables: [...tables.values()] };
};
