/** Order and counts of the addresses under discovery. Pure. */
import type { DiscoveryRun, DiscoveryTarget } from '../../shared/contract/discovery.ts';

export type RowKind = 'problem' | 'busy' | 'done' | 'waiting' | 'other';

/** Silence of an address that only somebody else's table named is no news; of one that was asked for, it is. */
export function rowKind(target: DiscoveryTarget): RowKind {
  switch (target.step) {
    case 'waiting':
      return 'waiting';
    case 'ping':
    case 'identify':
    case 'interfaces':
    case 'neighbours':
      return 'busy';
    case 'done':
      return target.problem === null ? 'done' : 'problem';
    case 'failed':
      return 'problem';
    case 'skipped':
    case 'same-device':
      return 'other';
  }
}

export interface DiscoveryRows {
  readonly problems: readonly DiscoveryTarget[];
  readonly busy: readonly DiscoveryTarget[];
  readonly done: readonly DiscoveryTarget[];
  readonly waiting: readonly DiscoveryTarget[];
}

export function sortTargets(targets: readonly DiscoveryTarget[], skipped: ReadonlySet<string>): DiscoveryRows {
  const newestFirst = targets.toSorted((a, b) => (b.startedAtMs ?? 0) - (a.startedAtMs ?? 0));
  const of = (kind: RowKind): DiscoveryTarget[] => newestFirst.filter((target) => rowKind(target) === kind);
  return {
    problems: of('problem').filter((target) => !skipped.has(target.id)),
    busy: of('busy'),
    done: of('done'),
    waiting: of('waiting'),
  };
}

/** Share of the known addresses that are through, in percent; null before anything is known. */
export function progressPercent(run: DiscoveryRun): number | null {
  const through = run.found + run.failed;
  if (run.state !== 'running') return through === 0 ? null : 100;
  return through + run.waiting === 0 ? null : (100 * through) / (through + run.waiting);
}
