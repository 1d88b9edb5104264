import { formatDuration } from '../../../shared/units/durations.ts';
import type { Clock, Log } from '../../host/host.ts';
import type { PollJob, PollOutcome } from './poll-job.ts';

/** The reason of a signal whose job took too long: unlike a removal or a suspension, that tells something of the device. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** How long an aborted job may take to end before its place is given away. */
const GRACE_MS = 5_000;

/** Never rejects. Ends with the run, or 5 s after its signal aborted (deadline or not) if the run ignores that. */
export async function runWithDeadline(
  job: PollJob,
  abort: AbortController,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<PollOutcome> {
  const { promise: overdue, resolve } = Promise.withResolvers<PollOutcome>();
  const giveUp = (): void => {
    const { key, deadlineMs } = job;
    log.error('a poll job ignores its deadline', { job: key, deadlineMs, graceMs: GRACE_MS });
    resolve('failed');
  };
  const cancels: (() => void)[] = [];
  const grace = (): void => void cancels.push(clock.after(GRACE_MS, giveUp));
  abort.signal.addEventListener('abort', grace, { once: true });
  const late = new DeadlinePassed(`the deadline of ${formatDuration(job.deadlineMs)} passed`);
  cancels.push(clock.after(job.deadlineMs, () => abort.abort(late)));
  try {
    return await Promise.race([job.run(abort.signal), overdue]);
  } catch (error) {
    if (!abort.signal.aborted) log.error('a poll job threw', { job: job.key, error: stackOf(error) });
    return 'failed';
  } finally {
    for (const cancel of cancels) cancel();
    abort.signal.removeEventListener('abort', grace);
  }
}

/** A throw is a bug of ours, so the log gets the place, and the cause's if there is one. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? String(error)}${cause}`;
}
