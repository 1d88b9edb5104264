/**
 * Single objects and whole tables together, with as few questions as there are rows.
 *
 * What is known of the agent is not asked again: a table that it has is walked at once, one that it lacks is left out. Of the others,
 * and of the single objects, one request of many asks which are there.
 */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { firstOf } from './tables/first-of.ts';
import type { Firsts, Wanted } from './tables/first-of.ts';
import type { Answers, Questions } from './tables/questions.ts';
import type { TableSpec, WalkedTable } from './tables/table-spec.ts';
import type { TableState } from './tables/table-state.ts';
import { startTable } from './tables/table-state.ts';
import { numberOf } from './decode/octets.ts';
import { Walk } from './walk.ts';
import type { WalkLink } from './walk.ts';
import { encodeOid } from './wire/oid.ts';

interface Plan {
  /** It has them. */
  readonly known: readonly TableSpec[];
  /** Whether it has them is to be asked. */
  readonly open: readonly TableSpec[];
  readonly scalars: readonly string[];
}

const planOf = ({ scalars, lasting, tables }: Questions, { tuning }: WalkLink): Plan => {
  const wanted = tables.filter((spec) => spec.lasting !== true || !tuning.isAbsent(spec.entry));
  const known = wanted.filter((spec) => tuning.rowsOf(spec.entry) !== null);
  const open = wanted.filter((spec) => tuning.rowsOf(spec.entry) === null);
  const objects = scalars.filter((oid) => lasting?.has(oid) !== true || !tuning.isAbsent(oid));
  const counts = open.flatMap((spec) => (spec.countedBy === undefined ? [] : [spec.countedBy]));
  return { known, open, scalars: objects.length + open.length > 1 ? [...new Set([...objects, ...counts])] : objects };
};

const asTable = ({ name, entry }: TableSpec): Wanted => {
  const sought = encodeOid(entry);
  return { name, kind: 'table', after: sought, sought };
};

const asObject = (oid: string): Wanted => ({
  name: oid,
  kind: 'object',
  after: encodeOid(oid.replace(/\.0$/, '')),
  sought: encodeOid(oid),
});

const NOTHING_ASKED: Firsts = { present: new Set(), values: new Map(), problems: [], answered: false };

const lookFor = (link: WalkLink, { known, open, scalars }: Plan, signal: AbortSignal): Promise<Firsts> | Firsts => {
  // A single table shows by its walk whether it is there.
  const alone = open.length === 1 && known.length === 0;
  if (scalars.length === 0 && (open.length === 0 || alone))
    return { ...NOTHING_ASKED, present: new Set(open.map((spec) => spec.name)) };
  return firstOf(link, [...scalars.map(asObject), ...open.map(asTable)], signal);
};

const MOST_COUNTED = 20_000;

const expectedRows = (spec: TableSpec, { tuning }: WalkLink, { values }: Firsts): number | null => {
  const known = tuning.rowsOf(spec.entry);
  if (known !== null || spec.countedBy === undefined) return known;
  const told = numberOf(values.get(spec.countedBy) ?? null);
  return told !== null && told > 0 && told <= MOST_COUNTED ? told : null;
};

const finish = (table: TableState): WalkedTable => ({
  name: table.spec.name,
  state: table.problem ? 'partial' : table.list.length === 0 ? 'absent' : 'complete',
  rows: table.list,
  ...(table.problem ? { problem: table.problem } : {}),
});

/** What the agent has, and what not, for the next time. A walk of some columns without rows says nothing of the table's others. */
const remember = ({ tuning }: WalkLink, plan: Plan, firsts: Firsts, tables: readonly TableState[]): void => {
  for (const { spec, list } of tables) if (list.length > 0) tuning.present(spec.entry, list.length);
  if (!firsts.answered || firsts.problems.length > 0) return;
  for (const spec of plan.open) if (!firsts.present.has(spec.name)) tuning.absent(spec.entry);
  for (const [oid, value] of firsts.values) if (value === null) tuning.absent(oid);
};

export const readObjects = async (
  link: WalkLink,
  questions: Questions,
  signal: AbortSignal,
  onRows?: (rows: number) => void,
): Promise<Outcome<Answers>> => {
  const plan = planOf(questions, link);
  const firsts = await lookFor(link, plan, signal);
  const [trouble] = firsts.problems;
  if (trouble && !firsts.answered) return { kind: 'failed', problem: trouble };
  const there = [...plan.known, ...plan.open.filter((spec) => firsts.present.has(spec.name))];
  const tables = there.map((spec) => startTable(spec, firsts.answered, expectedRows(spec, link, firsts)));
  const walk = new Walk(link, tables, signal);
  await walk.run(onRows);
  const told = [...firsts.problems, ...tables.flatMap(({ problem }) => (problem ? [problem] : []))];
  const { lastProblem } = walk;
  const nothing = walk.rows === 0 && firsts.values.size === 0;
  if (lastProblem && (nothing || lastProblem.code === 'cancelled')) return { kind: 'failed', problem: lastProblem };
  remember(link, plan, firsts, tables);
  const values = questions.scalars.map((oid) => [oid, firsts.values.get(oid) ?? null] as const);
  const value = {
    scalars: new Map(values),
    tables: new Map(tables.map((table) => [table.spec.name, finish(table)])),
    problems: firsts.problems,
  };
  link.count([...firsts.values.values()].filter((one) => one !== null).length);
  const problems = [...new Set(told)];
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
