/**
 * The page's end: calls wait until the engine has said hello, a lost connection is made anew by itself, and followed topics
 * go on with a new snapshot. Calls that were under way when it broke are rejected, because nobody knows whether they ran.
 */
import { CallError } from '../contract/errors.ts';
import type { engineContract } from '../contract/index.ts';
import type { ContractDefinition } from '../contract/define.ts';
import { FollowedTopic, type AnyUpdate } from './followed-topic.ts';
import { callErrorOf } from './describe-error.ts';
import { PendingCalls } from './pending-calls.ts';
import type { CancelSignal, ClientOf, ConnectionStatus } from './client-types.ts';
import { serverFrame, type ClientFrame, type RpcClock, type ServerFrame, type Transport } from './frames.ts';

export interface ConnectOptions {
  readonly clock: RpcClock;
  readonly token?: string | undefined;
  readonly version?: string | undefined;
  readonly onStatus?: ((status: ConnectionStatus) => void) | undefined;
  /** The engine must greet within this time. Default 10,000 ms. */
  readonly helloWithinMs?: number | undefined;
  /** A call that cannot be sent in this time is rejected with `unavailable`. Default 15,000 ms. */
  readonly queueForMs?: number | undefined;
  /** First and longest pause before connecting again; doubles each time. Default 200 and 5,000 ms. */
  readonly retryMs?: { readonly first: number; readonly longest: number } | undefined;
}

/** Connects, and stays connected until `close`. `open` is called for each attempt. */
export function connect<C extends ContractDefinition = typeof engineContract>(
  open: () => Promise<Transport<ClientFrame>>,
  options: ConnectOptions,
): ClientOf<C> {
  // The types of names, arguments and answers are the contract's; inside, frames carry them as unknown.
  const client: ClientOf<ContractDefinition> = new Client(open, options);
  return client;
}

const STANDARD_RETRY = { first: 200, longest: 5_000 };

class Client implements ClientOf<ContractDefinition> {
  readonly #open: () => Promise<Transport<ClientFrame>>;
  readonly #options: ConnectOptions;
  readonly #calls: PendingCalls;
  readonly #followed = new Set<FollowedTopic>();
  readonly #subscribed = new Map<number, FollowedTopic>();
  #status: ConnectionStatus = { state: 'connecting' };
  #transport: Transport<ClientFrame> | null = null;
  #cancelTimer: (() => void) | null = null;
  #attempts = 0;
  #nextId = 1;

