/**
 * One thing done to many, a few at a time: how far it is, what failed for whom, and the way back. It goes on when the view
 * that started it is left, and there is one at a time.
 */
import { create } from 'zustand';
import { asFailure } from './use-action.ts';

export type Undo = () => Promise<void>;

export interface BulkItem {
  /** For people: who it was done to. */
  readonly name: string;
  /** Returns what takes it back, where that is possible. */
  readonly run: () => Promise<Undo | null>;
}

export interface BulkWork {
  /** While it goes on: "Polling". */
  readonly doing: string;
  /** When it is over: "polled". */
  readonly done: string;
  readonly items: readonly BulkItem[];
}

export interface BulkFailure {
  readonly name: string;
  readonly message: string;
}

export interface BulkJob extends Pick<BulkWork, 'doing' | 'done'> {
  readonly total: number;
  readonly succeeded: number;
  readonly failures: readonly BulkFailure[];
  readonly state: 'running' | 'cancelled' | 'ended';
  readonly undos: readonly { readonly name: string; readonly undo: Undo }[];
}

const AT_ONCE = 8;

export const useBulkJob = create<{ readonly job: BulkJob | null }>(() => ({ job: null }));

let cancelled = new AbortController();

function update(change: (job: BulkJob) => Partial<BulkJob>): void {
  useBulkJob.setState(({ job }) => (job === null ? {} : { job: { ...job, ...change(job) } }));
}

async function runOne({ name, run }: BulkItem): Promise<void> {
  try {
    const undo = await run();
    update((job) => ({
      succeeded: job.succeeded + 1,
      undos: undo === null ? job.undos : [...job.undos, { name, undo }],
    }));
  } catch (error) {
    const { message, hint } = asFailure(error);
    const text = hint === undefined ? message : `${message} ${hint}`;
    update((job) => ({ failures: [...job.failures, { name, message: text }] }));
  }
}

/** Does nothing while another is under way. Resolves when all is done, or when what was begun before it was cancelled is. */
export async function startBulk({ doing, done, items }: BulkWork): Promise<void> {
  if (useBulkJob.getState().job?.state === 'running') return;
  cancelled = new AbortController();
  const { signal } = cancelled;
  const started: BulkJob = {
    doing,
    done,
    total: items.length,
    succeeded: 0,
    failures: [],
    state: 'running',
    undos: [],
  };
  useBulkJob.setState({ job: started });
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) {
      if (signal.aborted) return;
      await runOne(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  update(() => ({ state: signal.aborted ? 'cancelled' : 'ended' }));
}

/** What is under way is finished, the rest is left as it is. */
export function cancelBulk(): void {
  cancelled.abort();
}

/** Takes back what was done, last first. */
export function undoBulk(): Promise<void> {
  const job = useBulkJob.getState().job;
  if (job === null || job.state === 'running') return Promise.resolve();
  const items = job.undos.toReversed().map(({ name, undo }): BulkItem => {
    const run = async (): Promise<null> => {
      await undo();
      return null;
    };
    return { name, run };
  });
  return startBulk({ doing: 'Undoing', done: 'put back as before', items });
}

export function dismissBulk(): void {
  if (useBulkJob.getState().job?.state !== 'running') useBulkJob.setState({ job: null });
}
