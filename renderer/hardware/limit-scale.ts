/** Where a value stands between its limits, as shares of a bar. Pure. */
import type { SensorLimits } from '../../shared/model/hardware.ts';

export type Zone = 'ok' | 'warning' | 'critical';

export interface LimitScale {
  /** From left to right, shares of the whole that add up to 1. */
  readonly zones: readonly { readonly zone: Zone; readonly share: number }[];
  /** 0 to 1; null without a value. */
  readonly at: number | null;
}

const known = (levels: readonly (number | null)[]): number[] => levels.filter((level) => level !== null);

/** Room beyond the outer limits, as a share of what lies between them. */
const MARGIN = 0.12;

/** Ends of the bar: a little beyond the outer limits, and always with the value on it. */
const endsOf = (limits: SensorLimits, value: number | null): readonly [number, number] => {
  const { lowCritical, lowWarning, highWarning, highCritical } = limits;
  const low = known([lowCritical, lowWarning]);
  const high = known([highWarning, highCritical]);
  const all = [...low, ...high, ...known([value])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = most - least || Math.abs(most) || 1;
  // One side only: the other end is where nothing is measured, or as far again.
  const from = low.length > 0 ? least - span * MARGIN : Math.min(least, least >= 0 ? 0 : least - span * MARGIN);
  const to = high.length > 0 ? most + span * MARGIN : most + span * (low.length > 0 ? 0.6 : MARGIN);
  return [from, to];
};

export function limitScale(limits: SensorLimits, value: number | null): LimitScale {
  const [from, to] = endsOf(limits, value);
  const span = to - from || 1;
  const place = (level: number): number => Math.min(1, Math.max(0, (level - from) / span));
  const { lowCritical, lowWarning, highWarning, highCritical } = limits;
  const edges: (readonly [number, Zone])[] = [
    ...(lowCritical === null ? [] : [[place(lowCritical), 'critical'] as const]),
    ...(lowWarning === null ? [] : [[place(lowWarning), 'warning'] as const]),
    [highWarning !== null ? place(highWarning) : highCritical !== null ? place(highCritical) : 1, 'ok'],
    ...(highWarning === null || highCritical === null ? [] : [[place(highCritical), 'warning'] as const]),
    ...(highWarning === null && highCritical === null
      ? []
      : [[1, highCritical === null ? 'warning' : 'critical'] as const]),
  ];
  let last = 0;
  const zones = edges.map(([end, zone]) => {
    const share = Math.max(0, end - last);
    last = Math.max(last, end);
    return { zone, share };
  });
  return { zones: zones.filter(({ share }) => share > 0), at: value === null ? null : place(value) };
}
