/** A conversation with one agent: versions, retries, diagnosis, and what it learns of the agent on the way. */
import { Buffer } from 'node:buffer';
import { failed } from '../../../shared/model/outcome.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Clock } from '../../host/host.ts';
import type { Learnt, SnmpTarget, SnmpTuning } from '../targets.ts';
import { createAgentTuning } from './agent-tuning.ts';
import type { AgentTuning } from './agent-tuning.ts';
import type { Exchange, ExchangeResult } from './exchange.ts';
import { getValues } from './get-values.ts';
import { notAnAddress, unanswered } from './problems.ts';
import { readObjects } from './read-objects.ts';
import type { Answers, Questions } from './tables/questions.ts';
import type { WalkedTables, TableSpec } from './tables/table-spec.ts';
import { ask } from './transport/ask.ts';
import type { RequestLimiter } from './transport/request-limiter.ts';
import type { Endpoint, SharedSocket } from './transport/shared-sockets.ts';
import { acquireSocket, parseEndpoint } from './transport/shared-sockets.ts';
import type { Send, V3Exchange } from './v3-exchange.ts';
import { createV3Exchange } from './v3-exchange.ts';
import { MalformedMessage } from './wire/ber.ts';
import type { PduReply } from './wire/pdu.ts';
import { decodeCommunityMessage, encodeCommunityMessage } from './wire/pdu.ts';
import type { VarBind } from './wire/value.ts';

export type { RequestLimiter } from './transport/request-limiter.ts';
export { createRequestLimiter } from './transport/request-limiter.ts';
export type { SnmpValue, VarBind } from './wire/value.ts';

export interface SessionStats {
  /** Requests sent, tries not counted. */
  readonly requests: number;
  /** Tries that were not answered in time. */
  readonly timeouts: number;
  /** Values received. */
  readonly values: number;
}

export interface SnmpSession {
  readonly target: SnmpTarget;
  /** Values in the order of the OIDs; null where the agent has no such object. Split into as many PDUs as the agent needs. */
  get(oids: readonly string[], signal: AbortSignal): Promise<Outcome<readonly VarBind[]>>;
  /** Whole tables, several columns a request. `onRows` hears how many rows there are so far. */
  walk(
    tables: readonly TableSpec[],
    signal: AbortSignal,
    onRows?: (rows: number) => void,
  ): Promise<Outcome<WalkedTables>>;
  /** Single objects and whole tables together; what the agent is known to lack is not asked for. */
  read(questions: Questions, signal: AbortSignal, onRows?: (rows: number) => void): Promise<Outcome<Answers>>;
  readonly stats: SessionStats;
  /** What is worth keeping for the next session with this agent. */
  tuning(): SnmpTuning;
  /** Keeps the profile that fits this device, for what asks it later. */
  usesProfile(name: string): void;
  /** Who the agent is now: what was learnt of another software, or too long ago, is forgotten. */
  seen(now: Learnt): void;
  /** Gives the socket back; what is under way ends as cancelled. */
  close(): void;
}

export interface SessionOptions {
  readonly clock: Clock;
  readonly tuning?: SnmpTuning | null | undefined;
  readonly limiter?: RequestLimiter | undefined;
}

const TRIES = 3;
/** Made once: an abort without a reason makes an exception with a stack, a tenth of a millisecond for each session. */
const CLOSED = new Error('the session was closed');

class Session implements SnmpSession {
  readonly target: SnmpTarget;
  readonly stats = { requests: 0, timeouts: 0, values: 0 };
  readonly #clock: Clock;
  readonly #limiter: RequestLimiter | undefined;
  readonly #endpoint: Endpoint;
  readonly #socket: SharedSocket;
  readonly #tuning: AgentTuning;
  readonly #v3: V3Exchange | null;
  readonly #community: Buffer;
  readonly #closing = new AbortController();

