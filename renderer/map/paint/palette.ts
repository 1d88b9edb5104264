/** The colours of now, read from the tokens once after each change of theme. */
import type { StateName } from '../../ui/state-marks.ts';
import { tokenColour } from '../../ui/token-colour.ts';

export type Token = `--${string}`;

export interface Palette {
  (token: Token): string;
}

/** A build shortens #66aaff to #6af; `faded` needs the long form. */
export function longHex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  return short
    ? `#${short
        .slice(1)
        .flatMap((digit) => [digit, digit])
        .join('')}`
    : colour;
}

export function readPalette(): Palette {
  const known = new Map<Token, string>();
  return (token) => {
    const value = known.get(token) ?? longHex(tokenColour(token));
    known.set(token, value);
    return value;
  };
}

export const stateToken = (state: StateName): Token => `--state-${state}`;
export const stateTextToken = (state: StateName): Token => `--state-${state}-text`;

/** A token's colour with an opacity between 0 and 1. Tokens are #rrggbb. */
export function faded(colour: string, opacity: number): string {
  return `${colour}${Math.round(Math.min(1, Math.max(0, opacity)) * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
