/** Which shift is meant: one of the usual lengths, or since a moment that a person chose. Pure. */
import { filterMoment } from '../state/filter-terms.ts';

export const usualShifts = ['8h', '12h', '24h'] as const;
export type UsualShift = (typeof usualShifts)[number];

export const STANDARD_SHIFT: UsualShift = '12h';

export interface ShiftChoice {
  readonly length: UsualShift | 'custom';
  readonly sinceMs: number;
}

/** What nobody can read means the standard shift. */
export function shiftChoice(since: string | undefined, nowMs: number): ShiftChoice {
  const usual = usualShifts.find((length) => length === since);
  const asked = since === undefined || usual !== undefined ? null : filterMoment(since, nowMs);
  if (asked !== null) return { length: 'custom', sinceMs: asked };
  const length = usual ?? STANDARD_SHIFT;
  return { length, sinceMs: filterMoment(length, nowMs) ?? nowMs };
}

/** For a field of date and time, which wants the reader's own zone without saying it: "2026-11-28T06:00". */
export function localMinute(atMs: number): string {
  const local = new Date(atMs);
  return new Date(atMs - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
