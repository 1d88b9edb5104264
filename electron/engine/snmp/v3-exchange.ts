/**
 * Requests under SNMPv3: learn the engine (RFC 3414 section 4), keep to its clock, and tell its reports apart.
 *
 * A wrong privacy password gives silence: the agent drops what it cannot decrypt. So when an engine that has just told of itself
 * stays silent, the same user is tried without privacy: any authentic answer then, even a refusal, proves the rest right.
 */
import { Buffer } from 'node:buffer';
import type { Clock } from '../../host/host.ts';
import type { SnmpTarget } from '../targets.ts';
import { engineClock, rememberEngineClock } from './engine-clocks.ts';
import type { ExchangeResult } from './exchange.ts';
import { unanswered, v3Problem } from './problems.ts';
import type { Answer } from './transport/ask.ts';
import { MalformedMessage, TAG } from './wire/ber.ts';
import { decodeOid, encodeOid } from './wire/oid.ts';
import type { PduRequest } from './wire/pdu.ts';
import { UnsupportedCipher } from './wire/privacy.ts';
import type { Engine, SecurityLevel, V3Credential, V3Reply } from './wire/usm.ts';
import { credentialLevel, decodeV3Message, encodeV3Message, makeEngine } from './wire/usm.ts';

/** Sends bytes made for a message id, repeats them, and waits. */
export type Send = <T>(
  make: (messageId: number) => Buffer,
  decode: (bytes: Buffer, messageId: number) => T | null,
  signal: AbortSignal,
  tries?: number,
) => Promise<Answer<T>>;

export interface V3Exchange {
  exchange(request: PduRequest, signal: AbortSignal, tries?: number): Promise<ExchangeResult>;
  readonly engineId: string | null;
}

// usmStats (RFC 3414 section 5): what a report says went wrong.
const REPORTS: Readonly<Record<string, string>> = {
  '1.3.6.1.6.3.15.1.1.1': 'unsupported-level',
  '1.3.6.1.6.3.15.1.1.2': 'clock-astray',
  '1.3.6.1.6.3.15.1.1.3': 'unknown-user',
  '1.3.6.1.6.3.15.1.1.4': 'engine-astray',
  '1.3.6.1.6.3.15.1.1.5': 'wrong-auth',
  '1.3.6.1.6.3.15.1.1.6': 'wrong-priv',
};
const UPTIME = encodeOid('1.3.6.1.2.1.1.3.0');
const NOTHING: PduRequest = { type: TAG.get, oids: [], nonRepeaters: 0, maxRepetitions: 0 };
const UPTIME_REQUEST: PduRequest = { ...NOTHING, oids: [UPTIME] };
/** A cached engine id may be outdated, and then the clock too. */
const MAX_CORRECTIONS = 3;

const reportOf = (reply: V3Reply): string => {
  const varbinds = reply.varbinds();
  if (!varbinds.next()) return 'an empty report';
  const oid = decodeOid(varbinds.bytes, varbinds.oidStart, varbinds.oidStop);
  return REPORTS[oid.replace(/\.0$/, '')] ?? `report ${oid}`;
};

interface Known {
  readonly engine: Engine;
  readonly atMs: number;
}

