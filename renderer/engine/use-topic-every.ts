/** Follows a topic at a calmer pace than the engine tells it, for what sums up thousands of items. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { TopicArgs, TopicItem, TopicName } from '../../shared/contract/index.ts';
import { followTopic, topicStore, type TopicState } from './topic-store.ts';

/** Tells the first change at once and what follows at most every `everyMs`; the last change is always told. */
export function paced(tell: () => void, everyMs: number): { readonly changed: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting = false;
  const rest = (): void => {
    timer = null;
    if (waiting) changed();
  };
  function changed(): void {
    waiting = timer !== null;
    if (waiting) return;
    timer = setTimeout(rest, everyMs);
    tell();
  }
  return { changed, stop: () => timer !== null && clearTimeout(timer) };
}

/** As `useTopic`, but draws again at most every `everyMs`. */
export function useTopicEvery<N extends TopicName>(
  topic: N,
  args: TopicArgs<N>,
  everyMs: number,
): TopicState<TopicItem<N>> {
  const key = JSON.stringify(args);
  const stable = useMemo(() => JSON.parse(key) as TopicArgs<N>, [key]);
  const store = topicStore(topic, stable);
  useEffect(() => followTopic(topic, stable), [topic, stable]);
  const follow = useCallback(
    (onChange: () => void) => {
      const pace = paced(onChange, everyMs);
      const unsubscribe = store.subscribe(pace.changed);
      return () => {
        unsubscribe();
        pace.stop();
      };
    },
    [store, everyMs],
  );
  return useSyncExternalStore(follow, store.getState);
}
