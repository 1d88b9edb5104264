/** Where the window was, kept from one start to the next, and put back only where it can be seen. */
import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export const STANDARD_SIZE = { width: 1440, height: 900 };

/** What was kept, or null when it is not readable: then the standard size is good enough. */
export function parseWindowState(text: string): WindowState | null {
  try {
    const parsed = windowState.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const SEEN_PIXELS = 100;

/** A screen may be gone since: at least a corner of the title bar must be on one that is there. */
export function isVisible(bounds: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const seenWidth = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const seenTop = bounds.y >= screen.y && bounds.y <= screen.y + screen.height - SEEN_PIXELS;
    return seenWidth >= SEEN_PIXELS && seenTop;
  });
}
