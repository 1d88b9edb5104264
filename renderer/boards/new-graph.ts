/** Graphs as they begin, and the words that name them. Pure but for the number that a graph gets. */
import type { BoardGraph, Comparison, GraphPort, PercentileChoice, TrafficKind } from '../../shared/contract/boards.ts';
import type { DeviceGraphKind } from '../../shared/contract/boards.ts';

/** What a graph shows, without how it is laid out. */
export type GraphSubjectOf =
  | { readonly about: 'interfaces'; readonly ports: readonly GraphPort[]; readonly kind: TrafficKind }
  | { readonly about: 'device'; readonly deviceId: number; readonly name: string; readonly kind: DeviceGraphKind };

export interface GraphChoices {
  readonly compare: Comparison;
  readonly percentile: PercentileChoice;
}

export const deviceGraphNames: Readonly<Record<DeviceGraphKind, string>> = {
  latency: 'Answer time',
  cpu: 'Processor',
  memory: 'Memory',
  pollMs: 'Duration of polls',
};

/** One of its kind, also where the page has no secure context. */
export function newGraphId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const standard = { columns: 1, height: 'normal', compare: 'none', percentile: 'both' } as const;

export function newGraph(subject: GraphSubjectOf, choices: Partial<GraphChoices> = {}, title?: string): BoardGraph {
  const look = { ...standard, ...choices, id: newGraphId(), title: title ?? null };
  return subject.about === 'device' ? { ...subject, ...look } : { ...subject, ports: [...subject.ports], ...look };
}