  constructor(open: () => Promise<Transport<ClientFrame>>, options: ConnectOptions) {
    this.#open = open;
    this.#options = options;
    this.#calls = new PendingCalls(options.clock, options.queueForMs ?? 15_000);
    void this.#attempt();
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  call(name: string, args: unknown, options: { readonly signal?: CancelSignal | undefined } = {}): Promise<unknown> {
    if (this.#status.state === 'refused') return Promise.reject(callErrorOf(this.#status.error));
    if (this.#isClosed()) return Promise.reject(new CallError('unavailable', 'the connection to the engine is closed'));
    const id = this.#takeId();
    const send = this.#status.state === 'open' ? (frame: ClientFrame) => this.#send(frame) : null;
    return this.#calls.add({ type: 'call', id, name, args }, send, options.signal);
  }

  follow(
    topic: string,
    args: unknown,
    onUpdate: (update: AnyUpdate) => void | Promise<void>,
    onError?: (error: CallError) => void,
  ): () => void {
    const followed = new FollowedTopic(topic, args, {
      clock: this.#options.clock,
      takeId: (previousId) => {
        const id = this.#takeId();
        this.#subscribed.delete(previousId);
        this.#subscribed.set(id, followed);
        return id;
      },
      send: (frame) => this.#send(frame),
      onUpdate,
      onError,
    });
    this.#followed.add(followed);
    if (this.#status.state === 'open') followed.subscribe();
    return () => {
      this.#followed.delete(followed);
      this.#subscribed.delete(followed.id);
      followed.close();
    };
  }

  close(): void {
    if (this.#isClosed()) return;
    this.#setStatus({ state: 'closed' });
    this.#calls.rejectAll(new CallError('unavailable', 'the connection to the engine was closed'));
    for (const followed of this.#followed) followed.close();
    this.#followed.clear();
    this.#subscribed.clear();
    this.#cancelTimer?.();
    this.#drop();
  }

  /** Forgets the transport before closing it: some tell of their end at once, and that is not a loss. */
  #drop(): void {
    const transport = this.#transport;
    this.#transport = null;
    transport?.close();
  }

  #isClosed(): boolean {
    return this.#status.state === 'closed';
  }

  #takeId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  async #attempt(): Promise<void> {
    this.#setStatus({ state: 'connecting' });
    try {
      const transport = await this.#open();
      if (this.#isClosed()) {
        transport.close();
        return;
      }
      this.#greet(transport);
    } catch {
      // Why it failed is the host's to say; here it only means: not now.
      this.#transport = null;
      if (!this.#isClosed()) this.#retryLater();
    }
  }

  #greet(transport: Transport<ClientFrame>): void {
    const { token, version = 'page', helloWithinMs = 10_000, clock } = this.#options;
    this.#transport = transport;
    this.#cancelTimer = clock.after(helloWithinMs, () => transport.close());
    transport.onClose(() => this.#lost(transport));
    transport.onFrame((frame) => this.#receive(transport, frame));
    transport.send({ type: 'hello', version, ...(token === undefined ? {} : { token }) });
  }

  #receive(transport: Transport<ClientFrame>, raw: unknown): void {
    if (transport !== this.#transport) return;
    const parsed = serverFrame.safeParse(raw);
    if (parsed.success) this.#handle(parsed.data);
    else transport.close();
  }

  #handle(frame: ServerFrame): void {
    switch (frame.type) {
      case 'hello':
        this.#ready(frame.version);
        return;
      case 'refused':
        this.#refused(frame);
        return;
      case 'reply':
        if (frame.error && this.#subscribed.has(frame.id))
          this.#subscribed.get(frame.id)?.fail(callErrorOf(frame.error));
        else this.#calls.settle(frame);
        return;
      case 'event':
        this.#subscribed.get(frame.id)?.receive(frame);
    }
  }

  #ready(engineVersion: string): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#attempts = 0;
    this.#setStatus({ state: 'open', engineVersion });
    this.#calls.flush((frame) => this.#send(frame));
    for (const followed of this.#followed) followed.subscribe();
  }

  #refused(frame: Extract<ServerFrame, { type: 'refused' }>): void {
    this.#cancelTimer?.();
    // Too slow with the hello, on a busy machine: that may be better next time.
    if (frame.error.code === 'timeout') return this.#transport?.close();
    this.#setStatus({ state: 'refused', error: frame.error });
    this.#calls.rejectAll(callErrorOf(frame.error));
    this.#drop();
  }

  #lost(transport: Transport<ClientFrame>): void {
    if (transport !== this.#transport) return;
    this.#transport = null;
    this.#cancelTimer?.();
    this.#calls.rejectSent(new CallError('unavailable', 'the connection to the engine broke before it answered'));
    for (const followed of this.#followed) followed.disconnected();
    this.#retryLater();
  }

  #retryLater(): void {
    const { first, longest } = this.#options.retryMs ?? STANDARD_RETRY;
    // Up to a fifth of chance, so that several windows do not come back in one moment.
    const retryInMs = Math.round(Math.min(longest, first * 2 ** this.#attempts) * (1 + Math.random() / 5));
    this.#attempts += 1;
    this.#setStatus({ state: 'lost', attempts: this.#attempts, retryInMs });
    this.#cancelTimer = this.#options.clock.after(retryInMs, () => void this.#attempt());
  }

  #send(frame: ClientFrame): void {
    if (this.#status.state === 'open') this.#transport?.send(frame);
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status;
    this.#options.onStatus?.(status);
  }
}
