/**
 * Asks once for all that several readers want, and then answers each of them from it. The readers stay apart, each with its own
 * questions, and the device is asked as if they were one.
 */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { Answers, Questions } from './tables/questions.ts';
import { together } from './tables/questions.ts';
import type { TableSpec, WalkedRow, WalkedTable, WalkedTables } from './tables/table-spec.ts';
import type { SnmpSession } from './session.ts';
import type { VarBind } from './wire/value.ts';

/** What a reader needs of a session. */
export type Asked = Pick<SnmpSession, 'target' | 'get' | 'walk'>;

/** The name of the cell in the rows that were read, for each cell that the reader wants; null where one was not read. */
const cellNames = (wanted: TableSpec, read: TableSpec): readonly (readonly [string, string])[] | null => {
  const byColumn = new Map(Object.entries(read.columns).map(([name, column]) => [column, name]));
  const names = Object.entries(wanted.columns).map(([name, column]) => [name, byColumn.get(column)] as const);
  const found = names.flatMap(([name, other]) => (other === undefined ? [] : [[name, other] as const]));
  return found.length === names.length ? found : null;
};

/** A row that only another reader's columns have is none of this one's. */
const rowsFor = (rows: readonly WalkedRow[], names: readonly (readonly [string, string])[]): readonly WalkedRow[] => {
  const named = rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(names.map(([name, other]) => [name, row.cells[other] ?? null])),
  }));
  return named.filter(({ cells }) => Object.values(cells).some((value) => value !== null));
};

const tableFor = (wanted: TableSpec, read: TableSpec, table: WalkedTable | undefined): WalkedTable | null => {
  const names = cellNames(wanted, read);
  if (names === null) return null;
  if (table === undefined) return { name: wanted.name, state: 'absent', rows: [] };
  if (wanted === read) return table;
  const rows = rowsFor(table.rows, names);
  const state = table.state === 'complete' && rows.length === 0 ? 'absent' : table.state;
  return { ...table, name: wanted.name, state, rows };
};

const withProblems = <T>(value: T, problems: readonly Problem[]): Outcome<T> =>
  problems.length > 0 ? { kind: 'partial', value, problems: [...new Set(problems)] } : ok(value);

/** Answers from what was read, and asks for the rest. */
const answering = (session: SnmpSession, questions: Questions, answers: Answers): Asked => {
  const specs = new Map(questions.tables.map((spec) => [spec.entry, spec]));
  const find = (wanted: TableSpec): WalkedTable | null => {
    const read = specs.get(wanted.entry);
    return read === undefined || wanted.stamped === true ? null : tableFor(wanted, read, answers.tables.get(read.name));
  };
  const walk = async (wanted: readonly TableSpec[], signal: AbortSignal): Promise<Outcome<WalkedTables>> => {
    const found = wanted.flatMap((spec) => find(spec) ?? []);
    const tables = new Map(found.map((table) => [table.name, table]));
    const problems = found.flatMap(({ problem }) => problem ?? []);
    const rest = wanted.filter((spec) => !tables.has(spec.name));
    if (rest.length === 0) return withProblems(tables, problems);
    const more = await session.walk(rest, signal);
    if (more.kind === 'failed') return more;
    const all = more.kind === 'partial' ? [...problems, ...more.problems] : problems;
    return withProblems(new Map([...tables, ...more.value]), all);
  };
  const get = async (oids: readonly string[], signal: AbortSignal): Promise<Outcome<readonly VarBind[]>> => {
    const known = (oid: string): VarBind => ({ oid, value: answers.scalars.get(oid) ?? null });
    const rest = oids.filter((oid) => !answers.scalars.has(oid));
    if (rest.length === 0) return withProblems(oids.map(known), answers.problems);
    const more = await session.get(rest, signal);
    if (more.kind === 'failed') return more;
    const got = new Map(more.value.map((one) => [one.oid, one]));
    return { ...more, value: oids.map((oid) => got.get(oid) ?? known(oid)) };
  };
  return { target: session.target, get, walk };
};

/** Where the one question for all fails, each reader asks for itself and says what went wrong there. */
export const askTogether = async (
  session: SnmpSession,
  all: readonly Questions[],
  signal: AbortSignal,
): Promise<Asked> => {
  const questions = together(all);
  const read = await session.read(questions, signal);
  return read.kind === 'failed' ? session : answering(session, questions, read.value);
};
