/** The moment that the whole window shows, and the stretch of time that the time bar and every graph show. */
import { create } from 'zustand';

export const playbackSpeeds = [1, 10, 60, 600] as const;
export type PlaybackSpeed = (typeof playbackSpeeds)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Spans that the time bar offers. */
export const timeSpans = [
  { label: '15 min', spanMs: 15 * MINUTE },
  { label: '1 h', spanMs: HOUR },
  { label: '6 h', spanMs: 6 * HOUR },
  { label: '24 h', spanMs: DAY },
  { label: '7 d', spanMs: 7 * DAY },
  { label: '30 d', spanMs: 30 * DAY },
  { label: '90 d', spanMs: 90 * DAY },
  { label: '1 y', spanMs: 365 * DAY },
] as const;

export interface PlayheadState {
  /** The moment shown; null is now. */
  readonly atMs: number | null;
  readonly playing: boolean;
  readonly speed: PlaybackSpeed;
  /** Width of the visible stretch. */
  readonly spanMs: number;
  /** Right edge of the visible stretch; null follows now. */
  readonly endMs: number | null;
  readonly goToNow: () => void;
  /** Shows a moment; the stretch moves with it where it would lie outside. Now and later lead back to now. */
  readonly goToMoment: (atMs: number) => void;
  /** Some steps of the stretch shown back (negative) or on. */
  readonly step: (steps: number) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: PlaybackSpeed) => void;
  readonly showSpan: (spanMs: number, endMs?: number | null) => void;
}

/** A stretch has some 60 steps of a round length, ten seconds at least. */
const roundSteps = [10_000, 30_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, 2 * DAY, 7 * DAY];
const STEPS_A_STRETCH = 72;

export function stepMs(spanMs: number): number {
  return roundSteps.find((ms) => ms >= spanMs / STEPS_A_STRETCH) ?? 7 * DAY;
}

type Stretch = Pick<PlayheadState, 'spanMs' | 'endMs'>;

/** Where a moment that has left the stretch comes to stand, counted from its beginning. */
const PLACE_IN_STRETCH = 0.4;

/** The end of the stretch in which `atMs` is to be seen: the same, unless it lies outside. */
export function endThatShows({ spanMs, endMs }: Stretch, atMs: number, nowMs: number): number | null {
  const toMs = endMs ?? nowMs;
  if (atMs >= toMs - spanMs && atMs <= toMs) return endMs;
  const next = Math.round(atMs + (1 - PLACE_IN_STRETCH) * spanMs);
  return next >= nowMs ? null : next;
}

export const usePlayhead = create<PlayheadState>((set, get) => ({
  atMs: null,
  playing: false,
  speed: 1,
  spanMs: 6 * HOUR,
  endMs: null,
  goToNow: () => set({ atMs: null, playing: false, endMs: null }),
  goToMoment: (wantedMs) => {
    const nowMs = Date.now();
    const atMs = Math.max(0, Math.round(wantedMs));
    if (atMs >= nowMs) set({ atMs: null, playing: false });
    else set((state) => ({ atMs, endMs: endThatShows(state, atMs, nowMs) }));
  },
  step: (steps) => {
    const { atMs, spanMs, goToMoment } = get();
    if (atMs === null && steps > 0) return;
    goToMoment((atMs ?? Date.now()) + steps * stepMs(spanMs));
  },
  // From now there is nothing to play: it begins with the stretch shown.
  setPlaying: (playing) => {
    const { atMs, endMs, spanMs, goToMoment } = get();
    if (playing && atMs === null) goToMoment((endMs ?? Date.now()) - spanMs);
    set({ playing });
  },
  setSpeed: (speed) => set({ speed }),
  showSpan: (spanMs, endMs) => set((state) => ({ spanMs, endMs: endMs === undefined ? state.endMs : endMs })),
}));
