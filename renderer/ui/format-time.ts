/** Times in the reader's zone, 24 h; ages and durations in two units at most. */
const SPACE = '\u00a0';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const locale = 'en-GB';
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const minuteFormat = new Intl.DateTimeFormat(locale, clock);
const secondFormat = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
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

/** The shortest that is not ambiguous: time of today, day and time of this week, else the date. */
export function formatMoment(atMs: number, nowMs: number, seconds = false): string {
  const time = seconds ? formatSecond(atMs) : formatMinute(atMs);
  if (sameDay(atMs, nowMs)) return time;
  if (Math.abs(nowMs - atMs) < 300 * DAY) return `${formatDay(atMs)}, ${time}`;
  return `${formatDate(atMs)}, ${time}`;
}

function two(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big}${SPACE}${bigUnit}` : `${big}${SPACE}${bigUnit}${SPACE}${small}${SPACE}${smallUnit}`;
}

/** "12 s", "24 min", "1 h 43 min", "212 d 4 h". Never negative: a clock that differs gives "0 s". */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)}${SPACE}s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)}${SPACE}min`;
  if (ms < DAY) return two(Math.floor(ms / HOUR), 'h', Math.floor((ms % HOUR) / MINUTE), 'min');
  return two(Math.floor(ms / DAY), 'd', Math.floor((ms % DAY) / HOUR), 'h');
}

/** Whole units of one kind for what is shorter than a minute: 840 gives "0.8 s". */
export function formatShortDuration(durationMs: number): string {
  return durationMs < 10 * SECOND ? `${(durationMs / SECOND).toFixed(1)}${SPACE}s` : formatDuration(durationMs);
}
