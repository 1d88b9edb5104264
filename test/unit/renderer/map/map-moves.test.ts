import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noMoves, redo, undo, withMove } from '../../../../renderer/map/live/move-history.ts';
import { centredOn, fitted, toScreen, toWorld, visibleRect, zoomed } from '../../../../renderer/map/live/viewport.ts';
import { nearestNode } from '../../../../renderer/map/geometry/nearest-node.ts';

const at = (id: number, x: number) => ({ id, x, y: 0, pinned: false });

describe('undo of moves', () => {
  const one = { before: [at(1, 0)], after: [at(1, 10)] };
  const two = { before: [at(1, 10)], after: [at(1, 20)] };

  it('goes back step by step and forth again', () => {
    const moved = withMove(withMove(noMoves, one), two);
    const back = undo(moved);
    expect(back?.positions).toEqual(two.before);
    const further = undo(back?.history ?? noMoves);
    expect(further?.positions).toEqual(one.before);
    expect(undo(further?.history ?? moved)).toBeNull();
    expect(redo(further?.history ?? noMoves)?.positions).toEqual(one.after);
  });

  it('forgets what was undone when something else is moved', () => {
    const back = undo(withMove(noMoves, one));
    expect(redo(withMove(back?.history ?? noMoves, two))).toBeNull();
  });
});

describe('the viewport', () => {
  const size = { width: 1000, height: 600 };

  it('keeps what lies under the pointer while it zooms', () => {
    const pan = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(pan, pan, fc.double({ min: 0.2, max: 4, noNaN: true }), (panX, panY, factor) => {
        const before = { zoom: 1, panX, panY };
        const pointer = { x: 321, y: 123 };
        const world = toWorld(before, pointer);
        const after = toScreen(zoomed(before, factor, pointer), world);
        expect(after.x).toBeCloseTo(pointer.x, 6);
        expect(after.y).toBeCloseTo(pointer.y, 6);
      }),
    );
  });

  it('fits the whole map, but blows nothing up', () => {
    const large = { left: -2000, top: -900, right: 3000, bottom: 1500 };
    const view = visibleRect(fitted(large, size), size);
    expect(view.left).toBeLessThanOrEqual(large.left);
    expect(view.right).toBeGreaterThanOrEqual(large.right);
    expect(view.bottom).toBeGreaterThanOrEqual(large.bottom);
    expect(fitted({ left: 0, top: 0, right: 10, bottom: 10 }, size).zoom).toBeLessThan(1.5);
  });

  it('centres on a place', () => {
    const view = centredOn({ zoom: 2, panX: 0, panY: 0 }, { x: 70, y: 40 }, size);
    expect(toScreen(view, { x: 70, y: 40 })).toEqual({ x: 500, y: 300 });
  });
});

describe('arrow keys', () => {
  const nodes = [
    { key: 'a', x: 100, y: 0 },
    { key: 'b', x: 60, y: 90 },
    { key: 'c', x: -50, y: 5 },
  ];

  it('lead to the nearest in their direction', () => {
    const from = { x: 0, y: 0 };
    expect(nearestNode(from, nodes, 'right')?.key).toBe('a');
    expect(nearestNode(from, nodes, 'left')?.key).toBe('c');
    expect(nearestNode(from, nodes, 'down')?.key).toBe('b');
    expect(nearestNode(from, nodes, 'up')).toBeNull();
  });
});
