/**
 * One store for each followed topic and its arguments, shared by all components that want it, kept a short while after the
 * last one has gone so that switching views back and forth asks for nothing twice.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallError } from '../../shared/contract/errors.ts';
import type { TopicArgs, TopicItem, TopicName } from '../../shared/contract/index.ts';
import type { EngineClient, TopicUpdate } from '../../shared/rpc/client-types.ts';
import { applyInFrame } from './apply-in-frame.ts';
import { connectionState, engineClient } from './connection.ts';

export interface TopicState<I> {
  /** False until the first snapshot has come. */
  readonly ready: boolean;
  /** Grows with every update. The map is the same object, changed in place: depend on `version` or on the whole state. */
  readonly version: number;
  readonly byId: ReadonlyMap<number | string, I>;
  /** The same items, a new array for each version, in the order they first came. */
  readonly items: readonly I[];
  readonly error: CallError | null;
}

/**
 * What is shown in place of what the engine tells of now; null where nothing stands in for it. Views show a moment of the
 * past by this, without knowing of it.
 */
export type StandIn = (topic: TopicName, args: unknown, live: TopicState<Item>) => TopicState<Item> | null;

interface FollowedStore<I> {
  readonly topic: TopicName;
  readonly args: unknown;
  /** What the engine tells. */
  readonly live: StoreApi<TopicState<I>>;
  /** What views draw: the same, or what stands in for it. */
  readonly shown: StoreApi<TopicState<I>>;
  followers: number;
  /** The connection that feeds it: a lingering store of an earlier one is of no use. */
  client: EngineClient | null;
  stop: (() => void) | null;
  cancelLinger: (() => void) | null;
}

export type Item = { readonly id: number | string };

const LINGER_MS = 5_000;
const stores = new Map<string, FollowedStore<Item>>();
let standIn: StandIn | null = null;

function emptyState(): TopicState<Item> {
  return { ready: false, version: 0, byId: new Map(), items: [], error: null };
}

/** The next state. The map is changed in place: copying 100,000 interfaces four times a second would cost more than drawing. */
export function applyUpdate<I extends Item>(state: TopicState<I>, update: TopicUpdate<I>): TopicState<I> {
  const byId = update.kind === 'snapshot' ? new Map<number | string, I>() : (state.byId as Map<number | string, I>);
  for (const item of update.upsert) byId.set(item.id, item);
  for (const id of update.remove) byId.delete(id);
  return { ready: true, version: state.version + 1, byId, items: [...byId.values()], error: null };
}

function storeOf(topic: TopicName, args: unknown): FollowedStore<Item> {
  const key = `${topic} ${JSON.stringify(args)}`;
  const known = stores.get(key);
  if (known) return known;
  const made = {
    topic,
    args,
    live: createStore<TopicState<Item>>(emptyState),
    shown: createStore<TopicState<Item>>(emptyState),
    followers: 0,
    client: null,
    stop: null,
    cancelLinger: null,
  };
  stores.set(key, made);
  return made;
}

function show(followed: FollowedStore<Item>): void {
  const live = followed.live.getState();
  const state = live.ready ? standIn?.(followed.topic, followed.args, live) : undefined;
  followed.shown.setState(state ?? live, true);
}

function tell(followed: FollowedStore<Item>, state: TopicState<Item>): void {
  followed.live.setState(state, true);
  show(followed);
}

/** Shows every topic anew, with what stands in for it from now on; null for what the engine tells. */
export function showInstead(next: StandIn | null): void {
  standIn = next;
  for (const followed of stores.values()) show(followed);
}

/** What is shown of a topic, without following it: `followTopic` does. */
export function topicStore<N extends TopicName>(topic: N, args: TopicArgs<N>): StoreApi<TopicState<TopicItem<N>>> {
  const store: StoreApi<TopicState<never>> | StoreApi<TopicState<Item>> = storeOf(topic, args).shown;
  return store as StoreApi<TopicState<TopicItem<N>>>;
}

/** What the engine tells of now, whatever moment is shown. */
export function liveTopicStore<N extends TopicName>(topic: N, args: TopicArgs<N>): StoreApi<TopicState<TopicItem<N>>> {
  const store: StoreApi<TopicState<never>> | StoreApi<TopicState<Item>> = storeOf(topic, args).live;
  return store as StoreApi<TopicState<TopicItem<N>>>;
}

/** Keeps the topic's store fed until the returned function is called. */
export function followTopic<N extends TopicName>(topic: N, args: TopicArgs<N>): () => void {
  const followed = storeOf(topic, args);
  followed.followers += 1;
  followed.cancelLinger?.();
  followed.cancelLinger = null;
  const client = engineClient();
  if (followed.client !== client) {
    followed.stop?.();
    followed.stop = null;
    tell(followed, emptyState());
    followed.client = client;
  }
  followed.stop ??= client.follow(
    topic,
    args,
    (update: TopicUpdate<Item>) => applyInFrame(() => tell(followed, applyUpdate(followed.live.getState(), update))),
    (error) => tell(followed, { ...followed.live.getState(), error }),
  );
  let released = false;
  return () => {
    if (released) return;
    released = true;
    followed.followers -= 1;
    if (followed.followers === 0) linger(followed);
  };
}

function linger(followed: FollowedStore<Item>): void {
  const timer = setTimeout(() => {
    followed.stop?.();
    followed.stop = null;
    // Without a connection what was last told is all there is: who comes back to a view still finds it.
    if (connectionState() !== 'open') return;
    // The store itself stays: a component may be about to follow it again.
    tell(followed, emptyState());
  }, LINGER_MS);
  followed.cancelLinger = () => clearTimeout(timer);
}
