/**
 * Reads whole tables.
 *
 * All wanted columns wait in one queue; a request carries as many of them as fit, each with a place of its own to go on from, so that
 * holes in one column do not shift another. A first GETNEXT over all tables tells which the agent has at all.
 *
 * Agents are broken in many ways, and none of them may hang or lose the rest: an OID that does not grow ends its column; silence or an
 * error makes the requests smaller, then confines them to one table, then gives that table up; two given up in a row end the walk.
 */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../targets.ts';
import type { AgentTuning } from './agent-tuning.ts';
import type { Exchange } from './exchange.ts';
import { brokenAgent, statusProblem } from './problems.ts';
import { findPresent } from './tables/find-present.ts';
import type { TableSpec, WalkedTable, WalkedTables } from './tables/table-spec.ts';
import type { Column, TableState } from './tables/table-state.ts';
import { startTable } from './tables/table-state.ts';
import { takeRows } from './tables/take-rows.ts';
import { MalformedMessage, TAG } from './wire/ber.ts';
import { encodeOid } from './wire/oid.ts';
import type { PduReply, PduRequest } from './wire/pdu.ts';
import { ERROR_STATUS } from './wire/pdu.ts';

export interface WalkLink {
  readonly target: SnmpTarget;
  readonly exchange: Exchange;
  readonly tuning: AgentTuning;
  /** False for version 1, which has no GETBULK. */
  readonly bulk: boolean;
  count(values: number): void;
}

const MOST_COLUMNS = 24;
/** Values an answer may hold: 400 at first (some 8 kB), and more as the agent bears more repetitions. */
const VALUES_A_REPETITION = 20;
const CAREFUL_TRIES = 2;
const UPTIME = encodeOid('1.3.6.1.2.1.1.3'); // the object before its instance, for GETNEXT and GETBULK answer the next

class Walk {
  readonly #link: WalkLink;
  readonly #signal: AbortSignal;
  readonly #tables: readonly TableState[];
  #mostColumns = MOST_COLUMNS;
  /** Once something went wrong: one table at a time. */
  #careful = false;
  #givenUp = 0;
  rows = 0;
  lastProblem: Problem | null = null;

  constructor(link: WalkLink, tables: readonly TableState[], signal: AbortSignal) {
    this.#link = link;
    this.#tables = tables;
    this.#signal = signal;
  }

  async run(onRows?: (rows: number) => void): Promise<void> {
    for (;;) {
      const columns = this.#nextColumns();
      if (columns.length === 0) return;
      await this.#step(columns);
      onRows?.(this.rows);
    }
  }

  #nextColumns(): Column[] {
    const columns: Column[] = [];
    for (const table of this.#tables) {
      const open = table.columns.filter((column) => !column.done);
      if (open.length === 0) continue;
      // A stamped table needs its cells in one PDU; and stamps belong to one table only.
      if (columns.length > 0 && (table.spec.stamped || columns[0]?.table.spec.stamped || this.#careful)) break;
      columns.push(...open.slice(0, this.#mostColumns - columns.length));
      if (columns.length >= this.#mostColumns) break;
    }
    return columns;
  }

  async #step(columns: readonly Column[]): Promise<void> {
    const stamped = columns[0]?.table.spec.stamped === true;
    const { bulk, tuning } = this.#link;
    const most = tuning.maxRepetitions;
    const fits = Math.max(1, Math.floor((VALUES_A_REPETITION * most) / columns.length));
    const repetitions = bulk ? Math.min(most, fits) : 1;
    const oids = columns.map((column) => column.position());
    const request: PduRequest = {
      type: bulk ? TAG.getBulk : TAG.getNext,
      oids: stamped ? [UPTIME, ...oids] : oids,
      nonRepeaters: stamped ? 1 : 0,
      maxRepetitions: repetitions,
    };
    const result = await this.#link.exchange(request, this.#signal, this.#careful ? CAREFUL_TRIES : undefined);
    if (result.kind === 'reply') this.#accept(columns, result.reply, repetitions, stamped);
    else if (result.silent) this.#onSilence(columns, result.problem, repetitions);
    else this.#giveUpAll(result.problem);
  }

  #accept(columns: readonly Column[], reply: PduReply, repetitions: number, stamped: boolean): void {
    if (reply.errorStatus !== ERROR_STATUS.noError) return this.#onError(columns, reply, repetitions, stamped);
    try {
      const taken = takeRows(reply, columns, stamped);
      this.#link.count(taken.values);
      this.rows += taken.newRows;
      this.#givenUp = 0;
      if (taken.varbinds === 0) this.#fail(columns, 'an answer without values');
      else if (taken.repetitions >= repetitions) this.#link.tuning.grow();
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.#fail(columns, `an answer cannot be used (${error.message})`);
    }
    for (const { table } of columns) this.#tell(table);
  }

  #tell(table: TableState): void {
    if (table.fault === null || table.problem !== null) return;
    table.problem = brokenAgent(
      this.#link.target,
      `${table.spec.name} was left unfinished: ${table.fault}. What came until then is kept.`,
    );
  }

  #fail(columns: readonly Column[], fault: string): void {
    for (const column of columns) column.break(fault);
  }

