import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, walk } from '../../../../../electron/engine/incidents/device-graph.ts';
import type { DeviceGraph } from '../../../../../electron/engine/incidents/device-graph.ts';
import { cutSizes } from '../../../../../electron/engine/incidents/cut-sizes.ts';
import { findCauses } from '../../../../../electron/engine/incidents/root-cause.ts';

const graphOf = (count: number, links: readonly (readonly [number, number])[]) =>
  buildGraph(
    Array.from({ length: count }, (_, i) => i + 1),
    links.map(([aDeviceId, bDeviceId]) => ({ aDeviceId, bDeviceId })),
  );

/** Fails some devices; with `vantage`, whatever has no living way from there is silent too, as in a real network. */
function outage(
  count: number,
  links: readonly (readonly [number, number])[],
  failed: ReadonlySet<number>,
  vantage: number,
) {
  const graph = graphOf(count, links);
  const answering = walk(graph, failed.has(vantage) ? [] : [vantage], (id) => failed.has(id));
  const reachable = walk(graph, [vantage], () => false);
  const silent = [...reachable].filter((id) => !answering.has(id));
  return { graph, answering, silent, silentSinceMs: new Map(silent.map((id) => [id, 0])) };
}

const network = fc.integer({ min: 2, max: 25 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    links: fc.array(fc.tuple(fc.integer({ min: 1, max: count }), fc.integer({ min: 1, max: count })), {
      maxLength: 50,
    }),
    failed: fc.uniqueArray(fc.integer({ min: 2, max: count }), { maxLength: 5 }).map((ids) => new Set(ids)),
  }),
);

describe('root cause', () => {
  test('property: every root really failed, and everything silent that did not is behind roots', () => {
    fc.assert(
      fc.property(network, fc.boolean(), ({ count, links, failed }, known) => {
        const { graph, answering, silent, silentSinceMs } = outage(count, links, failed, 1);
        const causes = findCauses({ graph, silentSinceMs, answering, vantages: known ? [1] : [] });
        for (const root of causes.behind.keys()) expect(failed.has(root)).toBe(true);
        for (const id of silent) {
          expect(causes.behind.has(id)).toBe(!causes.rootsOf.has(id));
          if (!failed.has(id)) expect(causes.rootsOf.get(id)?.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('property: repairing all roots of a device that did not fail brings a way back to it or to one that failed before it', () => {
    fc.assert(
      fc.property(network, ({ count, links, failed }) => {
        const { graph, answering, silentSinceMs } = outage(count, links, failed, 1);
        const causes = findCauses({ graph, silentSinceMs, answering, vantages: [1] });
        for (const [id, roots] of causes.rootsOf) {
          const repaired = walk(
            graph,
            [1],
            (next) => silentSinceMs.has(next) && !roots.includes(next) && causes.behind.has(next),
          );
          expect(repaired.has(id)).toBe(true);
        }
      }),
    );
  });

  test('without a place and without anyone who answers, the first to fall silent stands for all', () => {
    const graph = graphOf(3, [
      [1, 2],
      [2, 3],
    ]);
    const causes = findCauses({
      graph,
      silentSinceMs: new Map([
        [1, 20],
        [2, 10],
        [3, 30],
      ]),
      answering: new Set(),
      vantages: [],
    });
    expect([...causes.behind]).toEqual([[2, [1, 3]]]);
  });

  test('a device that answers by another way does not make those behind the fault roots, when the place is known', () => {
    const graph = graphOf(4, [
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const silentSinceMs = new Map([
      [2, 0],
      [3, 0],
    ]);
    const known = findCauses({ graph, silentSinceMs, answering: new Set([1, 4]), vantages: [1] });
    expect([...known.behind]).toEqual([[2, [3]]]);
  });

  test("the console's own switch is a root although nothing before it answers", () => {
    const graph = graphOf(3, [
      [1, 2],
      [2, 3],
    ]);
    const causes = findCauses({
      graph,
      silentSinceMs: new Map([
        [1, 0],
        [2, 0],
      ]),
      answering: new Set([3]),
      vantages: [1],
    });
    expect([...causes.behind]).toEqual([[1, [2]]]);
  });
});

describe('single points of failure', () => {
  const cutOffBy = (graph: DeviceGraph, id: number, vantages: readonly number[], counted: ReadonlySet<number>) =>
    cutSizes(graph, vantages, counted).get(id);
  const everyone = (count: number) => new Set(Array.from({ length: count }, (_, i) => i + 1));

  test('the middle of a chain cuts off its far end; a ring has none', () => {
    const chain = graphOf(5, [
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(cutOffBy(chain, 3, [1], everyone(5))).toBe(2);
    expect(cutOffBy(chain, 2, [], everyone(5))).toBe(1);
    const ring = graphOf(4, [
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 1],
    ]);
    for (const id of [1, 2, 3, 4]) expect(cutOffBy(ring, id, [], everyone(4))).toBe(0);
  });

  test("the console's own switch cuts off everything", () => {
    expect(
      cutOffBy(
        graphOf(3, [
          [1, 2],
          [1, 3],
        ]),
        1,
        [1],
        everyone(3),
      ),
    ).toBe(2);
  });

  test('property: as many are cut off as lose their way from the console, wherever it hangs', () => {
    fc.assert(
      fc.property(network, fc.boolean(), ({ count, links }, twoPlaces) => {
        const graph = graphOf(count, links);
        const vantages = twoPlaces ? [1, 2] : [1];
        const sizes = cutSizes(graph, vantages, everyone(count));
        const before = walk(graph, vantages, () => false);
        for (const id of before) {
          const after = walk(graph, vantages, (next) => next === id);
          expect(sizes.get(id)).toBe(before.size - 1 - after.size);
        }
      }),
    );
  });

  test('property: without a place, all but the largest part that remains is cut off', () => {
    fc.assert(
      fc.property(network, ({ count, links }) => {
        const graph = graphOf(count, links);
        const sizes = cutSizes(graph, [], everyone(count));
        for (const id of graph.keys()) {
          const whole = walk(graph, [id], () => false);
          const parts = [...whole]
            .filter((one) => one !== id)
            .map((one) => walk(graph, [one], (next) => next === id).size);
          expect(sizes.get(id)).toBe(whole.size - 1 - Math.max(0, ...parts));
        }
      }),
    );
  });

  test('a chain of 50,000 devices does not exhaust the stack', () => {
    const chain = graphOf(
      50_000,
      Array.from({ length: 49_999 }, (_, i) => [i + 1, i + 2] as const),
    );
    expect(cutSizes(chain, [1], everyone(50_000)).get(2)).toBe(49_998);
  });
});
