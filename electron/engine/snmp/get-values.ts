/** GET of any number of objects, in PDUs as large as the agent takes; what the agent lacks is null. */
import type { Buffer } from 'node:buffer';
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../targets.ts';
import type { Exchange } from './exchange.ts';
import { brokenAgent, statusProblem } from './problems.ts';
import { MalformedMessage, TAG } from './wire/ber.ts';
import { encodeOid } from './wire/oid.ts';
import type { PduReply } from './wire/pdu.ts';
import { ERROR_STATUS } from './wire/pdu.ts';
import type { SnmpValue, VarBind } from './wire/value.ts';
import { decodeValue } from './wire/value.ts';

const MOST_OIDS_A_PDU = 40;

export interface GetLink {
  readonly target: SnmpTarget;
  readonly exchange: Exchange;
  count(values: number): void;
}

interface Wanted {
  readonly oid: string;
  readonly encoded: Buffer;
  value: SnmpValue;
}

/** Values in the order asked; an agent may not answer another order (RFC 3416 section 4.2.1). */
const takeValues = (reply: PduReply, wanted: readonly Wanted[]): void => {
  const varbinds = reply.varbinds();
  for (const one of wanted) {
    if (!varbinds.next()) throw new MalformedMessage('fewer values than asked');
    const { bytes, oidStart, oidStop } = varbinds;
    if (bytes.compare(one.encoded, 0, one.encoded.length, oidStart, oidStop) !== 0)
      throw new MalformedMessage('another object than asked');
    one.value = decodeValue(varbinds.tag, bytes, varbinds.start, varbinds.stop);
  }
};

const halves = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
};

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Fills in the values; a problem that ends all of it is thrown back as the answer. */
const getChunk = async (
  link: GetLink,
  wanted: readonly Wanted[],
  signal: AbortSignal,
  problems: Problem[],
): Promise<Problem | null> => {
  if (wanted.length === 0) return null;
  const oids = wanted.map((one) => one.encoded);
  const result = await link.exchange({ type: TAG.get, oids, nonRepeaters: 0, maxRepetitions: 0 }, signal);
  if (result.kind === 'problem') return result.problem;
  const { errorStatus, errorIndex } = result.reply;
  if (errorStatus === ERROR_STATUS.noError) return accept(link, result.reply, wanted, problems);
  if (errorStatus === ERROR_STATUS.tooBig && wanted.length > 1) {
    for (const half of halves(wanted)) {
      const problem = await getChunk(link, half, signal, problems);
      if (problem) return problem;
    }
    return null;
  }
  const blamed = wanted[errorIndex - 1];
  const problem = statusProblem(link.target, errorStatus, blamed ? blamed.oid : 'what was asked');
  if (!blamed || errorStatus === ERROR_STATUS.authorizationError) return problem;
  // Version 1 names one missing object and gives nothing else: ask again for the rest (RFC 1157 section 4.1.2).
  if (errorStatus !== ERROR_STATUS.noSuchName) problems.push(problem);
  return getChunk(link, wanted.toSpliced(errorIndex - 1, 1), signal, problems);
};

const accept = (link: GetLink, reply: PduReply, wanted: readonly Wanted[], problems: Problem[]): Problem | null => {
  try {
    takeValues(reply, wanted);
    link.count(wanted.length);
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error;
    problems.push(brokenAgent(link.target, `an answer cannot be used: ${error.message}`));
  }
  return null;
};

export const getValues = async (
  link: GetLink,
  oids: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<readonly VarBind[]>> => {
  const wanted = oids.map((oid): Wanted => ({ oid, encoded: encodeOid(oid), value: null }));
  const problems: Problem[] = [];
  let answered = 0;
  for (const chunk of chunks(wanted, MOST_OIDS_A_PDU)) {
    const problem = await getChunk(link, chunk, signal, problems);
    if (problem && answered === 0) return { kind: 'failed', problem };
    if (problem) {
      problems.push(problem);
      break;
    }
    answered += 1;
  }
  const value = wanted.map(({ oid, value: found }): VarBind => ({ oid, value: found }));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
