import { UNKNOWN, withTrueMinus } from './number-text.ts';

/** 34.2 gives "34 %", 0.42 gives "0.42 %"; null gives "unknown". The argument is in percent, not a fraction. */
export function formatPercent(percent: number | null): string {
  if (percent === null) return UNKNOWN;
  const text = Math.abs(percent) >= 9.95 ? withTrueMinus(percent.toFixed(0)) : small(percent);
  return `${text} %`;
}

function small(percent: number): string {
  if (Number.isInteger(percent)) return withTrueMinus(String(percent));
  const size = Math.abs(percent);
  return withTrueMinus(percent.toFixed(size >= 0.995 ? 1 : size >= 0.0995 ? 2 : 3));
}

/** Rate as percent of speed; null where either is unknown or the speed is 0. */
export function useOf(bitsPerSecond: number | null, speedBps: number | null): number | null {
  return bitsPerSecond === null || speedBps === null || speedBps <= 0 ? null : (bitsPerSecond / speedBps) * 100;
}
