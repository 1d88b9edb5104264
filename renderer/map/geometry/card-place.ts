/** Where a card stands beside the pointer: right below it, or on the other side where the map ends. */
import type { Point } from './plane.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const AWAY = { x: 16, y: 18 } as const;
const EDGE = 8;

export function cardPlace(pointer: Point, card: Size, area: Size): { readonly left: number; readonly top: number } {
  const right = pointer.x + AWAY.x;
  const below = pointer.y + AWAY.y;
  const left = right + card.width + EDGE <= area.width ? right : pointer.x - AWAY.x - card.width;
  const top = below + card.height + EDGE <= area.height ? below : pointer.y - AWAY.y - card.height;
  return { left: Math.round(Math.max(EDGE, left)), top: Math.round(Math.max(EDGE, top)) };
}
