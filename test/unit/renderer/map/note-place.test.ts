import { describe, expect, it } from 'vitest';
import { notePlace } from '../../../../renderer/map/geometry/note-place.ts';

const note = { width: 200, height: 40 };
const area = { width: 1000, height: 600 };
const foot = { x: 500, y: 300 };
const placed = (taken: Parameters<typeof notePlace>[2]['taken'], at = foot, notes = [note]) =>
  notePlace(at, at.y - 100, { notes, area, taken });

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
});
