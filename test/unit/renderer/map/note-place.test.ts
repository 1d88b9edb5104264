import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../../renderer/map/geometry/plane.ts';
import { placeNotes, type NotePlace } from '../../../../renderer/map/geometry/note-place.ts';

const note = { width: 200, height: 40 };
const area = { width: 1000, height: 600 };
const foot = { x: 500, y: 300 };
const asked = (at = foot, notes = [note]) => ({ foot: at, headY: at.y - 100, notes });
function placed(taken: readonly Rect[], at = foot, notes = [note]): NotePlace {
  const [place] = placeNotes([asked(at, notes)], { area, taken, must: 1 });
  if (!place) throw new Error('it must be shown');
  return place;
}

describe('the sentence of a blast radius', () => {
  it('stands centred under the outline', () => {
    expect(placed([])).toEqual({ left: 400, top: 314, arrow: 100, above: false, size: 0 });
  });

  it('makes way for a card, its arrow still under the outline', () => {
    const { left, arrow, above } = placed([{ left: 300, top: 310, right: 470, bottom: 400 }]);
    expect(above).toBe(false);
    expect(left).toBeGreaterThanOrEqual(470);
    expect(left + arrow).toBe(500);
  });

  it('takes two lines rather than cover something', () => {
    const beside = [
      { left: 0, top: 310, right: 440, bottom: 400 },
      { left: 560, top: 310, right: 1000, bottom: 400 },
    ];
    expect(placed(beside, foot, [note, { width: 100, height: 60 }])).toMatchObject({
      above: false,
      size: 1,
      left: 450,
    });
  });

  it('goes above where there is no room below', () => {
    expect(placed([{ left: 0, top: 310, right: 1000, bottom: 400 }])).toMatchObject({ above: true, top: 146 });
  });

  it('stays in view when the outline is not', () => {
    const { left, top } = placed([], { x: -900, y: 5000 });
    expect([left, top]).toEqual([16, 544]);
  });

  it('is never over another: what has no room is left out, but for the first', () => {
    const everywhere = [{ left: 0, top: 0, right: 1000, bottom: 600 }];
    expect(placeNotes([asked(), asked()], { area, taken: everywhere, must: 1 })).toEqual([
      expect.objectContaining({ left: 400 }),
      null,
    ]);
    expect(placeNotes([asked()], { area, taken: everywhere, must: 0 })).toEqual([null]);
    const [first, second] = placeNotes([asked(), asked()], { area, taken: [], must: 1 });
    expect(first).toMatchObject({ above: false });
    expect(second).toMatchObject({ above: true });
  });
});
