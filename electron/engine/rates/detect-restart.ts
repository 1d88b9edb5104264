/**
 * Tells a restart from the wrap that sysUpTime makes after 497.1 days (rule 3).
 *
 * sysUpTime must have grown by the time that passed. If it fell short by more than 10 s, either it wrapped (only possible
 * when it stood near 2^32 and now stands where a wrap would put it) or the agent restarted. snmpEngineBoots and
 * snmpEngineTime (RFC 3411) decide where they can: a higher boots count is a restart, an engine time that simply went on is
 * not. Windows and some agents reset sysUpTime with the agent and not with the box, so the word is "device or agent".
 */
import type { CounterPoll } from '../../../shared/model/reading.ts';

export interface UptimeMark {
  readonly monotonicMs: number;
  readonly uptimeHundredths: number | null;
  readonly engineBoots: number | null;
  readonly engineTimeS: number | null;
}

export type RestartVerdict =
  | { readonly kind: 'running' }
  | { readonly kind: 'wrapped' }
  /** The device does not say, or there is nothing to compare with. */
  | { readonly kind: 'unknown' }
  /** `why` is a sentence; `agoMs` how long before the reading it started. */
  | { readonly kind: 'restarted'; readonly why: string; readonly agoMs: number };

const WRAP = 2 ** 32;
const SLACK_HUNDREDTHS = 1000;
const ENGINE_SLACK_S = 10;
const CLEARLY_SHORT_HUNDREDTHS = 100;

/** The mark of a counter poll; `monotonicMs` is used when it has no rows to take the stamp from. */
export function uptimeMark(poll: CounterPoll, monotonicMs: number): UptimeMark {
  const { uptimeHundredths, engineBoots, engineTimeS } = poll;
  return { monotonicMs: poll.rows[0]?.monotonicMs ?? monotonicMs, uptimeHundredths, engineBoots, engineTimeS };
}

export function detectRestart(previous: UptimeMark | null, current: UptimeMark): RestartVerdict {
  if (previous === null || previous.uptimeHundredths === null || current.uptimeHundredths === null) {
    return { kind: 'unknown' };
  }
  const elapsed = (current.monotonicMs - previous.monotonicMs) / 10;
  const expected = previous.uptimeHundredths + elapsed;
  const shortBy = expected - current.uptimeHundredths;
  if (shortBy <= SLACK_HUNDREDTHS) return nearlyOnTime(previous, current, shortBy);
  if (bootedAgain(previous, current)) return restarted(current.uptimeHundredths, 'snmpEngineBoots rose');
  const wrapPossible = previous.uptimeHundredths > WRAP - (elapsed + SLACK_HUNDREDTHS);
  const whereAWrapLands = Math.abs(expected - WRAP - current.uptimeHundredths) <= SLACK_HUNDREDTHS;
  if ((wrapPossible && whereAWrapLands) || engineWentOn(previous, current)) return { kind: 'wrapped' };
  return restarted(current.uptimeHundredths, `sysUpTime is ${Math.round(shortBy / 100)} s less than it should be`);
}

/** An agent that restarts again within seconds of its start falls short by less than the slack: only boots can tell. */
function nearlyOnTime(previous: UptimeMark, current: UptimeMark, shortBy: number): RestartVerdict {
  return shortBy > CLEARLY_SHORT_HUNDREDTHS && bootedAgain(previous, current)
    ? restarted(current.uptimeHundredths ?? 0, 'snmpEngineBoots rose')
    : { kind: 'running' };
}

const restarted = (uptimeHundredths: number, why: string): RestartVerdict => ({
  kind: 'restarted',
  why,
  agoMs: uptimeHundredths * 10,
});

const bootedAgain = (previous: UptimeMark, current: UptimeMark): boolean =>
  previous.engineBoots !== null && current.engineBoots !== null && current.engineBoots > previous.engineBoots;

function engineWentOn(previous: UptimeMark, current: UptimeMark): boolean {
  if (previous.engineBoots === null || previous.engineBoots !== current.engineBoots) return false;
  if (previous.engineTimeS === null || current.engineTimeS === null) return false;
  const elapsedS = (current.monotonicMs - previous.monotonicMs) / 1000;
  return Math.abs(current.engineTimeS - previous.engineTimeS - elapsedS) <= ENGINE_SLACK_S;
}
