/** The engine's end: parses what arrives, answers calls, streams topics. Nothing reaches a handler unchecked. */
import type { TopicSource } from '../contract/index.ts';
import type { ContractDefinition } from '../contract/define.ts';
import { CallError } from '../contract/errors.ts';
import type { Keyed } from './coalesced-change.ts';
import { badArgument, rpcErrorOf, stackOf } from './describe-error.ts';
import {
  clientFrame,
  type ClientFrame,
  type RpcClock,
  type RpcLog,
  type ServerFrame,
  type Transport,
} from './frames.ts';
import { sameToken } from './same-token.ts';
import { STANDARD_LIMITS, Subscription, type StreamLimits } from './subscription.ts';

export interface ServeOptions {
  readonly contract: ContractDefinition;
  readonly handlers: Readonly<Record<string, (args: never) => unknown>>;
  readonly topics: Readonly<Record<string, (args: never) => TopicSource<Keyed>>>;
  readonly clock: RpcClock;
  /** Version of the engine, told in the hello. */
  readonly version: string;
  /** What the peer must show in its hello; none is asked where the transport itself is private (a MessagePort). */
  readonly token?: string | undefined;
  readonly log?: RpcLog | undefined;
  /** Parses replies and items too: for tests, so that handlers and contract cannot drift apart. */
  readonly checkReplies?: boolean | undefined;
  readonly limits?: Partial<StreamLimits> | undefined;
  /** A peer that does not say hello in this time is turned away. Default 5,000 ms. */
  readonly helloWithinMs?: number | undefined;
}

/** A peer being served; `close` ends it and frees its subscriptions. */
export interface ServedPeer {
  readonly subscriptions: number;
  close(): void;
}

const MAX_SUBSCRIPTIONS = 500;
const MAX_CALLS_AT_ONCE = 500;
/** A peer that lets this much pile up does not read at all: it is cut off. */
const CUT_OFF_BYTES = 128 * 1024 * 1024;

/** Serves one peer until either side closes. Throws at once when a handler or a topic of the contract is missing. */
export function serve(transport: Transport<ServerFrame>, options: ServeOptions): ServedPeer {
  const missing = [
    ...Object.keys(options.contract.calls).filter((name) => !Object.hasOwn(options.handlers, name)),
    ...Object.keys(options.contract.topics).filter((name) => !Object.hasOwn(options.topics, name)),
  ];
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
  return new Peer(transport, options);
}

class Peer implements ServedPeer {
  readonly #transport: Transport<ServerFrame>;
  readonly #options: ServeOptions;
  readonly #limits: StreamLimits;
  readonly #subscriptions = new Map<number, Subscription>();
  readonly #cancelHelloLimit: () => void;
  #callsUnderWay = 0;
  #greeted = false;
  #closed = false;

  constructor(transport: Transport<ServerFrame>, options: ServeOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#limits = { ...STANDARD_LIMITS, ...options.limits };
    const withinMs = options.helloWithinMs ?? 5_000;
    this.#cancelHelloLimit = options.clock.after(withinMs, () => {
      if (!this.#greeted) this.#refuse(new CallError('timeout', `no hello within ${withinMs} ms`));
    });
    transport.onClose(() => this.close());
    transport.onFrame((frame) => this.#receive(frame));
  }

  get subscriptions(): number {
    return this.#subscriptions.size;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelHelloLimit();
    for (const subscription of this.#subscriptions.values()) subscription.close();
    this.#subscriptions.clear();
    this.#transport.close();
  }

  #receive(raw: unknown): void {
    if (this.#closed) return;
    const parsed = clientFrame.safeParse(raw);
    if (!parsed.success) {
      this.#refuse(new CallError('bad-argument', 'this is not a frame of the Trunkline protocol'));
    } else if (this.#greeted) {
      this.#handle(parsed.data);
    } else {
      this.#greet(parsed.data);
    }
  }

  #greet(frame: ClientFrame): void {
    const { token, version } = this.#options;
    if (frame.type !== 'hello') {
      this.#refuse(new CallError('unauthorised', 'the first frame must be a hello'));
      return;
    }
    if (token !== undefined && !sameToken(token, frame.token ?? '')) {
      const hint = 'open the address that was printed when the engine started: it carries the token';
      this.#refuse(new CallError('unauthorised', 'the token is wrong', { hint }));
      return;
    }
    this.#greeted = true;
    this.#cancelHelloLimit();
    this.#send({ type: 'hello', version });
  }

