/**
 * The demo's past as states: what each sample told of a device or link, joined to intervals, and when the console watched.
 * So a moment before the start shows a network that was there. Pure but for what `keepStates` writes at the end.
 */
import type { StateRow, StateSubject } from '../engine/store/rows.ts';
import type { Engine } from '../engine/engine.ts';

type Context = Engine['context'];

interface Told {
  readonly atMs: number;
  readonly state: 'up' | 'down' | 'unreachable';
}

export interface StateLine {
  readonly subject: StateSubject;
  readonly subjectId: number;
  readonly told: readonly Told[];
}

type Interval = Pick<StateRow, 'subject' | 'subjectId' | 'state' | 'because' | 'fromMs' | 'toMs'>;

/** Steps between samples are 5 minutes at most; a longer pause is one in which the console slept. */
const LONGEST_STEP_MS = 6 * 60_000;

/** One interval for each stretch of the same state; the last one ends at `untilMs`. */
export function intervalsOf({ subject, subjectId, told }: StateLine, untilMs: number): readonly Interval[] {
  const sorted = told.toSorted((a, b) => a.atMs - b.atMs);
  const changes = sorted.filter(({ state }, index) => state !== sorted[index - 1]?.state);
  return changes.flatMap(({ atMs, state }, index) => {
    const toMs = Math.min(changes[index + 1]?.atMs ?? untilMs, untilMs);
    return atMs < toMs ? [{ subject, subjectId, state, because: null, fromMs: atMs, toMs }] : [];
  });
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Within a stretch, the parts without a long pause between two samples. */
export function watchesOf(moments: Iterable<number>, { fromMs, toMs }: Stretch): readonly Stretch[] {
  const watches: { fromMs: number; toMs: number }[] = [];
  let lastMs = fromMs;
  for (const atMs of [...[...moments].sort((a, b) => a - b), toMs]) {
    const watch = watches.at(-1);
    if (watch === undefined || atMs - lastMs > LONGEST_STEP_MS) {
      watches.push({ fromMs: atMs - lastMs > LONGEST_STEP_MS ? atMs : lastMs, toMs: atMs });
    } else watch.toMs = atMs;
    lastMs = atMs;
  }
  return watches.filter((watch) => watch.fromMs < watch.toMs);
}

/** Collects what the samples tell, in whichever order they come. */
export class PastStates {
  readonly #lines = new Map<string, { subject: StateSubject; subjectId: number; told: Told[] }>();
  readonly #moments = new Set<number>();

  note(subject: StateSubject, subjectId: number, told: Told): void {
    const key = `${subject} ${subjectId}`;
    const line = this.#lines.get(key) ?? { subject, subjectId, told: [] };
    this.#moments.add(told.atMs);
    this.#lines.set(key, line);
    const last = line.told.at(-1);
    // Of a day of samples only the changes are kept in memory.
    if (last === undefined || last.state !== told.state || told.atMs < last.atMs) line.told.push(told);
  }

  /** Writes what was told of a stretch, and dates the devices, their ports and links back to its beginning. */
  keep({ network, store }: Context, { fromMs, toMs }: Stretch): void {
    if (this.#moments.size === 0) return;
    const rows = [...this.#lines.values()].flatMap((line) => {
      const current = network.states.get(line.subject, line.subjectId);
      return intervalsOf(line, Math.min(current?.fromMs ?? toMs, toMs));
    });
    store.put(
      'states',
      rows.map((row) => ({ ...row, id: store.nextId('states') })),
    );
    store.put(
      'watches',
      watchesOf(this.#moments, { fromMs, toMs }).map((row) => ({ ...row, id: store.nextId('watches') })),
    );
    network.putDevices(
      [...network.devices.all()].map((row) => ({ ...row, addedAtMs: Math.min(row.addedAtMs, fromMs) })),
    );
    const since = <R extends { readonly firstSeenAtMs: number }>(row: R): R => ({
      ...row,
      firstSeenAtMs: Math.min(row.firstSeenAtMs, fromMs),
    });
    network.putInterfaces([...network.interfaces.all()].map(since));
    network.putLinks([...network.links.all()].map(since));
  }
}
