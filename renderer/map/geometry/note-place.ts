/** Where the sentences of blast radiuses stand, in pixels of the screen. */
import { overlaps, type Point, type Rect } from './plane.ts';

export interface Size {
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

/** One sentence: where its outline ends below and above, and how large it may be. */
export interface AskedNote {
  readonly foot: Point;
  readonly headY: number;
  /** The sizes that it may have, the best first. */
  readonly notes: readonly Size[];
}

const rectOf = ({ left, top, size }: NotePlace, notes: readonly Size[]): Rect => {
  const { width, height } = notes[size] ?? { width: 0, height: 0 };
  return { left, top, right: left + width, bottom: top + height };
};

/**
 * Centred under the outline's foot; shifted aside, as far as the arrow still reaches, where something is in the way; narrower;
 * above the outline where there is no room below. Null where there is no room at all.
 */
function freePlace({ foot, headY, notes }: AskedNote, area: Size, taken: readonly Rect[]): NotePlace | null {
  const places = [false, true].flatMap((above) =>
    notes.flatMap((_, size) => SHARES.map((share) => placeAt({ foot, headY, notes }, area, { size, above, share }))),
  );
  return places.find((one) => !taken.some((other) => overlaps(other, rectOf(one, notes)))) ?? null;
}

interface Wish {
  readonly size: number;
  readonly above: boolean;
  readonly share: number;
}

function placeAt({ foot, headY, notes }: AskedNote, area: Size, { size, above, share }: Wish): NotePlace {
  const note = notes[size] ?? { width: 0, height: 0 };
  const aim = clamp(note.width * share, ARROW_EDGE, note.width - ARROW_EDGE);
  const wanted = above ? headY - GAP - note.height : foot.y + GAP;
  const left = clamp(foot.x - aim, EDGE, area.width - note.width - EDGE);
  const top = clamp(wanted, EDGE, area.height - note.height - EDGE);
  return { left, top, above, size, arrow: clamp(foot.x - left, ARROW_EDGE, note.width - ARROW_EDGE) };
}

/**
 * In the order given, none over another or over what is taken. One without room is left out: its outline and the counts of its
 * site tell of it. `must`: how many of the first are shown in any case.
 */
export function placeNotes(
  asked: readonly AskedNote[],
  room: { readonly area: Size; readonly taken: readonly Rect[]; readonly must: number },
): readonly (NotePlace | null)[] {
  const taken = [...room.taken];
  return asked.map((one, index) => {
    const free = freePlace(one, room.area, taken);
    const place =
      free ?? (index < room.must ? placeAt(one, room.area, { size: 0, above: false, share: SHARES[0] }) : null);
    if (place !== null) taken.push(rectOf(place, one.notes));
    return place;
  });
}
