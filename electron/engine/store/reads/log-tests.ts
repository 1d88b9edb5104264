/** What must hold of an entry of the log, as tests that are cheap to ask of many. Pure. */
import type { LogFilter } from '../../../../shared/contract/log.ts';

export interface LogTests {
  readonly kind: (kind: string) => boolean;
  readonly ofDevices: (deviceIds: readonly number[]) => boolean;
  readonly words: (text: string, kind: string, deviceIds: readonly number[]) => boolean;
}

export function logTests({ kinds, notKinds, deviceIds, notDeviceIds, words = [] }: LogFilter): LogTests {
  const [wanted, refused] = [setOf(kinds), new Set(notKinds)];
  const [among, notAmong] = [setOf(deviceIds), new Set(notDeviceIds)];
  const tests = words.map(wordTest);
  return {
    kind: (kind) => (wanted?.has(kind) ?? true) && !refused.has(kind),
    ofDevices: (ids) => (among === null || ids.some((id) => among.has(id))) && !ids.some((id) => notAmong.has(id)),
    words: (text, kind, ids) => {
      if (tests.length === 0) return true;
      const lower = text.toLowerCase();
      return tests.every((holds) => holds(lower, kind, ids));
    },
  };
}

const setOf = <T>(values: readonly T[] | undefined): ReadonlySet<T> | null =>
  values === undefined ? null : new Set(values);

type Word = NonNullable<LogFilter['words']>[number];

function wordTest({ text, kinds, deviceIds, negated }: Word) {
  const [ofKinds, ofDevices, word] = [new Set(kinds), new Set(deviceIds), text.toLowerCase()];
  return (lower: string, kind: string, ids: readonly number[]): boolean =>
    (lower.includes(word) || ofKinds.has(kind) || ids.some((id) => ofDevices.has(id))) !== negated;
}
