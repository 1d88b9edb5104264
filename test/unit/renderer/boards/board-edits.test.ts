import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  change,
  duplicate,
  freeName,
  heighten,
  moveBy,
  moveTo,
  nearestHeight,
  widen,
  without,
} from '../../../../renderer/boards/board-edits.ts';
import { newGraph, newGraphId } from '../../../../renderer/boards/new-graph.ts';
import { boardGraph, type BoardGraph } from '../../../../shared/contract/boards.ts';

const graphs = ['a', 'b', 'c'].map((id): BoardGraph => ({
  ...newGraph({ about: 'device', deviceId: 1, name: 'r1', kind: 'latency' }),
  id,
}));
const ids = (list: readonly BoardGraph[]) => list.map(({ id }) => id).join('');

describe('a board', () => {
  test('graphs are moved, and stay at the ends', () => {
    expect(ids(moveBy(graphs, 'a', 1))).toBe('bac');
    expect(ids(moveBy(graphs, 'c', -1))).toBe('acb');
    expect(moveBy(graphs, 'a', -1)).toBe(graphs);
    expect(moveBy(graphs, 'c', 1)).toBe(graphs);
    expect(ids(moveTo(graphs, 'c', 'a'))).toBe('cab');
    expect(moveTo(graphs, 'x', 'a')).toBe(graphs);
  });

  test('no order loses a graph', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), (moves) => {
        const moved = moves.reduce<readonly BoardGraph[]>((now, [from, to]) => moveTo(now, from, to), graphs);
        expect(ids(moved.toSorted((a, b) => a.id.localeCompare(b.id)))).toBe('abc');
      }),
    );
  });

  test('widths and heights end at their limits', () => {
    const wide = widen(widen(widen(graphs, 'b', 1), 'b', 1), 'b', 1);
    expect(wide[1]?.columns).toBe(3);
    expect(widen(wide, 'b', 1)).toBe(wide);
    expect(heighten(graphs, 'a', 1)[0]?.height).toBe('tall');
    const low = heighten(graphs, 'a', -1);
    expect(low[0]?.height).toBe('low');
    expect(heighten(low, 'a', -1)).toBe(low);
    expect([100, 250, 300, 400, 900].map(nearestHeight)).toEqual(['low', 'normal', 'normal', 'tall', 'tall']);
  });

  test('a copy stands behind its original with a number of its own', () => {
    const copied = duplicate(graphs, 'a');
    expect(copied).toHaveLength(4);
    expect(copied[1]).toEqual({ ...graphs[0], id: copied[1]?.id });
    expect(new Set(copied.map(({ id }) => id)).size).toBe(4);
  });

  test('one is changed or taken away, the others are not touched', () => {
    const renamed = change(graphs, 'b', { title: 'Core' });
    expect(renamed[1]?.title).toBe('Core');
    expect(renamed[0]).toBe(graphs[0]);
    expect(ids(without(graphs, 'b'))).toBe('ac');
  });

  test('new graphs are what the engine takes', () => {
    const ports = [{ deviceId: 1, interfaceId: 2, name: 'r1 eth0' }];
    for (const graph of [...graphs, newGraph({ about: 'interfaces', ports, kind: 'use' }, { compare: 'week' })]) {
      expect(boardGraph.safeParse(graph).success).toBe(true);
    }
    expect(newGraphId()).not.toBe(newGraphId());
  });

  test('a name that is taken gets a number', () => {
    expect(freeName('My board', ['My board', 'My board 2'])).toBe('My board 3');
    expect(freeName('Core', [])).toBe('Core');
  });
});
