/** How the health of a part is said: a word, and the state whose shape stands for it. Pure. */
import type { Sensor } from '../../shared/contract/hardware.ts';
import { worstHealth, type Health } from '../../shared/model/hardware.ts';
import type { StateName } from '../ui/state-marks.ts';

export const healthNames: Readonly<Record<Health, string>> = {
  ok: 'OK',
  warning: 'Warning',
  critical: 'Critical',
  failed: 'Failed',
  absent: 'Empty bay',
  unknown: 'Unknown',
};

/** Null: no state at all, said by the word alone. An empty bay is no fault, and no limits are no judgement. */
export const healthState: Readonly<Record<Health, StateName | null>> = {
  ok: 'up',
  warning: 'degraded',
  critical: 'down',
  failed: 'down',
  absent: null,
  unknown: 'unknown',
};

/** The device tells neither a state nor limits: nothing is missing, there is just nothing to judge by. */
export const isUnjudged = (sensor: Pick<Sensor, 'health' | 'value' | 'limits'>): boolean =>
  sensor.health === 'unknown' && sensor.value !== null && sensor.limits === null;

const ORDER: readonly Health[] = ['failed', 'critical', 'warning', 'unknown', 'ok', 'absent'];
/** Worst first. */
export const healthRank = (health: Health): number => ORDER.indexOf(health);

/** "Fan 2 speed: below the critical limit of 1500 rpm"; null where there is nothing to say. */
export const reasonOf = (sensor: Sensor | undefined): string | null =>
  sensor === undefined || sensor.because === null ? null : `${sensor.name}: ${sensor.because}`;

/** Of one part: the worst that its sensors say. */
export const healthOfAll = (sensors: readonly Sensor[]): Health => worstHealth(sensors.map(({ health }) => health));
