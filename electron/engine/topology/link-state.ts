/**
 * What a link is doing, told from both its ends. A port's status counts only while its device answers: the last word of a
 * dead device is old news. One answering end that says down is enough; an end that says up is believed if the other
 * cannot be asked.
 */
import type { StateWord } from '../../../shared/contract/common.ts';

export interface LinkEndState {
  /** What to call it: "r1 eth2". */
  readonly label: string;
  readonly device: StateWord;
  /** ifAdminStatus and ifOperStatus by their names; null when the port is unknown or not told. */
  readonly adminStatus: string | null;
  readonly operStatus: string | null;
}

export interface LinkVerdict {
  readonly state: StateWord;
  readonly because: string | null;
}

const BROKEN: ReadonlySet<string> = new Set(['down', 'lowerLayerDown', 'notPresent']);
const ANSWERING: ReadonlySet<StateWord> = new Set(['up', 'degraded', 'suspect', 'maintenance']);

export function linkState(a: LinkEndState, b: LinkEndState): LinkVerdict {
  const ends = [a, b];
  if (ends.some((end) => end.device === 'blind')) return { state: 'blind', because: 'the console itself is cut off' };
  const heard = ends.filter((end) => ANSWERING.has(end.device));
  const broken =
    heard.find((end) => end.adminStatus === 'down') ?? heard.find((end) => BROKEN.has(end.operStatus ?? ''));
  if (broken !== undefined) return { state: 'down', because: whyDown(broken) };
  const testing = heard.find((end) => end.operStatus === 'testing');
  if (testing !== undefined) return { state: 'maintenance', because: `${testing.label} is in test mode` };
  if (heard.some((end) => end.operStatus === 'up' || end.operStatus === 'dormant'))
    return { state: 'up', because: null };
  return nobodyTells(ends);
}

const whyDown = (end: LinkEndState): string =>
  end.adminStatus === 'down' ? `${end.label} is shut down by configuration` : `${end.label} says ${end.operStatus}`;

function nobodyTells(ends: readonly LinkEndState[]): LinkVerdict {
  const silent = ends.filter((end) => end.device === 'down' || end.device === 'unreachable');
  if (silent.length < 2) return { state: 'unknown', because: 'neither end tells' };
  return { state: 'unreachable', because: 'neither end can be asked' };
}
