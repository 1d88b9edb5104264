/** Colours of a terminal, from tokens. Pure but for who looks a token up. */
import type { ITheme } from '@xterm/xterm';

type Token = `--${string}`;

const tokens = {
  background: '--canvas',
  foreground: '--text',
  cursor: '--accent',
  cursorAccent: '--canvas',
  selectionBackground: '--accent-fill',
  selectionForeground: '--on-accent',
  scrollbarSliderBackground: '--line2',
  scrollbarSliderHoverBackground: '--line3',
  scrollbarSliderActiveBackground: '--line3',
  black: '--line2',
  red: '--state-down-text',
  green: '--state-up-text',
  yellow: '--state-degraded-text',
  blue: '--accent',
  magenta: '--state-unreachable-text',
  cyan: '--state-maintenance-text',
  white: '--text2',
  brightBlack: '--text3',
  brightRed: '--severity-major',
  brightGreen: '--state-up-text',
  brightYellow: '--state-suspect-text',
  brightBlue: '--graph-in',
  brightMagenta: '--past',
  brightCyan: '--state-maintenance-text',
  brightWhite: '--text',
} as const satisfies Readonly<Partial<Record<keyof ITheme, Token>>>;

/** The sixteen colours are those of states and text: a device's "red" looks like the page's. */
export const terminalTheme = (colourOf: (token: Token) => string): ITheme =>
  Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, colourOf(token)]));
