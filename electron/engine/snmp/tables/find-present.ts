/** One GETNEXT over many tables: which of them does the agent have? Saves a request for each that it lacks. */
import { MalformedMessage, TAG } from '../wire/ber.ts';
import type { Problem } from '../../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../../targets.ts';
import type { AgentTuning } from '../agent-tuning.ts';
import type { Exchange } from '../exchange.ts';
import { encodeOid, startsWith } from '../wire/oid.ts';
import type { PduReply } from '../wire/pdu.ts';
import { ERROR_STATUS } from '../wire/pdu.ts';
import { isException } from '../wire/value.ts';
import type { TableSpec } from './table-spec.ts';

interface PresenceLink {
  readonly target: SnmpTarget;
  readonly exchange: Exchange;
  readonly tuning: AgentTuning;
}

export interface Presence {
  readonly present: readonly TableSpec[];
  readonly problem: Problem | null;
  /** False where the agent was not asked, or said nothing at all. */
  readonly answered: boolean;
}

const AT_ONCE = 12;

const presentIn = (reply: PduReply, specs: readonly TableSpec[]): TableSpec[] => {
  const varbinds = reply.varbinds();
  return specs.filter((spec) => {
    // An agent that answers less than was asked: take the table for there, the walk will show it.
    if (!varbinds.next()) return true;
    const { bytes, oidStart, oidStop } = varbinds;
    return !isException(varbinds.tag) && startsWith(bytes, oidStart, oidStop, encodeOid(spec.entry));
  });
};

const tryPresentIn = (reply: PduReply, specs: readonly TableSpec[]): readonly TableSpec[] => {
  try {
    return presentIn(reply, specs);
  } catch (error) {
    if (error instanceof MalformedMessage) return specs;
    throw error;
  }
};

const findIn = async (link: PresenceLink, specs: readonly TableSpec[], signal: AbortSignal): Promise<Presence> => {
  if (specs.length === 0) return { present: [], problem: null, answered: true };
  const oids = specs.map((spec) => encodeOid(spec.entry));
  const result = await link.exchange({ type: TAG.getNext, oids, nonRepeaters: 0, maxRepetitions: 0 }, signal);
  if (result.kind === 'problem') return { present: [], problem: result.problem, answered: false };
  const { errorStatus, errorIndex } = result.reply;
  if (errorStatus === ERROR_STATUS.noError)
    return { present: tryPresentIn(result.reply, specs), problem: null, answered: true };
  // Version 1 names the one beyond its end and answers nothing else.
  if (errorStatus === ERROR_STATUS.noSuchName && specs[errorIndex - 1])
    return findIn(link, specs.toSpliced(errorIndex - 1, 1), signal);
  return { present: specs, problem: null, answered: true };
};

export const findPresent = async (
  link: PresenceLink,
  specs: readonly TableSpec[],
  signal: AbortSignal,
): Promise<Presence> => {
  // A single table shows by its walk whether it is there.
  if (specs.length < 2) return { present: specs, problem: null, answered: false };
  const present: TableSpec[] = [];
  let problem: Problem | null = null;
  let answered = false;
  for (let at = 0; at < specs.length && problem === null; at += AT_ONCE) {
    const found = await findIn(link, specs.slice(at, at + AT_ONCE), signal);
    present.push(...found.present);
    problem = found.problem;
    answered ||= found.answered;
  }
  if (problem === null) for (const spec of specs) if (!present.includes(spec)) link.tuning.absent(spec.name);
  return { present, problem, answered };
};
