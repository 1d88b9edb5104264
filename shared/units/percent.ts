import { UNKNOWN, threeDigits, withTrueMinus } from './number-text.ts';

/** 34.2 gives "34 %", 0.42 gives "0.42 %"; null gives "unknown". The argument is in percent, not a fraction. */
export function formatPercent(percent: number | null): string {
  if (percent === null) return UNKNOWN;
  const text = Math.abs(percent) >= 9.95 ? withTrueMinus(percent.toFixed(0)) : small(percent);
  return `${text} %`;
}

function small(percent: number): string {
  if (Number.isInteger(percent)) return withTrueMinus(String(percent));
  return Math.abs(percent) >= 0.995 ? withTrueMinus(percent.toFixed(1)) : threeDigits(percent);
}

/** Rate as percent of speed; null where either is unknown or the speed is 0. */
export function useOf(bitsPerSecond: number | null, speedBps: number | null): number | null {
  return bitsPerSecond === null || speedBps === null || speedBps <= 0 ? null : (bitsPerSecond / speedBps) * 100;
}
