/** Limits that contradict themselves are none. Pure. */
import type { SensorLimits } from '../../../../shared/model/hardware.ts';

const known = (levels: readonly (number | null)[]): number[] => levels.filter((level) => level !== null);

/**
 * Agents fill limits that they do not know with zeros, or give all four the same number. Such limits, and those in which a low
 * one lies above a high one, would put every value out of range: null. A warning beyond its critical level says nothing.
 */
export const tidyLimits = (limits: SensorLimits): SensorLimits | null => {
  const { lowCritical, lowWarning, highWarning, highCritical } = limits;
  const all = known([lowCritical, lowWarning, highWarning, highCritical]);
  if (all.length === 0 || (all.length > 1 && new Set(all).size === 1) || all.every((level) => level === 0)) return null;
  const low = known([lowCritical, lowWarning]);
  const high = known([highWarning, highCritical]);
  if (low.length > 0 && high.length > 0 && Math.max(...low) >= Math.min(...high)) return null;
  return {
    lowCritical,
    lowWarning: lowWarning !== null && lowCritical !== null && lowWarning <= lowCritical ? null : lowWarning,
    highWarning: highWarning !== null && highCritical !== null && highWarning >= highCritical ? null : highWarning,
    highCritical,
  };
};
