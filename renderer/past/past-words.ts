/** What the window says of the moment that it shows. Pure. */
import type { CallError } from '../../shared/contract/errors.ts';
import type { Moment } from '../../shared/contract/moments.ts';
import { formatDay, formatMinute } from '../ui/format-time.ts';

const at = (ms: number): string => `${formatDay(ms)} ${formatMinute(ms)}`;

/** "No data: this console was not running from Tue 17 Nov 12:55 to Tue 17 Nov 13:09." */
function gapSentence(gap: Moment['gap']): string {
  const { fromMs, toMs } = gap ?? { fromMs: null, toMs: null };
  const from = fromMs === null ? '' : ` from ${at(fromMs)}`;
  const to = toMs === null ? '' : ` to ${at(toMs)}`;
  return `No data: this console was not running${from}${to}.`;
}

/** Null moment: it is being read. */
export function pastSentence(moment: Moment | null, error: Pick<CallError, 'message'> | null): string {
  if (error !== null) return `This moment could not be read: ${error.message}`;
  if (moment === null) return 'Reading what was known then.';
  switch (moment.coverage) {
    case 'no-data':
      return gapSentence(moment.gap);
    case 'unrecorded':
      return 'States, links, graphs and incidents are as they were written then; whether the console ran is not recorded.';
    case 'watched':
      return 'States, links, use, graphs and incidents are as they were then.';
  }
}
