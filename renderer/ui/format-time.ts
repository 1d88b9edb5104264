/** Moments in the reader's zone, 24 h. Ages and durations are in shared/units. */
const DAY = 24 * 3_600_000;

const locale = 'en-GB';
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const minuteFormat = new Intl.DateTimeFormat(locale, clock);
const secondFormat = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short' });
const yearFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const utcFormat = new Intl.DateTimeFormat(locale, {
  ...clock,
  second: '2-digit',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const zoneFormat = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' });

/** "15:41" */
export const formatMinute = (atMs: number): string => minuteFormat.format(atMs);
/** "15:41:20" */
export const formatSecond = (atMs: number): string => secondFormat.format(atMs);
/** "Tue 17 Nov" */
export const formatDay = (atMs: number): string => dayFormat.format(atMs).replace(',', '');
/** "17 Nov 2026" */
export const formatDate = (atMs: number): string => yearFormat.format(atMs);
/** "17 Nov 2026, 14:41:20 UTC" */
export const formatUtc = (atMs: number): string => `${utcFormat.format(atMs)} UTC`;

/** Name of the reader's zone at that moment: "CET". */
export function zoneName(atMs: number): string {
  return zoneFormat.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? 'local';
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The shortest that is not ambiguous: time of today, weekday and time of the last days, else the date. */
export function formatMoment(atMs: number, nowMs: number, seconds = false): string {
  const time = seconds ? formatSecond(atMs) : formatMinute(atMs);
  if (sameDay(atMs, nowMs)) return time;
  if (Math.abs(nowMs - atMs) < 6 * DAY) return `${weekdayFormat.format(atMs)} ${time}`;
  if (Math.abs(nowMs - atMs) < 300 * DAY) return `${formatDay(atMs)}, ${time}`;
  return `${formatDate(atMs)}, ${time}`;
}
