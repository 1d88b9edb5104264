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
  readonly goToMoment: (atMs: number) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: PlaybackSpeed) => void;
  readonly showSpan: (spanMs: number, endMs?: number | null) => void;
}

export const usePlayhead = create<PlayheadState>((set) => ({
  atMs: null,
  playing: false,
  speed: 1,
  spanMs: 6 * HOUR,
  endMs: null,
  goToNow: () => set({ atMs: null, playing: false, endMs: null }),
  goToMoment: (atMs) => set({ atMs }),
  setPlaying: (playing) => set({ playing }),
  setSpeed: (speed) => set({ speed }),
  showSpan: (spanMs, endMs) => set((state) => ({ spanMs, endMs: endMs === undefined ? state.endMs : endMs })),
}));
