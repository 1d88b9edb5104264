/** Where the bars of the trend begin and end: whole hours or days of the reader's own zone. Pure. */

export const trendRanges = ['24 h', '7 d', '30 d'] as const;
export type TrendRange = (typeof trendRanges)[number];

const HOURS = 24;

/** Ascending; the last bar holds `nowMs` and is not over yet. An hour that a change of clocks skips is left out. */
export function trendEdges(range: TrendRange, nowMs: number): readonly number[] {
  const edges = range === '24 h' ? hours(nowMs) : days(range === '7 d' ? 7 : 30, nowMs);
  return edges.filter((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
}

function hours(nowMs: number): number[] {
  const hour = new Date(nowMs);
  hour.setMinutes(0, 0, 0);
  return Array.from({ length: HOURS + 1 }, (_, index) => hour.getTime() + (index - HOURS + 1) * 3_600_000);
}

/** Midnights by the calendar: a day may have 23 or 25 hours. */
function days(count: number, nowMs: number): number[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const day = new Date(nowMs);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() + index - count + 1);
    return day.getTime();
  });
}
