import { expect, test } from 'vitest';
import { placeMarks } from '../../../../renderer/graphs/place-marks.ts';

const plot = { from: 0, to: 400 };
const mark = (x: number, weight = 1, textWidth = 50) => ({ x, textWidth, weight });

test('words stand on the right, at the edge on the left', () => {
  expect(placeMarks([mark(100), mark(380)], plot)).toEqual(['right', 'left']);
});

test('words never lie on others: the heavier mark keeps its own', () => {
  expect(placeMarks([mark(100, 1), mark(120, 5)], plot)).toEqual(['left', 'right']);
  expect(placeMarks([mark(20, 1), mark(40, 5)], plot)).toEqual(['none', 'right']);
});

test('of marks on top of each other only the heaviest is drawn', () => {
  expect(placeMarks([mark(100, 1), mark(104, 5)], plot)).toEqual(['hidden', 'right']);
});

test('a name over a gap stands in its middle or not at all', () => {
  expect(placeMarks([{ ...mark(200), centred: true }], plot)).toEqual(['centre']);
  expect(placeMarks([{ ...mark(10), centred: true }], plot)).toEqual(['none']);
});
