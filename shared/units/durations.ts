import { UNKNOWN, threeDigits } from './number-text.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "24 min", "1 h 43 min", "3 d 4 h", "12 s": the two largest units that matter. Negative counts as 0. */
export function formatAge(milliseconds: number | null): string {
  if (milliseconds === null) return UNKNOWN;
  const ms = Math.max(0, milliseconds);
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return pair(ms, HOUR, 'h', MINUTE, 'min');
  return pair(ms, DAY, 'd', HOUR, 'h');
}

function pair(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % big) / small);
  const head = `${Math.floor(ms / big)} ${bigName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}

/** How long something took: "0.42 ms", "187 ms", "4.20 s", "1 min 12 s". */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return UNKNOWN;
  const ms = Math.max(0, milliseconds);
  if (ms < 999.5) return `${threeDigits(ms)} ms`;
  if (ms < MINUTE - 50) return `${threeDigits(ms / SECOND)} s`;
  return ms < HOUR ? pair(ms, MINUTE, 'min', SECOND, 's') : formatAge(ms);
}
