/** Where a window was, kept from one start to the next, and put back only where it can be seen. Pure. */
import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
  fullScreen: z.boolean().default(false),
  /** Which view it showed; ids in it belong to the file that was open. */
  hash: z.string().max(500).default(''),
});
export type WindowState = z.infer<typeof windowState>;

export const STANDARD_SIZE = { width: 1440, height: 900 };
const SEEN_PIXELS = 100;
/** A window that is opened beside another one stands so far off it. */
const STEP_PIXELS = 32;

/** At least a corner of the title bar must be on a screen that is there. */
export function isVisible(bounds: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const seenWidth = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const seenTop = bounds.y >= screen.y && bounds.y <= screen.y + screen.height - SEEN_PIXELS;
    return seenWidth >= SEEN_PIXELS && seenTop;
  });
}

/** The bounds as they were, or, when their screen is gone, in the middle of the first one and no larger than it. */
export function visibleBounds(bounds: Bounds, screens: readonly Bounds[]): Bounds {
  const [first] = screens;
  if (first === undefined || isVisible(bounds, screens)) return bounds;
  const width = Math.min(bounds.width, first.width);
  const height = Math.min(bounds.height, first.height);
  return {
    x: first.x + Math.round((first.width - width) / 2),
    y: first.y + Math.round((first.height - height) / 2),
    width,
    height,
  };
}

/** A little off the window it is opened from, back to the corner of the screen where it would leave it. */
export function boundsBeside(from: Bounds, screens: readonly Bounds[]): Bounds {
  const moved = { ...from, x: from.x + STEP_PIXELS, y: from.y + STEP_PIXELS };
  const screen = screens.find((one) => isVisible(from, [one])) ?? screens[0];
  if (screen === undefined) return moved;
  const inside = moved.x + moved.width <= screen.x + screen.width && moved.y + moved.height <= screen.y + screen.height;
  return inside ? moved : { ...from, x: screen.x, y: screen.y };
}
