/** The colour of each half of a link, and the number printed on it, by what a person wants links to show. */
import { tokenOfUse } from '../../ui/scale-of-use.ts';
import type { StateName } from '../../ui/state-marks.ts';

export type Colouring = 'use' | 'errors' | 'state';

type Token = `--${string}`;

export interface HalfInk {
  readonly token: Token;
  /** Null: nothing is printed unless somebody looks at the link. */
  readonly printed: string | null;
  /** For whoever looks at it; null is unknown. */
  readonly number: string | null;
}

/** From this use on, in percent, the number is printed on the link. */
const PRINTED_FROM = 85;

/**
 * Errors and discards a second. No value of a standard: one a minute is a hint, one a second is felt by TCP, a hundred is a
 * broken cable, a duplex mismatch or a queue that overflows.
 */
export const stepsOfErrors = [
  { from: 100, token: '--severity-critical-bar', label: '100' },
  { from: 1, token: '--severity-major-bar', label: '1' },
  { from: 1 / 60, token: '--severity-minor-bar', label: '1/min' },
  { from: Number.NEGATIVE_INFINITY, token: '--use-10', label: 'none' },
] as const;

/** Printed from this many a second on. */
const ERRORS_PRINTED_FROM = 1;
const UNKNOWN: Token = '--use-idle';

export function inkOf(
  colouring: Colouring,
  flow: { readonly percent: number | null; readonly errors: number | null },
  state: StateName,
): HalfInk {
  switch (colouring) {
    case 'use':
      return inkOfUse(flow.percent);
    case 'errors':
      return inkOfErrors(flow.errors);
    case 'state':
      // A healthy network is quiet: only what is not up has a colour.
      return { token: state === 'up' ? '--line3' : `--state-${state}`, printed: null, number: null };
  }
}

function inkOfUse(percent: number | null): HalfInk {
  if (percent === null) return { token: UNKNOWN, printed: null, number: null };
  const number = `${Math.round(percent)} %`;
  return { token: tokenOfUse(percent), printed: percent >= PRINTED_FROM ? number : null, number };
}

function inkOfErrors(errors: number | null): HalfInk {
  if (errors === null) return { token: UNKNOWN, printed: null, number: null };
  const step = stepsOfErrors.find(({ from }) => errors >= from);
  const number = `${errors >= 10 ? Math.round(errors) : Number(errors.toPrecision(2))} /s`;
  return { token: step?.token ?? UNKNOWN, printed: errors >= ERRORS_PRINTED_FROM ? number : null, number };
}
