import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DueHeap } from '../../../../../electron/engine/poll/due-heap.ts';

test('property: whatever is put, moved and removed, the earliest comes out first', () => {
  const step = fc.record({
    what: fc.constantFrom('put', 'put', 'move', 'remove', 'pop'),
    at: fc.nat(1000),
    which: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const heap = new DueHeap<{ dueMs: number; place: number }>();
      const entries: { dueMs: number; place: number }[] = [];
      for (const { what, at, which } of steps) {
        const chosen = entries[which % Math.max(1, entries.length)];
        if (what === 'put') {
          const entry = { dueMs: at, place: -1 };
          entries.push(entry);
          heap.put(entry);
        } else if (what === 'move' && chosen !== undefined) {
          chosen.dueMs = at;
          heap.put(chosen);
        } else if (chosen !== undefined) {
          const leaves = what === 'pop' ? heap.pop() : chosen;
          if (what === 'remove') heap.remove(chosen);
          if (leaves !== undefined) entries.splice(entries.indexOf(leaves), 1);
        }
        expect(heap.size).toBe(entries.length);
        expect(heap.peek()?.dueMs).toBe(
          entries.length === 0 ? undefined : Math.min(...entries.map((one) => one.dueMs)),
        );
      }
    }),
  );
});
