/** How far the guide is. Kept by the browser: whoever did it or put it away is not asked again. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { guideSteps } from './guide-steps.ts';

/** `new`: nobody has seen it yet. */
export type GuideStatus = 'new' | 'running' | 'done' | 'dismissed';

export interface Guide {
  readonly status: GuideStatus;
  /** Place in `guideSteps`. */
  readonly step: number;
  /** What the step asks for was done; it now says what is to be seen. */
  readonly reached: boolean;
  readonly startedAtMs: number;
  /** Counts the times that a person asked for it: the card then takes the focus. */
  readonly asked: number;
  readonly start: (nowMs: number, byPerson: boolean) => void;
  readonly reach: () => void;
  /** To the next step, whether this one was done or is skipped; after the last one it is over. */
  readonly next: () => void;
  readonly leave: () => void;
}

const NAME = 'trunkline.guide';

export const useGuide = create<Guide>()(
  persist(
    (set) => ({
      status: 'new',
      step: 0,
      reached: false,
      startedAtMs: 0,
      asked: 0,
      start: (startedAtMs, byPerson) =>
        set(({ asked }) => ({
          status: 'running',
          step: 0,
          reached: false,
          startedAtMs,
          asked: byPerson ? asked + 1 : asked,
        })),
      reach: () => set({ reached: true }),
      next: () =>
        set(({ step }) =>
          step + 1 < guideSteps.length ? { step: step + 1, reached: false } : { status: 'done', reached: false },
        ),
      leave: () => set({ status: 'dismissed' }),
    }),
    {
      name: NAME,
      version: 1,
      partialize: ({ status, step, reached, startedAtMs }) => ({ status, step, reached, startedAtMs }),
    },
  ),
);

// It goes on in one window as in another.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === NAME) void useGuide.persist.rehydrate();
  });
}

/** Any time, by a command. */
export const showAround = (): void => useGuide.getState().start(Date.now(), true);
