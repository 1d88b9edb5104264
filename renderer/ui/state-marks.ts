/**
 * The mark of each state as data, so that the map's canvas and the page's SVG draw the same shape. Parts lie in a box of
 * 16 x 16. Ink says which token fills or strokes it: `mark` is --state-NAME, `glyph` what is drawn on a filled mark
 * (--on-mark, dark on yellow in both themes), `edge` the mark's outline.
 */
export type Ink = 'mark' | 'glyph' | 'edge' | 'none';

export interface MarkPart {
  readonly d: string;
  readonly fill: Ink;
  readonly stroke: Ink;
  readonly width: number;
  readonly dash?: string | undefined;
}

const filled = (d: string): MarkPart => ({ d, fill: 'mark', stroke: 'none', width: 0 });
const drawn = (d: string, stroke: Ink, width: number, dash?: string): MarkPart => ({
  d,
  fill: 'none',
  stroke,
  width,
  dash,
});

const circle = (r: number): string => `M${8 - r} 8a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;

export const stateMarks = {
  up: [filled(circle(3.75))],
  degraded: [
    { d: 'M8 2 14.7 13.7H1.3z', fill: 'mark', stroke: 'edge', width: 1.2 },
    drawn('M8 6.2v3.6M8 11.75v.01', 'glyph', 1.7),
  ],
  down: [filled('M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z'), drawn('M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6', 'glyph', 1.9)],
  unreachable: [drawn(circle(6), 'mark', 1.7, '3.5 1.88'), drawn('M5.2 8h5.6', 'mark', 1.8)],
  maintenance: [filled('M8 .5 15.5 8 8 15.5 .5 8z'), drawn('M6.4 5.3v5.4M9.6 5.3v5.4', 'glyph', 1.6)],
  unknown: [
    drawn(circle(6.2), 'mark', 1.4),
    drawn('M6.2 6.4a1.8 1.8 0 1 1 2.7 1.55c-.6.35-.9.7-.9 1.35M8 11.4v.01', 'mark', 1.4),
  ],
  suspect: [drawn(circle(6), 'mark', 1.5), filled('M8 2a6 6 0 0 1 0 12z')],
  blind: [
    drawn('M1.3 8C2.8 5.2 5.1 3.8 8 3.8S13.2 5.2 14.7 8C13.2 10.8 10.9 12.2 8 12.2S2.8 10.8 1.3 8z', 'mark', 1.4),
    drawn('M6 8a2 2 0 1 1 4 0a2 2 0 1 1-4 0', 'mark', 1.4),
    drawn('M2.5 14 13.5 2', 'mark', 1.7),
  ],
} as const satisfies Record<string, readonly MarkPart[]>;

export type StateName = keyof typeof stateMarks;

/** Words for people. */
export const stateNames: Readonly<Record<StateName, string>> = {
  up: 'Up',
  degraded: 'Degraded',
  down: 'Down',
  unreachable: 'Unreachable',
  maintenance: 'Maintenance',
  unknown: 'Unknown',
  suspect: 'Suspect',
  blind: 'Monitor blind',
};

/** Worst first: the order of tables and of what a folded group shows. */
export const statesByUrgency: readonly StateName[] = [
  'down',
  'degraded',
  'blind',
  'unreachable',
  'suspect',
  'unknown',
  'maintenance',
  'up',
];
