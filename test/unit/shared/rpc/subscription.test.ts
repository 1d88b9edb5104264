import { expect, test } from 'vitest';
import type { TopicChange, TopicSource } from '../../../../shared/contract/index.ts';
import type { Keyed } from '../../../../shared/rpc/coalesced-change.ts';
import type { RpcClock, ServerFrame } from '../../../../shared/rpc/frames.ts';
import { STANDARD_LIMITS, Subscription } from '../../../../shared/rpc/subscription.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;

/** A clock that goes only when told, and the one timer that a subscription may have. */
class HandClock implements RpcClock {
  nowMs = 0;
  #timers: { atMs: number; run: () => void }[] = [];
  get timers(): number {
    return this.#timers.length;
  }
  monotonic(): number {
    return this.nowMs;
  }
  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.nowMs + delayMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }
  advance(byMs: number): void {
    this.nowMs += byMs;
    const due = this.#timers.filter((timer) => timer.atMs <= this.nowMs);
    this.#timers = this.#timers.filter((timer) => timer.atMs > this.nowMs);
    for (const timer of due) timer.run();
  }
}

function setUp() {
  const clock = new HandClock();
  const sent: EventFrame[] = [];
  const failures: unknown[] = [];
  let onChange: (change: TopicChange<Keyed>) => void = () => undefined;
  let snapshot: () => Promise<readonly Keyed[]> = () => Promise.resolve([]);
  const source: TopicSource<Keyed> = {
    snapshot: () => snapshot(),
    subscribe: (listener) => {
      onChange = listener;
      return () => undefined;
    },
  };
  const subscription = new Subscription(1, source, {
    clock,
    limits: STANDARD_LIMITS,
    send: (frame) => void sent.push(frame),
    bufferedBytes: () => 0,
    fail: (error) => void failures.push(error),
  });
  const change = (id: number) => onChange({ upsert: [{ id }], remove: [] });
  return {
    clock,
    sent,
    failures,
    subscription,
    change,
    remove: (id: number) => onChange({ upsert: [], remove: [id] }),
    setSnapshot: (next: () => Promise<readonly Keyed[]>) => {
      snapshot = next;
    },
  };
}

test('the first change after a calm goes after 50 ms, the next ones one frame each 250 ms', async () => {
  const { clock, sent, subscription, change } = setUp();
  await subscription.start();
  clock.advance(1_000);
  change(1);
  clock.advance(49);
  expect(sent).toHaveLength(1);
  clock.advance(1);
  expect(sent).toHaveLength(2);
  for (let tenth = 0; tenth < 100; tenth += 1) {
    change(tenth);
    clock.advance(10);
  }
  expect(sent).toHaveLength(2 + 4);
});

test('an item that came and went before the frame is sent as gone only', async () => {
  const { clock, sent, subscription, change, remove } = setUp();
  await subscription.start();
  change(1);
  remove(1);
  remove(2);
  change(2);
  clock.advance(250);
  expect(sent[1]).toMatchObject({ upsert: [{ id: 2 }], remove: [1] });
});

test('what changes while a slow snapshot is taken comes after it', async () => {
  const { clock, sent, subscription, change, setSnapshot } = setUp();
  let finish: (items: readonly Keyed[]) => void = () => undefined;
  setSnapshot(
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  const started = subscription.start();
  change(2);
  clock.advance(1_000);
  expect(sent).toHaveLength(0);
  finish([{ id: 1 }]);
  await started;
  clock.advance(250);
  expect(sent).toMatchObject([
    { kind: 'snapshot', rev: 1, upsert: [{ id: 1 }] },
    { kind: 'change', rev: 2, upsert: [{ id: 2 }] },
  ]);
});

test('a peer that acknowledges nothing gets eight frames, then nothing is kept for it', async () => {
  const { clock, sent, subscription, change, setSnapshot } = setUp();
  await subscription.start();
  for (let second = 0; second < 60; second += 1) {
    for (let id = 0; id < 1000; id += 1) change(second * 1000 + id);
    clock.advance(1_000);
  }
  expect(sent).toHaveLength(STANDARD_LIMITS.maxUnacknowledged);
  expect(subscription.pending).toBe(0);
  expect(clock.timers).toBe(1);
  setSnapshot(() => Promise.resolve([{ id: 'fresh' }]));
  subscription.acknowledge(7);
  expect(sent).toHaveLength(8);
  subscription.acknowledge(8);
  await Promise.resolve();
  expect(sent[8]).toMatchObject({ kind: 'snapshot', rev: 9, upsert: [{ id: 'fresh' }] });
});

test('a peer cannot acknowledge what it was not sent', async () => {
  const { clock, sent, subscription, change } = setUp();
  await subscription.start();
  subscription.acknowledge(1_000_000);
  for (let frame = 0; frame < 20; frame += 1) {
    change(frame);
    clock.advance(250);
  }
  expect(sent).toHaveLength(STANDARD_LIMITS.maxUnacknowledged);
});

test('a closed subscription has no timer and says nothing more', async () => {
  const { clock, sent, failures, subscription, change } = setUp();
  await subscription.start();
  change(1);
  subscription.close();
  change(2);
  clock.advance(10_000);
  expect(sent).toHaveLength(1);
  expect(clock.timers).toBe(0);
  expect(failures).toHaveLength(0);
});

test('a source that fails ends the subscription and says why', async () => {
  const { failures, subscription, setSnapshot } = setUp();
  setSnapshot(() => Promise.reject(new Error('disk gone')));
  await subscription.start();
  expect(failures).toEqual([new Error('disk gone')]);
});
