/** Hooks that follow a topic for as long as the component is there. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TopicArgs, TopicItem, TopicName } from '../../shared/contract/index.ts';
import { followTopic, liveTopicStore, topicStore, type TopicState } from './topic-store.ts';

const nothing = createStore<TopicState<never>>(() => ({
  ready: false,
  version: 0,
  byId: new Map<number | string, never>(),
  items: [],
  error: null,
}));

function useFollowed<N extends TopicName>(
  topic: N,
  args: TopicArgs<N> | null,
  storeOf: typeof topicStore = topicStore,
): StoreApi<TopicState<TopicItem<N>>> {
  const key = JSON.stringify(args);
  // The key stands for the arguments: callers write them as a literal, new at each drawing.
  const stable = useMemo(() => JSON.parse(key) as TopicArgs<N> | null, [key]);
  useEffect(() => (stable === null ? undefined : followTopic(topic, stable)), [topic, stable]);
  return stable === null ? nothing : storeOf(topic, stable);
}

/** All items of a topic, at the moment that the window shows. With `null` for arguments nothing is followed. */
export function useTopic<N extends TopicName>(topic: N, args: TopicArgs<N> | null): TopicState<TopicItem<N>> {
  return useStore(useFollowed(topic, args));
}

/** All items of a topic as they are now, also while the window shows a moment of the past. */
export function useLiveTopic<N extends TopicName>(topic: N, args: TopicArgs<N> | null): TopicState<TopicItem<N>> {
  return useStore(useFollowed(topic, args, liveTopicStore));
}

/** One item of a topic; draws again only when that item changes. Undefined while unknown or when it is gone. */
export function useItem<N extends TopicName>(
  topic: N,
  args: TopicArgs<N> | null,
  id: number | string | null,
): TopicItem<N> | undefined {
  return useStore(useFollowed(topic, args), (state) => (id === null ? undefined : state.byId.get(id)));
}
