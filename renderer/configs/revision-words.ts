/** Where a kept configuration came from, in words. Pure. */
import type { ConfigRevision } from '../../shared/contract/devices.ts';

type Origin = Pick<ConfigRevision, 'why' | 'credential'>;

/** "at its interval, with “ops”"; what nobody wrote down is left out. */
export function originWords({ why, credential }: Origin): string {
  const reason = why === null ? 'origin unknown' : why === 'asked' ? 'asked for' : 'at its interval';
  return credential === null ? reason : `${reason}, with “${credential}”`;
}

type Changed = Pick<ConfigRevision, 'linesAdded' | 'linesRemoved'>;

/** "+3 −1"; the first one of a device has nothing to be compared with. */
export function changeWords({ linesAdded, linesRemoved }: Changed): string | null {
  if (linesAdded === null || linesRemoved === null) return null;
  return linesAdded + linesRemoved === 0 ? 'a secret only' : `+${linesAdded} −${linesRemoved}`;
}
