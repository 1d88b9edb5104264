/** What a device says of itself that it said otherwise before: software and hardware that was exchanged. Pure. */
import type { DeviceRow } from '../store/rows.ts';

export interface IdentityChange {
  readonly kind: 'software.changed' | 'hardware.changed';
  readonly text: string;
}

type Word = 'osVersion' | 'serial' | 'model';

/** A device that tells more or less than before has not changed: only a word in place of another word counts. */
const exchanged = (before: DeviceRow, after: DeviceRow, word: Word): boolean =>
  before[word] !== null && after[word] !== null && before[word] !== after[word];

export function identityChanges(before: DeviceRow, after: DeviceRow): readonly IdentityChange[] {
  const told = (kind: IdentityChange['kind'], what: string, word: Word): IdentityChange[] =>
    exchanged(before, after, word) ? [{ kind, text: `${what} changed: ${before[word]} to ${after[word]}` }] : [];
  return [
    ...told('software.changed', 'Software', 'osVersion'),
    ...told('hardware.changed', 'Model', 'model'),
    ...told('hardware.changed', 'Serial number', 'serial'),
  ];
}
