/** Where the sentence of a blast radius stands, in pixels of the screen. */
import { overlaps, type Point, type Rect } from './plane.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NotePlace {
  readonly left: number;
  readonly top: number;
  /** Where its arrow stands, from its left edge. */
  readonly arrow: number;
  /** Above the outline instead of below it: the arrow points down. */
  readonly above: boolean;
  /** Which of the offered sizes it has. */
  readonly size: number;
}

const GAP = 14;
const EDGE = 16;
const ARROW_EDGE = 20;
/** Where along its width the arrow may stand, the best first. */
const SHARES = [0.5, 0, 1, 0.3, 0.7] as const;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

interface Room {
  /** The sizes that it may have, the best first. */
  readonly notes: readonly Size[];
  readonly area: Size;
  readonly taken: readonly Rect[];
}

/**
 * Centred under the outline's foot; shifted aside, as far as the arrow still reaches, where something is in the way; narrower;
 * above the outline where there is no room below.
 */
export function notePlace(foot: Point, headY: number, { notes, area, taken }: Room): NotePlace {
  const place = (size: number, above: boolean, share: number): NotePlace => {
    const note = notes[size] ?? { width: 0, height: 0 };
    const aim = clamp(note.width * share, ARROW_EDGE, note.width - ARROW_EDGE);
    const wanted = above ? headY - GAP - note.height : foot.y + GAP;
    const left = clamp(foot.x - aim, EDGE, area.width - note.width - EDGE);
    const top = clamp(wanted, EDGE, area.height - note.height - EDGE);
    return { left, top, above, size, arrow: clamp(foot.x - left, ARROW_EDGE, note.width - ARROW_EDGE) };
  };
  const isFree = ({ left, top, size }: NotePlace): boolean => {
    const { width, height } = notes[size] ?? { width: 0, height: 0 };
    const rect = { left, top, right: left + width, bottom: top + height };
    return !taken.some((other) => overlaps(other, rect));
  };
  const places = [false, true].flatMap((above) =>
    notes.flatMap((_, size) => SHARES.map((share) => place(size, above, share))),
  );
  return places.find(isFree) ?? place(0, false, SHARES[0]);
}
