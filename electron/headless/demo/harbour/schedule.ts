/**
 * What happens in the network, as data. `past` tells the day before the demo started (times count from the start and are
 * negative); `loop` begins with the start and repeats for ever, so a newcomer sees faults come and go.
 */

interface During {
  readonly device: string;
  /** Milliseconds from the start of the demo (past) or of the turn (loop). */
  readonly fromMs: number;
  readonly toMs: number;
}

interface AtPort extends During {
  readonly port: string;
}

export type DemoEvent =
  /** Without power; starts anew at the end: sysUpTime and counters begin at zero. */
  | (During & { readonly kind: 'device-off' })
  | (AtPort & { readonly kind: 'link-cut' })
  /** Down for `downMs` at the beginning of each period. */
  | (AtPort & { readonly kind: 'link-flapping'; readonly periodMs: number; readonly downMs: number })
  | (AtPort & { readonly kind: 'input-errors'; readonly perMinute: number })
  /** Counters begin anew without a restart; ifCounterDiscontinuityTime says so. */
  | (AtPort & { readonly kind: 'counters-cleared' })
  | (During & { readonly kind: 'fan-failed'; readonly fan: number })
  | (During & { readonly kind: 'processor-busy'; readonly percent: number })
  /** Answers echo and not SNMP. */
  | (During & { readonly kind: 'snmp-silent' })
  /** Someone changed the running configuration at `fromMs` and saved it at `toMs`. */
  | (During & { readonly kind: 'config-changed' })
  /** Taken out of service for good at `fromMs`. */
  | (During & { readonly kind: 'device-removed' });

export interface DemoSchedule {
  readonly loopMs: number;
  /** How far into its turn the loop is when the demo starts. */
  readonly phaseMs: number;
  readonly loop: readonly DemoEvent[];
  readonly past: readonly DemoEvent[];
  /** Stretches of the past in which the console itself was asleep: nothing was polled. */
  readonly asleep: readonly { readonly fromMs: number; readonly toMs: number }[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const from = (fromMs: number, lastsMs: number): { fromMs: number; toMs: number } => ({
  fromMs,
  toMs: fromMs + lastsMs,
});
/** `hours:minutes` before the start, lasting some minutes. */
const ago = (hours: number, minutes: number, lastsMinutes: number): { fromMs: number; toMs: number } =>
  from(-(hours * HOUR + minutes * MINUTE), lastsMinutes * MINUTE);

const FLAPPING = {
  kind: 'link-flapping',
  device: 'ng-dist-2',
  port: 'Te1/0/7',
  periodMs: 24 * SECOND,
  downMs: 8 * SECOND,
} as const;
const FLAP_ERRORS = { kind: 'input-errors', device: 'ng-dist-2', port: 'Te1/0/7', perMinute: 14 } as const;

const LOOP: readonly DemoEvent[] = [
  // A calm start, so that the first discovery meets every device.
  { ...FLAPPING, ...from(90 * SECOND, 13 * MINUTE) },
  { ...FLAP_ERRORS, ...from(90 * SECOND, 13 * MINUTE) },
  { kind: 'device-off', device: 'rv-dist-1', ...from(3 * MINUTE, 6 * MINUTE) },
  { kind: 'fan-failed', device: 'dp-sw-2', fan: 2, ...from(3.5 * MINUTE, 12.5 * MINUTE) },
  { kind: 'input-errors', device: 'rv-dist-2', port: 'Te1/1/3', perMinute: 90, ...from(6 * MINUTE, 5 * MINUTE) },
  { kind: 'counters-cleared', device: 'rv-acc-16', port: 'Te1/1/1', ...from(7 * MINUTE, 0) },
  { kind: 'processor-busy', device: 'rv-acc-13', percent: 94, ...from(8 * MINUTE, 4 * MINUTE) },
  { kind: 'device-off', device: 'rv-acc-14', ...from(11 * MINUTE, 50 * SECOND) },
  { kind: 'config-changed', device: 'ng-dist-2', ...from(12 * MINUTE, 30 * SECOND) },
  { kind: 'snmp-silent', device: 'rv-acc-17', ...from(13 * MINUTE, 4 * MINUTE) },
];

const PAST: readonly DemoEvent[] = [
  {
    kind: 'link-flapping',
    device: 'rv-acc-08',
    port: 'Gi1/0/14',
    periodMs: 40 * SECOND,
    downMs: 15 * SECOND,
    ...ago(17, 25, 12),
  },
  { kind: 'device-off', device: 'rv-core-2', ...ago(11, 5, 6) },
  { kind: 'processor-busy', device: 'rv-acc-03', percent: 94, ...ago(5, 24, 17) },
  { kind: 'link-cut', device: 'ng-core-2', port: 'ge-0/1/7', ...ago(5, 3, 15) },
  { kind: 'config-changed', device: 'ng-dist-2', ...ago(4, 31, 1) },
  { kind: 'input-errors', device: 'rv-dist-2', port: 'Te1/1/3', perMinute: 120, ...ago(3, 43, 9) },
  { kind: 'link-cut', device: 'ng-fw-1', port: 'x2', ...ago(2, 13, 19) },
  { kind: 'device-removed', device: 'rv-dist-3', fromMs: -(96 * MINUTE + 22 * SECOND), toMs: Infinity },
  { ...FLAPPING, ...ago(1, 43, 8) },
  { ...FLAPPING, ...ago(1, 29, 4) },
  { ...FLAPPING, ...ago(1, 20, 6) },
  { ...FLAPPING, ...ago(0, 29, 29) },
  { ...FLAP_ERRORS, ...ago(0, 29, 29) },
  { kind: 'fan-failed', device: 'dp-sw-2', fan: 2, ...ago(0, 53, 44) },
];

/** Harbour Group's own story: a turn of 20 minutes, the outage of rv-dist-1 from minute 3 to minute 9. */
export const HARBOUR_SCHEDULE: DemoSchedule = {
  loopMs: 20 * MINUTE,
  phaseMs: 0,
  loop: LOOP,
  past: PAST,
  asleep: [ago(3, 10, 14)],
};

const DAY = 24 * HOUR;
/** After the start, so that the first discovery still meets every device. */
const STANDS_STILL_AFTER_MS = MINUTE;

/**
 * Harbour Group's story from a later moment on. What goes on at that moment, or begins in the minute after, stays so for a day:
 * who chooses a moment (a test, or whoever shows the demo to others) wants to find it there however slow the machine is.
 */
export function harbourScheduleFrom(phaseMs: number): DemoSchedule {
  if (phaseMs === 0) return HARBOUR_SCHEDULE;
  const staying = LOOP.filter(({ fromMs, toMs }) => fromMs <= phaseMs + STANDS_STILL_AFTER_MS && toMs > phaseMs);
  const loop = staying.map((event) => ({ ...event, toMs: DAY }));
  return { ...HARBOUR_SCHEDULE, loopMs: DAY, phaseMs, loop };
}

/** Nothing happens: for tests that want a quiet network. */
export const QUIET_SCHEDULE: DemoSchedule = { loopMs: HOUR, phaseMs: 0, loop: [], past: [], asleep: [] };
