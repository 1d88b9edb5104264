// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Position } from '../../../../shared/contract/topology.ts';
import { CallError } from '../../../../shared/contract/errors.ts';
import { engineContract, type TopicChange } from '../../../../shared/contract/index.ts';
import type { ServerFrame, Transport } from '../../../../shared/rpc/frames.ts';
import { memoryPair } from '../../../../shared/rpc/memory-transport.ts';
import { serve } from '../../../../shared/rpc/server.ts';
import { browserClock } from '../../../../renderer/engine/browser-clock.ts';
import { startConnection } from '../../../../renderer/engine/connection.ts';
import { applyUpdate } from '../../../../renderer/engine/topic-store.ts';
import { takePageToken } from '../../../../renderer/engine/page-token.ts';
import { useCall } from '../../../../renderer/engine/use-call.ts';
import { useItem, useTopic } from '../../../../renderer/engine/use-topic.ts';

let positions: Map<number, Position>;
let listeners: Set<(change: TopicChange<Position>) => void>;
let asked: unknown[];
let servers: Transport<ServerFrame>[];
let client: ReturnType<typeof startConnection>;

const at = (id: number, x: number): Position => ({ id, x, y: 0, pinned: false });
const change = (next: Position) => {
  positions.set(next.id, next);
  for (const listener of listeners) listener({ upsert: [next], remove: [] });
};

beforeEach(() => {
  positions = new Map([[1, at(1, 10)]]);
  listeners = new Set();
  asked = [];
  servers = [];
  const none = () => ({ snapshot: () => [], subscribe: () => () => undefined });
  const topics = {
    ...Object.fromEntries(Object.keys(engineContract.topics).map((name) => [name, none])),
    positions: () => ({
      snapshot: () => [...positions.values()],
      subscribe: (listener: (change: TopicChange<Position>) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
  };
  const handlers = {
    ...Object.fromEntries(Object.keys(engineContract.calls).map((name) => [name, () => ({})])),
    'search.find': ({ text }: { text: string }) => {
      asked.push(text);
      if (text === 'bad') throw new CallError('conflict', 'no such luck', { hint: 'try another' });
      return [{ kind: 'device', id: 1, deviceId: 1, title: text, subtitle: '' }];
    },
  };
  client = startConnection(() => {
    const pair = memoryPair();
    servers.push(pair.server);
    const limits = { frameEveryMs: 10, firstFrameMs: 1 };
    serve(pair.server, { contract: engineContract, handlers, topics, clock: browserClock, version: 't', limits });
    return Promise.resolve(pair.client);
  });
});
afterEach(() => {
  cleanup();
  client.close();
});

test('a component sees the snapshot, then each change, and another one shares the same subscription', async () => {
  const first = renderHook(() => useTopic('positions', {}));
  const second = renderHook(() => useTopic('positions', {}));
  await waitFor(() => expect(first.result.current.ready).toBe(true));
  expect(first.result.current.items).toEqual([at(1, 10)]);
  expect(listeners.size).toBe(1);
  act(() => change(at(2, 20)));
  await waitFor(() => expect(second.result.current.byId.get(2)).toEqual(at(2, 20)));
  expect(first.result.current.items).toHaveLength(2);
});

test('useItem draws again only when its own item changes', async () => {
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn += 1;
    return useItem('positions', {}, 1);
  });
  const all = renderHook(() => useTopic('positions', {}));
  await waitFor(() => expect(result.current).toEqual(at(1, 10)));
  const before = drawn;
  act(() => change(at(2, 20)));
  await waitFor(() => expect(all.result.current.byId.has(2)).toBe(true));
  expect(drawn).toBe(before);
  act(() => change(at(1, 11)));
  await waitFor(() => expect(result.current?.x).toBe(11));
});

test('nothing is followed while the arguments are null', () => {
  const { result } = renderHook(() => useTopic('positions', null));
  expect(result.current).toMatchObject({ ready: false, items: [] });
  expect(listeners.size).toBe(0);
});

test('an answer is kept while the next question is under way; an error has its code', async () => {
  const { result, rerender } = renderHook(({ text }) => useCall('search.find', { text }), {
    initialProps: { text: 'one' },
  });
  expect(result.current.loading).toBe(true);
  await waitFor(() => expect(result.current.data?.[0]?.title).toBe('one'));
  rerender({ text: 'two' });
  expect(result.current).toMatchObject({ loading: true, data: [{ title: 'one' }] });
  await waitFor(() => expect(result.current.data?.[0]?.title).toBe('two'));
  rerender({ text: 'bad' });
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'conflict', hint: 'try another' }));
  act(() => result.current.reload());
  await waitFor(() => expect(asked.filter((text) => text === 'bad')).toHaveLength(2));
});

test('when the engine comes back, topics are fresh and questions are asked again', async () => {
  const topic = renderHook(() => useTopic('positions', {}));
  const call = renderHook(() => useCall('search.find', { text: 'again' }));
  await waitFor(() => expect(call.result.current.data).toBeDefined());
  await waitFor(() => expect(topic.result.current.ready).toBe(true));
  positions = new Map([[5, at(5, 50)]]);
  act(() => servers[0]?.close());
  await waitFor(() => expect(topic.result.current.items).toEqual([at(5, 50)]), { timeout: 3_000 });
  await waitFor(() => expect(asked).toEqual(['again', 'again']));
});

test('a snapshot replaces everything, a change only what it names', () => {
  const empty = { ready: false, version: 0, byId: new Map<number | string, Position>(), items: [], error: null };
  const first = applyUpdate(empty, { kind: 'snapshot', upsert: [at(1, 1), at(2, 2)], remove: [] });
  const second = applyUpdate(first, { kind: 'change', upsert: [at(3, 3)], remove: [1] });
  expect(second.items.map((item) => item.id)).toEqual([2, 3]);
  const third = applyUpdate(second, { kind: 'snapshot', upsert: [at(9, 9)], remove: [] });
  expect(third.items.map((item) => item.id)).toEqual([9]);
  expect(third.version).toBe(3);
});

test('the token leaves the address bar at once and survives a reload', () => {
  history.replaceState(null, '', '/#token=abc-DEF_123');
  expect(takePageToken()).toBe('abc-DEF_123');
  expect(location.hash).toBe('');
  expect(takePageToken()).toBe('abc-DEF_123');
  history.replaceState(null, '', '/#/devices/1');
  expect(takePageToken()).toBe('abc-DEF_123');
  expect(location.hash).toBe('#/devices/1');
  history.replaceState(null, '', '/#token=abc-DEF_124/gallery');
  expect(takePageToken()).toBe('abc-DEF_124');
  expect(location.hash).toBe('#/gallery');
  sessionStorage.clear();
  expect(takePageToken()).toBeUndefined();
});
