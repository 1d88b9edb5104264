/** Boards: pages of graphs that people put together. Kept in the network file, so that they travel with it. */
import { z } from 'zod';
import { personText, rowId } from './common.ts';
import { call, done, topic } from './define.ts';

/** What a graph of interfaces shows, out and in. `use` is a share of the speed, of one interface only. */
export const trafficKind = z.enum(['traffic', 'packets', 'errors', 'discards', 'use']);
export type TrafficKind = z.infer<typeof trafficKind>;

/** What a graph of a device shows; `latency` is answer time with its spread, jitter and loss. */
export const deviceGraphKind = z.enum(['latency', 'cpu', 'memory', 'pollMs']);
export type DeviceGraphKind = z.infer<typeof deviceGraphKind>;

/** A series of the same graph, that much earlier, drawn behind it. */
export const comparison = z.enum(['none', 'day', 'week']);
export type Comparison = z.infer<typeof comparison>;

/** Which 95th percentile is drawn; `larger` is the larger of both directions, as many carriers bill. */
export const percentileChoice = z.enum(['both', 'out', 'in', 'larger', 'none']);
export type PercentileChoice = z.infer<typeof percentileChoice>;

export const graphHeight = z.enum(['low', 'normal', 'tall']);
export type GraphHeight = z.infer<typeof graphHeight>;

/** Graphs a board, interfaces a graph, boards a file: more than a person looks at, less than a file that bursts. */
export const MOST_GRAPHS = 60;
export const MOST_PORTS = 24;
export const MOST_BOARDS = 200;

/** What it was called when it was chosen, to name it after it has vanished. Device text: shown, never run. */
const lastName = z.string().max(300);

export const graphPort = z.strictObject({ deviceId: rowId, interfaceId: rowId, name: lastName });
export type GraphPort = z.infer<typeof graphPort>;

const look = {
  /** Given by the page; one of its kind in a board. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Null: named by what it shows. */
  title: personText(120).nullable(),
  /** Of three columns. */
  columns: z.int().min(1).max(3),
  height: graphHeight,
  compare: comparison,
  percentile: percentileChoice,
};

/** One graph: of one interface, of several stacked into a sum, or of a device. */
export const boardGraph = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('interfaces'),
    ports: z.array(graphPort).min(1).max(MOST_PORTS),
    kind: trafficKind,
    ...look,
  }),
  z.strictObject({ about: z.literal('device'), deviceId: rowId, name: lastName, kind: deviceGraphKind, ...look }),
]);
export type BoardGraph = z.infer<typeof boardGraph>;

const graphs = z
  .array(boardGraph)
  .max(MOST_GRAPHS)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'two graphs have the same id' });

export const board = z.object({ id: rowId, name: z.string(), graphs: z.array(boardGraph) });
export type Board = z.infer<typeof board>;

export const boardCalls = {
  'board.add': call({ name: personText(80), graphs: graphs.default([]) }, z.object({ boardId: rowId })),
  /** What is left out stays as it is. `graphs` are all of them, in the order in which they are shown. */
  'board.change': call({ boardId: rowId, name: personText(80).optional(), graphs: graphs.optional() }, done),
  'board.remove': call({ boardId: rowId }, done),
};

export const boardTopics = { boards: topic({}, board) };
