/**
 * Walks tables to their ends.
 *
 * All wanted columns wait together; a request carries as many of them as fit, each with a place of its own to go on from, so that
 * holes in one column do not shift another.
 *
 * Agents are broken in many ways, and none of them may hang or lose the rest: an OID that does not grow ends its column; silence or an
 * error makes the requests smaller, then confines them to one table, then gives that table up. Where two in a row are given up, the walk
 * goes on only if the agent still answers the simplest of questions, and four end it.
 */
import type { Problem } from '../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../targets.ts';
import type { AgentTuning } from './agent-tuning.ts';
import type { Exchange } from './exchange.ts';
import { brokenAgent, statusProblem } from './problems.ts';
import { chooseColumns } from './tables/choose-columns.ts';
import type { Column, TableState } from './tables/table-state.ts';
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

const MOST_COLUMNS = 40;
/** Values an answer may hold: 400 at first (some 8 kB), and more as the agent bears more repetitions. */
const VALUES_A_REPETITION = 20;
const MOST_VALUES = 800;
/** An answer that held so much of what it might shows that the agent bears more. */
const FULL = 0.5;
const MOST_GIVEN_UP = 4;
const CAREFUL_TRIES = 2;
const UPTIME = encodeOid('1.3.6.1.2.1.1.3'); // the object before its instance, for GETNEXT and GETBULK answer the next

export class Walk {
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
      const { columns, repetitions } = chooseColumns(this.#tables, {
        maxRepetitions: this.#link.bulk ? this.#link.tuning.maxRepetitions : 1,
        maxColumns: this.#mostColumns,
        maxValues: this.#mostValues(),
        careful: this.#careful,
      });
      if (columns.length === 0) return;
      await this.#step(columns, repetitions);
      onRows?.(this.rows);
    }
  }

  #mostValues(): number {
    return Math.min(MOST_VALUES, VALUES_A_REPETITION * this.#link.tuning.maxRepetitions);
  }

  async #step(columns: readonly Column[], repetitions: number): Promise<void> {
    const stamped = columns[0]?.table.spec.stamped === true;
    const oids = columns.map((column) => column.position());
    const request: PduRequest = {
      type: this.#link.bulk ? TAG.getBulk : TAG.getNext,
      oids: stamped ? [UPTIME, ...oids] : oids,
      nonRepeaters: stamped ? 1 : 0,
      maxRepetitions: repetitions,
    };
    const result = await this.#link.exchange(request, this.#signal, this.#careful ? CAREFUL_TRIES : undefined);
    if (result.kind === 'reply') this.#accept(columns, result.reply, repetitions, stamped);
    else if (result.silent) await this.#onSilence(columns, result.problem, repetitions);
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
      else if (taken.repetitions >= repetitions && taken.varbinds >= FULL * this.#mostValues())
        this.#link.tuning.grow();
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

  async #onSilence(columns: readonly Column[], problem: Problem, repetitions: number): Promise<void> {
    if (this.#careful && this.#givenUp > 0 && !(await this.#stillAnswers())) return this.#giveUpAll(problem);
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

  async #stillAnswers(): Promise<boolean> {
    if (this.#givenUp >= MOST_GIVEN_UP) return false;
    const request: PduRequest = { type: TAG.getNext, oids: [UPTIME], nonRepeaters: 0, maxRepetitions: 0 };
    return (await this.#link.exchange(request, this.#signal, 1)).kind === 'reply';
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
