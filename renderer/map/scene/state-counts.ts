/** How many are in which state, in the words a group tells it with. */
import { stateNames, statesByUrgency, type StateName } from '../../ui/state-marks.ts';
import type { StateCount } from './scene-types.ts';

/** Up first, then the worst first, as a group's title shows them. */
export function countStates(states: Iterable<StateName>): readonly StateCount[] {
  const counts = new Map<StateName, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  const order: readonly StateName[] = ['up', ...statesByUrgency.filter((state) => state !== 'up')];
  return order.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
}

/** Up for nothing at all. */
export function worstOf(counts: readonly StateCount[]): StateName {
  return statesByUrgency.find((state) => counts.some((count) => count.state === state)) ?? 'up';
}

/** What most are; of equals the worse. */
export function commonestOf(counts: readonly StateCount[]): StateName {
  const most = Math.max(...counts.map(({ count }) => count));
  return worstOf(counts.filter(({ count }) => count === most));
}

/** "all up", "11 unreachable", "7 up, 1 unknown" */
export function countsInWords(counts: readonly StateCount[]): string {
  const word = (state: StateName): string => stateNames[state].toLowerCase();
  const only = counts[0];
  if (only?.state === 'up' && counts.length === 1) return 'all up';
  return counts.map(({ state, count }) => `${count} ${word(state)}`).join(', ');
}
