import { barsByTime, type Bar } from './lane-bars.ts';

export type BarKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
export const barKeys: readonly BarKey[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The nearest in time of the next lane that has any, in a direction. */
function inOtherLane(bars: readonly Bar[], current: Bar, direction: 1 | -1): Bar | undefined {
  const there = bars.filter((bar) => Math.sign(bar.lane - current.lane) === direction);
  const distance = (bar: Bar): number => Math.abs(bar.from - current.from);
  return there.toSorted(
    (a, b) => Math.abs(a.lane - current.lane) - Math.abs(b.lane - current.lane) || distance(a) - distance(b),
  )[0];
}

/** Where a key leads: left and right in time, up and down by lane. Stays at the ends; the newest where none is current. */
export function nextBar(bars: readonly Bar[], currentId: number | null, key: BarKey): Bar | undefined {
  const inTime = barsByTime(bars);
  const index = inTime.findIndex((bar) => bar.incident.id === currentId);
  const current = inTime[index];
  if (current === undefined) return key === 'Home' ? inTime[0] : inTime.at(-1);
  switch (key) {
    case 'ArrowLeft':
      return inTime[Math.max(0, index - 1)];
    case 'ArrowRight':
      return inTime[Math.min(inTime.length - 1, index + 1)];
    case 'ArrowUp':
      return inOtherLane(bars, current, -1) ?? current;
    case 'ArrowDown':
      return inOtherLane(bars, current, 1) ?? current;
    case 'Home':
      return inTime[0];
    case 'End':
      return inTime.at(-1);
  }
}