  constructor(target: SnmpTarget, endpoint: Endpoint, options: SessionOptions) {
    const { credential } = target;
    this.target = target;
    this.#endpoint = endpoint;
    this.#clock = options.clock;
    this.#limiter = options.limiter;
    this.#tuning = createAgentTuning(options.tuning ?? null);
    this.#socket = acquireSocket(endpoint.family);
    this.#community = Buffer.from(credential.kind === 'snmp-community' ? credential.community : '', 'utf8');
    this.#v3 =
      credential.kind === 'snmp-v3'
        ? createV3Exchange(target, credential, this.#send, options.clock, options.tuning?.engineId ?? null)
        : null;
  }

  get(oids: readonly string[], signal: AbortSignal): Promise<Outcome<readonly VarBind[]>> {
    return getValues(this.#link(), oids, this.#either(signal));
  }

  async walk(
    tables: readonly TableSpec[],
    signal: AbortSignal,
    onRows?: (rows: number) => void,
  ): Promise<Outcome<WalkedTables>> {
    const read = await this.read({ scalars: [], tables }, signal, onRows);
    return read.kind === 'failed' ? read : { ...read, value: read.value.tables };
  }

  read(questions: Questions, signal: AbortSignal, onRows?: (rows: number) => void): Promise<Outcome<Answers>> {
    return readObjects(this.#link(), questions, this.#either(signal), onRows);
  }

  tuning(): SnmpTuning {
    return { ...this.#tuning.snapshot(), engineId: this.#v3?.engineId ?? null };
  }

  usesProfile(name: string): void {
    this.#tuning.usesProfile(name);
  }

  seen(now: Learnt): void {
    this.#tuning.seen(now);
  }

  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort(CLOSED);
    this.#socket.release();
  }

  #either(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#closing.signal]);
  }

  #link() {
    const { credential } = this.target;
    return {
      target: this.target,
      exchange: this.#exchange,
      tuning: this.#tuning,
      bulk: credential.kind === 'snmp-v3' || credential.version !== '1',
      count: (values: number): void => void (this.stats.values += values),
    };
  }

  readonly #exchange: Exchange = (request, signal, tries) => {
    if (this.#v3) return this.#v3.exchange(request, signal, tries);
    const { credential } = this.target;
    const version = credential.kind === 'snmp-community' ? credential.version : '2c';
    return this.#sendCommunity(
      (messageId) => encodeCommunityMessage(version, this.#community, request, messageId),
      signal,
      tries,
    );
  };

  async #sendCommunity(make: (id: number) => Buffer, signal: AbortSignal, tries?: number): Promise<ExchangeResult> {
    const answer = await this.#send(make, this.#decodeCommunity, signal, tries);
    if (answer.kind === 'answer') return { kind: 'reply', reply: answer.value };
    return { kind: 'problem', problem: unanswered(this.target, answer), silent: answer.kind === 'silence' };
  }

  readonly #decodeCommunity = (bytes: Buffer, messageId: number): PduReply | null => {
    try {
      const reply = decodeCommunityMessage(bytes, this.#clock.monotonic());
      return reply.requestId === messageId ? reply : null;
    } catch (error) {
      if (error instanceof MalformedMessage) return null;
      throw error;
    }
  };

  readonly #send: Send = async (make, decode, signal, tries = TRIES) => {
    const startedMs = this.#clock.monotonic();
    const release = this.#limiter ? await this.#limiter.acquire(signal) : null;
    if (signal.aborted) {
      release?.();
      return { kind: 'cancelled', waitedMs: this.#clock.monotonic() - startedMs };
    }
    try {
      const messageId = this.#socket.reserveId();
      const bytes = make(messageId);
      this.stats.requests += 1;
      const answer = await ask({
        socket: this.#socket,
        endpoint: this.#endpoint,
        clock: this.#clock,
        messageId,
        bytes,
        timeoutMs: this.#tuning.timeoutMs(),
        tries,
        signal,
        decode: (received) => decode(received, messageId),
      });
      if (answer.kind === 'answer') this.#tuning.answered(answer.roundTripMs);
      if (answer.kind === 'answer') this.stats.timeouts += answer.tries - 1;
      if (answer.kind === 'silence') this.stats.timeouts += answer.tries;
      return answer;
    } finally {
      release?.();
    }
  };
}

const badTarget = (target: SnmpTarget): SnmpSession => {
  const { code, message } = notAnAddress(target);
  const refuse = (): Promise<Outcome<never>> => Promise.resolve(failed(code, message));
  const tuning = createAgentTuning(null).snapshot();
  return {
    target,
    get: refuse,
    walk: refuse,
    read: refuse,
    stats: { requests: 0, timeouts: 0, values: 0 },
    tuning: () => ({ ...tuning, engineId: null }),
    usesProfile: () => {},
    seen: () => {},
    close: () => {},
  };
};

/** Opens no connection, for UDP has none: the first request tells whether somebody is there. Close it, or the process stays. */
export const openSnmp = (target: SnmpTarget, options: SessionOptions): SnmpSession => {
  const endpoint = parseEndpoint(target.host, target.port);
  return endpoint === null ? badTarget(target) : new Session(target, endpoint, options);
};
