/** A small contract with a call of each kind and one topic, to test what carries it. */
import { z } from 'zod';
import { call, topic } from '../../shared/contract/define.ts';
import { CallError } from '../../shared/contract/errors.ts';
import type { TopicChange, TopicSource } from '../../shared/contract/index.ts';
import type { RpcClock } from '../../shared/rpc/frames.ts';

const thing = z.object({ id: z.int(), value: z.string() });
export type Thing = z.infer<typeof thing>;

export const sampleContract = {
  calls: {
    'text.repeat': call({ text: z.string(), times: z.int().min(1).default(2) }, z.string()),
    'list.check': call({ items: z.array(z.object({ port: z.int().max(65_535) })) }, z.object({})),
    'trouble.coded': call({}, z.object({})),
    'trouble.unknown': call({}, z.object({})),
    'trouble.drift': call({}, z.object({ count: z.int() })),
    'never.answer': call({}, z.object({})),
  },
  topics: { things: topic({ from: z.int().optional() }, thing), broken: topic({}, thing) },
};

/** A collection that can be changed by hand. */
export class Things implements TopicSource<Thing> {
  readonly items = new Map<number, Thing>();
  readonly listeners = new Set<(change: TopicChange<Thing>) => void>();

  snapshot(): readonly Thing[] {
    return [...this.items.values()];
  }
  subscribe(onChange: (change: TopicChange<Thing>) => void): () => void {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  }
  set(id: number, value: string): void {
    this.items.set(id, { id, value });
    for (const listener of this.listeners) listener({ upsert: [{ id, value }], remove: [] });
  }
  remove(id: number): void {
    this.items.delete(id);
    for (const listener of this.listeners) listener({ upsert: [], remove: [id] });
  }
}

export function sampleService(things: Things) {
  return {
    contract: sampleContract,
    handlers: {
      'text.repeat': ({ text, times }: { text: string; times: number }) => text.repeat(times),
      'list.check': () => ({}),
      'trouble.coded': () => {
        throw new CallError('conflict', '10.0.0.1 is known already', { hint: 'remove it first' });
      },
      'trouble.unknown': () => {
        throw new Error('the secret is swordfish');
      },
      'trouble.drift': () => ({ count: 'many' }),
      'never.answer': () => new Promise<never>(() => undefined),
    },
    topics: {
      things: () => things,
      broken: () => ({ snapshot: () => Promise.reject(new Error('disk gone')), subscribe: () => () => undefined }),
    },
  };
}

export const realClock: RpcClock = {
  monotonic: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
