import { expect, test } from 'vitest';
import { boundsBeside, isVisible, visibleBounds } from '../../../../electron/main/window-state.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 2560, height: 1440 },
];

test.each([
  [{ x: 10, y: 10, width: 1440, height: 900 }, true],
  [{ x: 3000, y: 100, width: 1440, height: 900 }, true],
  [{ x: -1300, y: 10, width: 1440, height: 900 }, true],
  [{ x: -1400, y: 10, width: 1440, height: 900 }, false],
  [{ x: 5000, y: 10, width: 1440, height: 900 }, false],
  [{ x: 10, y: -50, width: 1440, height: 900 }, false],
  [{ x: 10, y: 1050, width: 1440, height: 900 }, false],
])('a window at %j can be seen: %s', (bounds, expected) => {
  expect(isVisible(bounds, screens)).toBe(expected);
});

test('a window whose screen is gone comes back in the middle of the first one, no larger than it', () => {
  const [first] = screens;
  expect(visibleBounds({ x: 3000, y: 100, width: 1440, height: 900 }, screens)).toEqual({
    x: 3000,
    y: 100,
    width: 1440,
    height: 900,
  });
  const small = [{ x: 0, y: 25, width: 1280, height: 775 }];
  expect(visibleBounds({ x: 3000, y: 100, width: 1440, height: 900 }, small)).toEqual({
    x: 0,
    y: 25,
    width: 1280,
    height: 775,
  });
  expect(visibleBounds({ x: 9000, y: 9000, width: 920, height: 680 }, [first ?? fail()])).toEqual({
    x: 500,
    y: 200,
    width: 920,
    height: 680,
  });
});

test('a second window stands a little off the first, and back in the corner where it would leave the screen', () => {
  expect(boundsBeside({ x: 100, y: 50, width: 1000, height: 700 }, screens)).toMatchObject({ x: 132, y: 82 });
  expect(boundsBeside({ x: 900, y: 300, width: 1000, height: 700 }, screens)).toMatchObject({ x: 0, y: 0 });
  expect(boundsBeside({ x: 3460, y: 720, width: 1000, height: 700 }, screens)).toMatchObject({ x: 1920, y: 0 });
});

function fail(): never {
  throw new Error('there is a first screen');
}
