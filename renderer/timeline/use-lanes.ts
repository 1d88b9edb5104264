import { useMemo } from 'react';
import { useLiveTopic } from '../engine/use-topic.ts';
import { usePlayhead } from '../state/playhead.ts';
import { usePreferences } from '../state/preferences.ts';
import { useNow } from '../ui/use-now.ts';
import { barSpan } from './bar-range.ts';
import { useBarIncidents } from './bar-incidents.ts';
import { incidentLanes, type Lane } from './incident-lanes.ts';
import type { AxisMark } from './paint-lanes.ts';
import { useMarks } from './use-marks.ts';
import { laneBars, type Bar, type BarScale } from './lane-bars.ts';

export const NAMES_PX = 124;
const RIGHT_PX = 12;
const LEAST_STEP_MS = 1000;
/** The marker of now tells the minute. */
const LONGEST_STEP_MS = 60_000;

export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly bars: readonly Bar[];
  readonly marks: readonly AxisMark[];
  readonly scale: BarScale;
  readonly nowMs: number;
}

/** Rows, bars and scale for a width. Moves on by about a pixel at a time, so that nothing is drawn twice alike. */
export function useLanes(width: number, rows: number): Lanes {
  const { spanMs, endMs } = usePlayhead();
  const plotWidth = Math.max(1, width - NAMES_PX - RIGHT_PX);
  const nowMs = useNow(Math.min(LONGEST_STEP_MS, Math.max(LEAST_STEP_MS, Math.round(spanMs / plotWidth))));
  const { fromMs, toMs } = barSpan(spanMs, endMs, nowMs);
  const range = useMemo(() => ({ fromMs, toMs }), [fromMs, toMs]);
  const { lanesBy } = usePreferences();
  const { shown } = useBarIncidents(range);
  const devices = useLiveTopic('devices', {}).items;
  const sites = [...new Set(devices.map(({ site }) => site).filter((site) => site !== null))].sort().join('\n');
  const events = useMarks(fromMs, toMs);
  return useMemo(() => {
    const scale = { fromMs, toMs, left: NAMES_PX, width: plotWidth };
    const lanes = incidentLanes(shown, sites === '' ? [] : sites.split('\n'), rows, lanesBy);
    const marks = events.map(({ atMs, kind }) => ({
      atMs,
      of: kind === 'config.saved' ? ('configuration' as const) : ('note' as const),
    }));
    return { lanes, bars: laneBars(lanes, scale, nowMs), marks, scale, nowMs };
  }, [shown, events, sites, lanesBy, rows, fromMs, toMs, plotWidth, nowMs]);
}