  #onError(columns: readonly Column[], reply: PduReply, repetitions: number, stamped: boolean): void {
    const { errorStatus } = reply;
    const blamed = columns[reply.errorIndex - (stamped ? 2 : 1)];
    // Version 1 says so at the end of everything it has.
    if (errorStatus === ERROR_STATUS.noSuchName) return (blamed ? [blamed] : columns).forEach((column) => column.end());
    if (errorStatus === ERROR_STATUS.tooBig && this.#smaller(columns, repetitions, 'the agent said tooBig')) return;
    if (errorStatus !== ERROR_STATUS.tooBig && repetitions > 1 && errorStatus === ERROR_STATUS.genErr) {
      this.#link.tuning.shrink(repetitions, 'the agent said genErr');
      return;
    }
    const problem = statusProblem(this.#link.target, errorStatus, blamed?.table.spec.name ?? 'tables');
    this.#giveUp(blamed ? [blamed] : columns, problem);
  }

  #onSilence(columns: readonly Column[], problem: Problem, repetitions: number): void {
    if (this.#careful && this.#givenUp > 0) return this.#giveUpAll(problem);
    const wasCareful = this.#careful;
    this.#careful = true;
    // Nothing has come yet at all: the agent is silent, not overtaxed.
    if (this.rows === 0 && !this.#tables.some((table) => table.known)) return this.#giveUpAll(problem);
    if (repetitions > 1)
      return this.#link.tuning.shrink(repetitions > 4 && wasCareful ? 4 : repetitions, 'no answer in time');
    if (!wasCareful) return;
    this.#givenUp += 1;
    this.#giveUp(columns, problem);
  }

  #smaller(columns: readonly Column[], repetitions: number, why: string): boolean {
    if (repetitions > 1) this.#link.tuning.shrink(repetitions, why);
    else if (columns.length > 1) this.#mostColumns = Math.ceil(columns.length / 2);
    else return false;
    return true;
  }

  #giveUp(columns: readonly Column[], problem: Problem): void {
    this.lastProblem = problem;
    for (const column of columns) {
      column.break(problem.message);
      column.table.problem ??= problem;
    }
  }

  #giveUpAll(problem: Problem): void {
    for (const table of this.#tables)
      this.#giveUp(
        table.columns.filter((column) => !column.done),
        problem,
      );
  }
}

const finish = (table: TableState): WalkedTable => ({
  name: table.spec.name,
  state: table.problem ? 'partial' : table.list.length === 0 ? 'absent' : 'complete',
  rows: table.list,
});

export const walkTables = async (
  link: WalkLink,
  specs: readonly TableSpec[],
  signal: AbortSignal,
  onRows?: (rows: number) => void,
): Promise<Outcome<WalkedTables>> => {
  const found = await findPresent(link, specs, signal);
  if (found.problem && !found.answered) return { kind: 'failed', problem: found.problem };
  const tables = found.present.map((spec) => startTable(spec, found.answered));
  const walk = new Walk(link, tables, signal);
  await walk.run(onRows);
  const problems = [...new Set([found.problem, ...tables.map((table) => table.problem)].filter((one) => one !== null))];
  const { lastProblem } = walk;
  if (lastProblem && (walk.rows === 0 || lastProblem.code === 'cancelled'))
    return { kind: 'failed', problem: lastProblem };
  for (const table of tables) if (table.list.length > 0) link.tuning.present(table.spec.name);
  const value = new Map(tables.map((table) => [table.spec.name, finish(table)]));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
