import { describe, expect, it } from 'vitest';
import { Collection } from '../../../../../electron/engine/network/collection.ts';
import type { TopicChange } from '../../../../../shared/contract/index.ts';

interface Item {
  readonly id: number;
  readonly group: string;
}

function followed(wanted: (item: Item) => boolean) {
  const items = new Collection<Item>();
  items.put([
    { id: 1, group: 'a' },
    { id: 2, group: 'b' },
  ]);
  const changes: TopicChange<Item>[] = [];
  const stop = items.source(wanted).subscribe((change) => changes.push(change));
  return { items, changes, stop };
}

describe('collection', () => {
  it('gives a narrowed snapshot', () => {
    const { items } = followed(() => true);
    expect(items.source((item) => item.group === 'b').snapshot()).toEqual([{ id: 2, group: 'b' }]);
  });

  it('tells only the changes that a narrowed follower wants', () => {
    const { items, changes } = followed((item) => item.group === 'a');
    items.put([{ id: 3, group: 'b' }]);
    items.put([{ id: 4, group: 'a' }]);
    expect(changes).toEqual([{ upsert: [{ id: 4, group: 'a' }], remove: [] }]);
  });

  it('reports an item that stops being wanted as removed, once', () => {
    const { items, changes } = followed((item) => item.group === 'a');
    items.put([{ id: 1, group: 'b' }]);
    items.put([{ id: 1, group: 'c' }]);
    items.remove([1]);
    expect(changes).toEqual([{ upsert: [], remove: [1] }]);
  });

  it('says nothing after the follower left, and nothing for an id it never held', () => {
    const { items, changes, stop } = followed(() => true);
    items.remove([99]);
    stop();
    items.remove([1]);
    expect(changes).toEqual([]);
  });
});