export const createV3Exchange = (
  target: SnmpTarget,
  credential: V3Credential,
  send: Send,
  clock: Clock,
  cachedEngineId: string | null,
): V3Exchange => {
  let known: Known | null = null;
  let everAnswered = false;
  const learn = (id: Buffer, boots: number, timeS: number): void => {
    const same = known !== null && known.engine.id.equals(id);
    const engine =
      same && known ? { ...known.engine, boots, timeS } : makeEngine(credential, Buffer.from(id), boots, timeS);
    known = { engine, atMs: clock.monotonic() };
    rememberEngineClock(engine.id.toString('hex'), { boots, timeS, atMs: known.atMs });
  };
  const engineNow = ({ engine, atMs }: Known): Engine => ({
    ...engine,
    timeS: engine.timeS + Math.floor((clock.monotonic() - atMs) / 1000),
  });
  if (cachedEngineId !== null) {
    const { boots = 0, timeS = 0, atMs = clock.monotonic() } = engineClock(cachedEngineId) ?? {};
    known = { engine: makeEngine(credential, Buffer.from(cachedEngineId, 'hex'), boots, timeS), atMs };
  }

  const decodeFor =
    (level: SecurityLevel, engine: Engine | null) =>
    (bytes: Buffer, messageId: number): V3Reply | null => {
      try {
        const reply = decodeV3Message(bytes, credential, engine, clock.monotonic());
        if (reply.type === TAG.report) return reply;
        // What was asked with security must not be answered without (RFC 3412 section 7.2).
        return reply.level === level && reply.requestId === messageId ? reply : null;
      } catch (error) {
        if (error instanceof MalformedMessage) return null;
        throw error;
      }
    };

  const askAt = (level: SecurityLevel, engine: Engine, request: PduRequest, signal: AbortSignal, tries?: number) =>
    send(
      (messageId) => encodeV3Message({ credential, level, engine, request, messageId }),
      decodeFor(level, engine),
      signal,
      tries,
    );

  const discover = async (signal: AbortSignal): Promise<ExchangeResult | null> => {
    const engine = { id: Buffer.alloc(0), boots: 0, timeS: 0, authKey: null, privKey: null };
    const nobody: V3Credential = { kind: 'snmp-v3', user: '' };
    const answer = await send(
      (messageId) =>
        encodeV3Message({ credential: nobody, level: 'noAuthNoPriv', engine, request: NOTHING, messageId }),
      decodeFor('noAuthNoPriv', null),
      signal,
    );
    if (answer.kind !== 'answer') return { kind: 'problem', problem: unanswered(target, answer), silent: false };
    learn(answer.value.engineId, answer.value.boots, answer.value.timeS);
    return null;
  };

  const problemResult = (trouble: string, waitedMs: number): ExchangeResult => ({
    kind: 'problem',
    problem: v3Problem(target, trouble, waitedMs),
    silent: false,
  });

  /** The engine answered before, but not this: is it the privacy password? */
  const explainSilence = async (
    answer: Extract<Answer<V3Reply>, { kind: 'silence' }>,
    level: SecurityLevel,
    signal: AbortSignal,
  ): Promise<ExchangeResult> => {
    const plain: ExchangeResult = { kind: 'problem', problem: unanswered(target, answer), silent: true };
    if (everAnswered || level !== 'authPriv' || known === null) return plain;
    const second = await askAt('authNoPriv', engineNow(known), UPTIME_REQUEST, signal, 2);
    if (second.kind !== 'answer') return plain;
    if (second.value.type !== TAG.report) return problemResult('wrong-priv', answer.waitedMs);
    const trouble = reportOf(second.value);
    return trouble === 'unsupported-level' || trouble === 'clock-astray'
      ? problemResult('wrong-priv', answer.waitedMs)
      : problemResult(trouble, answer.waitedMs);
  };

  const exchange = async (request: PduRequest, signal: AbortSignal, tries?: number): Promise<ExchangeResult> => {
    const level = credentialLevel(credential);
    for (let corrections = 0; ; corrections++) {
      const trouble = known === null ? await discover(signal) : null;
      if (trouble) return trouble;
      if (known === null) return problemResult('engine-astray', 0);
      const answer = await askAt(level, engineNow(known), request, signal, tries);
      if (answer.kind === 'silence') return explainSilence(answer, level, signal);
      if (answer.kind !== 'answer') return { kind: 'problem', problem: unanswered(target, answer), silent: false };
      const reply = answer.value;
      if (reply.type !== TAG.report) {
        everAnswered = true;
        return { kind: 'reply', reply };
      }
      const report = reportOf(reply);
      const curable = report === 'clock-astray' || report === 'engine-astray';
      if (!curable || corrections >= MAX_CORRECTIONS) return problemResult(report, answer.roundTripMs);
      learn(reply.engineId, reply.boots, reply.timeS);
    }
  };

  const guarded: V3Exchange['exchange'] = async (request, signal, tries) => {
    try {
      return await exchange(request, signal, tries);
    } catch (error) {
      if (error instanceof UnsupportedCipher) return problemResult('unsupported', 0);
      throw error;
    }
  };
  return {
    exchange: guarded,
    get engineId() {
      return known === null ? null : known.engine.id.toString('hex');
    },
  };
};
