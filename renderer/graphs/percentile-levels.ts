/** Which 95th percentiles are drawn, and what they are called. Pure. */
import type { PercentileChoice } from '../../shared/contract/boards.ts';
import type { Format } from './graph-content.ts';
import type { GraphLevel } from './graph-model.ts';

export const percentileNames: Readonly<Record<PercentileChoice, string>> = {
  both: 'Both directions',
  out: 'Out only',
  in: 'In only',
  larger: 'The larger of both',
  none: 'None',
};

export interface Percentiles {
  /** Null where unknown or hidden. */
  readonly out: number | null;
  readonly in: number | null;
}

/** The larger is that of two known ones: while one is unknown, it may be the larger. */
function largerOf({ out, in: into }: Percentiles): 'out' | 'in' | null {
  if (out === null || into === null) return null;
  return out >= into ? 'out' : 'in';
}

/** A percentile of 0 would lie on the axis and say nothing. */
export function percentileLevels(
  percentiles: Percentiles,
  choice: PercentileChoice,
  format: Format,
): readonly GraphLevel[] {
  const larger = choice === 'larger' ? largerOf(percentiles) : null;
  const level = (tone: 'out' | 'in'): readonly GraphLevel[] => {
    const value = percentiles[tone];
    const wanted = choice === 'both' || choice === tone || larger === tone;
    if (!wanted || value === null || value <= 0) return [];
    const name = larger === null ? `p95 ${tone}` : `p95 larger, ${tone}`;
    return [{ value: tone === 'out' ? value : -value, text: `${name} ${format(value)}`, tone }];
  };
  return [...level('out'), ...level('in')];
}
