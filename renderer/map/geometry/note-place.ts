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
}

const GAP = 14;
const EDGE = 16;
const ARROW_EDGE = 20;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

/**
 * Centred under the outline's foot; shifted aside, as far as the arrow still reaches, where something is in the way; above
 * the outline where there is no room below.
 */
export function notePlace(
  foot: Point,
  headY: number,
  { note, area, taken }: { readonly note: Size; readonly area: Size; readonly taken: readonly Rect[] },
): NotePlace {
  const arrows = [note.width / 2, ARROW_EDGE, note.width - ARROW_EDGE, note.width * 0.3, note.width * 0.7];
  const place = (above: boolean, arrow: number): NotePlace => {
    const wanted = above ? headY - GAP - note.height : foot.y + GAP;
    const left = clamp(foot.x - arrow, EDGE, area.width - note.width - EDGE);
    const top = clamp(wanted, EDGE, area.height - note.height - EDGE);
    return { left, top, above, arrow: clamp(foot.x - left, ARROW_EDGE, note.width - ARROW_EDGE) };
  };
  const places = [false, true].flatMap((above) => arrows.map((arrow) => place(above, arrow)));
  const isFree = ({ left, top }: NotePlace): boolean => {
    const rect = { left, top, right: left + note.width, bottom: top + note.height };
    return !taken.some((other) => overlaps(other, rect));
  };
  return places.find(isFree) ?? place(false, note.width / 2);
}
