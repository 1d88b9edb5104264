/**
 * A pinger in another process. Starting fping copies the page tables of whoever starts it, which stops a process of a large
 * network for tens of milliseconds each time; a small process that does nothing else is not slowed by the network's size.
 */
import { z } from 'zod';
import type { EchoResult, Pinger } from './host.ts';

/** What one end needs of the channel between the two. */
export interface PingerLink {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

const request = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('ping'),
    id: z.int(),
    addresses: z.array(z.string()),
    count: z.int(),
    withinMs: z.number(),
  }),
  z.strictObject({ verb: z.literal('cancel'), id: z.int() }),
]);

const milliseconds = z.number().nullable();
const echo: z.ZodType<EchoResult> = z.object({
  address: z.string(),
  sent: z.int(),
  received: z.int(),
  rttMinMs: milliseconds,
  rttAvgMs: milliseconds,
  rttMaxMs: milliseconds,
  jitterMs: milliseconds,
  note: z.string().nullable(),
});

const reply = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('ready'), description: z.string() }),
  z.object({ verb: z.literal('echoes'), id: z.int(), echoes: z.array(echo) }),
  z.object({ verb: z.literal('failed'), id: z.int(), reason: z.string() }),
]);

/** The pinging process's end. */
export function servePinger(link: PingerLink, pinger: Pinger): void {
  const running = new Map<number, AbortController>();
  const ping = async (asked: Extract<z.output<typeof request>, { verb: 'ping' }>): Promise<void> => {
    const { id, addresses, count, withinMs } = asked;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const echoes = await pinger.ping(addresses, { count, withinMs, signal: abort.signal });
      link.send({ verb: 'echoes', id, echoes });
    } catch (error) {
      link.send({ verb: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  };
  link.onMessage((message) => {
    const parsed = request.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.verb === 'cancel') running.get(parsed.data.id)?.abort();
    else void ping(parsed.data);
  });
  link.send({ verb: 'ready', description: pinger.description });
}

interface Waiting {
  readonly addresses: readonly string[];
  readonly resolve: (echoes: EchoResult[]) => void;
}

/** Nobody was asked: that is no loss. */
const notAsked = (address: string, note: string): EchoResult => ({
  address,
  sent: 0,
  received: 0,
  rttMinMs: null,
  rttAvgMs: null,
  rttMaxMs: null,
  jitterMs: null,
  note,
});

/** The engine's end. Resolves once the other end has said what it pings with. */
export class PingerOverPort implements Pinger {
  readonly #link: PingerLink;
  readonly #waiting = new Map<number, Waiting>();
  readonly ready: Promise<this>;
  description = 'a pinger that has not answered yet';
  #lastId = 0;
  #ended: string | null = null;

  constructor(link: PingerLink) {
    this.#link = link;
    const { promise, resolve } = Promise.withResolvers<this>();
    this.ready = promise;
    link.onMessage((message) => {
      const parsed = reply.safeParse(message);
      if (!parsed.success) return;
      if (parsed.data.verb === 'ready') {
        this.description = parsed.data.description;
        resolve(this);
      } else this.#answer(parsed.data);
    });
  }

  ping(addresses: readonly string[], options: Parameters<Pinger['ping']>[1]): Promise<EchoResult[]> {
    const { count, withinMs, signal } = options;
    const ended = this.#ended;
    if (ended !== null) return Promise.resolve(addresses.map((address) => notAsked(address, ended)));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const cancel = (): void => this.#link.send({ verb: 'cancel', id });
      const answered = (echoes: EchoResult[]): void => {
        signal.removeEventListener('abort', cancel);
        resolve(echoes);
      };
      this.#waiting.set(id, { addresses, resolve: answered });
      this.#link.send({ verb: 'ping', id, addresses: [...addresses], count, withinMs });
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
    });
  }

  /** The other end is gone: who waits is told, and so is who asks from now on. */
  end(reason: string): void {
    this.#ended = reason;
    for (const { addresses, resolve } of this.#waiting.values())
      resolve(addresses.map((address) => notAsked(address, reason)));
    this.#waiting.clear();
  }

  #answer(told: Exclude<z.output<typeof reply>, { verb: 'ready' }>): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.verb === 'echoes') waiting?.resolve(told.echoes);
    else waiting?.resolve(waiting.addresses.map((address) => notAsked(address, told.reason)));
  }
}
