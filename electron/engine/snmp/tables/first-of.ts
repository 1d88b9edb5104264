/**
 * The first object after each of many OIDs, in as few requests as the agent takes: single objects, and which tables there are at all.
 *
 * By GETBULK of one row, whose answer may be cut where it grows too large; in version 1, and where an agent has choked on that, by
 * GETNEXT of a few.
 */
import type { Buffer } from 'node:buffer';
import type { Problem } from '../../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../../targets.ts';
import { FEW_QUESTIONS } from '../agent-tuning.ts';
import type { Exchange } from '../exchange.ts';
import { brokenAgent, statusProblem } from '../problems.ts';
import { MalformedMessage, TAG } from '../wire/ber.ts';
import { sameOctets, startsWith } from '../wire/oid.ts';
import type { PduReply, VarbindReader } from '../wire/pdu.ts';
import { ERROR_STATUS } from '../wire/pdu.ts';
import { decodeValue, isException } from '../wire/value.ts';
import type { SnmpValue } from '../wire/value.ts';

export interface FirstLink {
  readonly target: SnmpTarget;
  readonly exchange: Exchange;
  readonly bulk: boolean;
  readonly tuning: {
    readonly questionsAtOnce: number;
    fewerQuestions(): boolean;
  };
}

/** A table by the OID of its row, or an object by that of its only instance. */
export interface Wanted {
  readonly name: string;
  readonly kind: 'table' | 'object';
  /** What to ask after: the row itself, or the object without its .0. */
  readonly after: Buffer;
  /** What the answer begins with, or is. */
  readonly sought: Buffer;
}

export interface Firsts {
  /** Names of tables that are there; where the agent did not say, they count as there: the walk will show it. */
  readonly present: ReadonlySet<string>;
  /** By name; missing where the agent did not say, null where it has no such object. */
  readonly values: ReadonlyMap<string, SnmpValue>;
  readonly problems: readonly Problem[];
  /** False where the agent said nothing at all. */
  readonly answered: boolean;
}

class FirstsOf {
  readonly present = new Set<string>();
  readonly values = new Map<string, SnmpValue>();
  readonly problems: Problem[] = [];
  answered = false;

  unsaid(wanted: Wanted): void {
    if (wanted.kind === 'table') this.present.add(wanted.name);
  }

  take(wanted: Wanted, { bytes, oidStart, oidStop, tag, start, stop }: VarbindReader): void {
    const { kind, name, sought } = wanted;
    const there = !isException(tag);
    if (kind === 'table') {
      if (there && startsWith(bytes, oidStart, oidStop, sought)) this.present.add(name);
      return;
    }
    const same = oidStop - oidStart === sought.length && sameOctets(bytes, oidStart, oidStop, sought, 0);
    this.values.set(name, there && same ? decodeValue(tag, bytes, start, stop) : null);
  }
}

/** How many of the wanted were answered. */
const takeAll = (firsts: FirstsOf, reply: PduReply, wanted: readonly Wanted[]): number => {
  const varbinds = reply.varbinds();
  let taken = 0;
  for (const one of wanted) {
    if (!varbinds.next()) break;
    firsts.take(one, varbinds);
    taken += 1;
  }
  return taken;
};

const tryTakeAll = (link: FirstLink, firsts: FirstsOf, reply: PduReply, wanted: readonly Wanted[]): number => {
  try {
    return takeAll(firsts, reply, wanted);
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error;
    firsts.problems.push(brokenAgent(link.target, `an answer cannot be used: ${error.message}`));
    return 0;
  }
};

/** Those that are to be asked for again after an error. */
const onError = (link: FirstLink, firsts: FirstsOf, reply: PduReply, wanted: readonly Wanted[]): readonly Wanted[] => {
  const { errorStatus, errorIndex } = reply;
  if (errorStatus === ERROR_STATUS.tooBig && wanted.length > 1 && link.tuning.fewerQuestions()) return wanted;
  const blamed = wanted[errorIndex - 1];
  if (blamed === undefined) {
    for (const one of wanted) firsts.unsaid(one);
    return [];
  }
  // Version 1 names the one that is beyond its end, and answers nothing else.
  if (errorStatus === ERROR_STATUS.noSuchName && blamed.kind === 'object') firsts.values.set(blamed.name, null);
  if (errorStatus !== ERROR_STATUS.noSuchName) {
    firsts.unsaid(blamed);
    if (blamed.kind === 'object') firsts.problems.push(statusProblem(link.target, errorStatus, blamed.name));
  }
  return wanted.toSpliced(errorIndex - 1, 1);
};

/** A request that fits into one Ethernet frame, whatever the version and its cipher put around it. */
const MOST_OCTETS = 1350;
/** Of tags, lengths and the empty value of a varbind. */
const VARBIND_OCTETS = 6;

const fitting = (wanted: readonly Wanted[], most: number): readonly Wanted[] => {
  let octets = 0;
  const beyond = wanted.findIndex(({ after }, at) => {
    octets += after.length + VARBIND_OCTETS;
    return at > 0 && (at >= most || octets > MOST_OCTETS);
  });
  return beyond < 0 ? wanted : wanted.slice(0, beyond);
};

/** Asks for the first of them; returns those that are left, or the problem that ends it. */
const askSome = async (
  link: FirstLink,
  firsts: FirstsOf,
  wanted: readonly Wanted[],
  signal: AbortSignal,
): Promise<readonly Wanted[] | Problem> => {
  const { questionsAtOnce } = link.tuning;
  const now = fitting(wanted, questionsAtOnce);
  const later = wanted.slice(now.length);
  const many = questionsAtOnce > FEW_QUESTIONS;
  const type = link.bulk && many ? TAG.getBulk : TAG.getNext;
  const oids = now.map((one) => one.after);
  const result = await link.exchange({ type, oids, nonRepeaters: 0, maxRepetitions: 1 }, signal);
  if (result.kind === 'problem') return result.silent && many && link.tuning.fewerQuestions() ? wanted : result.problem;
  firsts.answered = true;
  if (result.reply.errorStatus !== ERROR_STATUS.noError) return [...onError(link, firsts, result.reply, now), ...later];
  const taken = tryTakeAll(link, firsts, result.reply, now);
  if (taken > 0) return wanted.slice(taken);
  for (const one of now) firsts.unsaid(one);
  return later;
};

export const firstOf = async (link: FirstLink, wanted: readonly Wanted[], signal: AbortSignal): Promise<Firsts> => {
  const firsts = new FirstsOf();
  let left = wanted;
  while (left.length > 0) {
    const next = await askSome(link, firsts, left, signal);
    if ('code' in next) {
      firsts.problems.push(next);
      break;
    }
    left = next;
  }
  return firsts;
};