  #refuse(error: CallError): void {
    this.#options.log?.warn('turned a page away', { code: error.code, reason: error.message });
    this.#send({ type: 'refused', error: rpcErrorOf(error) });
    this.close();
  }

  #handle(frame: ClientFrame): void {
    switch (frame.type) {
      case 'hello':
        return;
      case 'call':
        void this.#answer(frame.id, frame.name, frame.args);
        return;
      case 'subscribe':
        void this.#subscribe(frame.id, frame.topic, frame.args);
        return;
      case 'unsubscribe':
        this.#subscriptions.get(frame.id)?.close();
        this.#subscriptions.delete(frame.id);
        return;
      case 'ack':
        this.#subscriptions.get(frame.id)?.acknowledge(frame.rev);
    }
  }

  async #answer(id: number, name: string, args: unknown): Promise<void> {
    this.#callsUnderWay += 1;
    try {
      if (this.#callsUnderWay > MAX_CALLS_AT_ONCE) {
        throw new CallError('busy', `more than ${MAX_CALLS_AT_ONCE} calls at once`);
      }
      this.#send({ type: 'reply', id, value: await this.#run(name, args) });
    } catch (error) {
      this.#fail(id, name, error);
    } finally {
      this.#callsUnderWay -= 1;
    }
  }

  async #run(name: string, args: unknown): Promise<unknown> {
    const { contract, handlers } = this.#options;
    const definition = own(contract.calls, name);
    const handler = own(handlers, name) as ((args: unknown) => unknown) | undefined;
    if (!definition || !handler) throw new CallError('not-found', `there is no call "${name}"`);
    const parsed = definition.args.safeParse(args);
    if (!parsed.success) throw badArgument(name, parsed.error);
    const value = await handler(parsed.data);
    if (this.#options.checkReplies === true) definition.result.parse(value);
    return value;
  }

  async #subscribe(id: number, name: string, args: unknown): Promise<void> {
    if (this.#subscriptions.has(id)) {
      this.#fail(id, name, new CallError('conflict', `subscription ${id} exists already`));
      return;
    }
    try {
      if (this.#subscriptions.size >= MAX_SUBSCRIPTIONS) {
        throw new CallError('busy', `more than ${MAX_SUBSCRIPTIONS} subscriptions at once`);
      }
      const subscription = new Subscription(id, this.#source(name, args), {
        clock: this.#options.clock,
        limits: this.#limits,
        bufferedBytes: () => this.#transport.bufferedBytes(),
        send: (frame) => {
          try {
            this.#checkItems(name, frame.upsert);
            this.#send(frame);
          } catch (error) {
            this.#dropSubscription(id, name, error);
          }
        },
        fail: (error) => this.#dropSubscription(id, name, error),
      });
      this.#subscriptions.set(id, subscription);
      await subscription.start();
    } catch (error) {
      this.#dropSubscription(id, name, error);
    }
  }

  #source(name: string, args: unknown): TopicSource<Keyed> {
    const { contract, topics } = this.#options;
    const definition = own(contract.topics, name);
    const open = own(topics, name) as ((args: unknown) => TopicSource<Keyed>) | undefined;
    if (!definition || !open) throw new CallError('not-found', `there is no topic "${name}"`);
    const parsed = definition.args.safeParse(args);
    if (!parsed.success) throw badArgument(name, parsed.error);
    return open(parsed.data);
  }

  #checkItems(name: string, items: readonly unknown[]): void {
    const definition = this.#options.checkReplies === true ? own(this.#options.contract.topics, name) : undefined;
    if (definition) for (const item of items) definition.item.parse(item);
  }

  #dropSubscription(id: number, name: string, error: unknown): void {
    this.#subscriptions.get(id)?.close();
    this.#subscriptions.delete(id);
    this.#fail(id, name, error);
  }

  #fail(id: number, name: string, error: unknown): void {
    if (error instanceof CallError) {
      if (error.code === 'bad-argument')
        this.#options.log?.warn('refused wrong arguments', { name, path: error.path ?? '' });
    } else {
      this.#options.log?.error('a handler failed', { name, stack: stackOf(error) });
    }
    this.#send({ type: 'reply', id, error: rpcErrorOf(error) });
  }

  #send(frame: ServerFrame): void {
    if (this.#closed) return;
    if (this.#transport.bufferedBytes() > CUT_OFF_BYTES) {
      this.#options.log?.warn('cut off a page that does not read', { bufferedBytes: this.#transport.bufferedBytes() });
      this.close();
      return;
    }
    this.#transport.send(frame);
  }
}

/** Only what the record itself has: a peer may ask for "constructor". */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
