/**
 * The numbers of the engine's rules that are no settings, for the sentences of the help. The page cannot import the engine;
 * test/unit/renderer/help/engine-rules.test.ts asks the engine's own functions whether each number is still true.
 */
export const engineRules = {
  /** Missed rounds or polls in a row until a device or its agent counts as silent. (incidents/reachability.ts) */
  missesUntilSilent: 2,
  /** Echo intervals for which an undecided device stays suspect, and a dependent unreachable. (incidents/judge-devices.ts) */
  waitIntervals: 2,
  /** Share of devices, and fewest, that fall silent together when the console is blind. (incidents/monitor-blind.ts) */
  blindPercent: 80,
  blindFewest: 3,
  blindWithinS: 10,
  /** Flap score over the last polls. (incidents/flap-score.ts) */
  flapStartPercent: 30,
  flapStopPercent: 10,
  flapPolls: 21,
  /** For how long a restart is told. (incidents/device-incidents.ts) */
  restartShownMin: 5,
  /** Runs that do not hear a neighbour any more until its link is gone. (topology/merge-evidence.ts) */
  missedRunsUntilGone: 3,
  /** A rate above this many times the port's speed is suspect. (rates/counter-rate.ts) */
  suspectTimesSpeed: 1.2,
} as const;
