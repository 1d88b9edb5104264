/** How this person wants to hear of new incidents on this computer. Kept by the browser, never in the network file. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Severity } from '../../shared/contract/common.ts';

type PerSeverity = Readonly<Record<Severity, boolean>>;

export interface AlertChoices {
  readonly notify: PerSeverity;
  readonly sound: PerSeverity;
  /** 0 to 1. */
  readonly volume: number;
  /** No sound before this moment; 0: sounds are on. */
  readonly silentUntilMs: number;
  readonly setNotify: (severity: Severity, wanted: boolean) => void;
  readonly setSound: (severity: Severity, wanted: boolean) => void;
  readonly setVolume: (volume: number) => void;
  readonly silenceUntil: (untilMs: number) => void;
}

const none: PerSeverity = { critical: false, major: false, minor: false, info: false };

/** Nothing makes a noise or pops up before a person has asked for it. */
export const useAlertChoices = create<AlertChoices>()(
  persist(
    (set) => ({
      notify: none,
      sound: none,
      volume: 0.5,
      silentUntilMs: 0,
      setNotify: (severity, wanted) => set(({ notify }) => ({ notify: { ...notify, [severity]: wanted } })),
      setSound: (severity, wanted) => set(({ sound }) => ({ sound: { ...sound, [severity]: wanted } })),
      setVolume: (volume) => set({ volume: Math.min(1, Math.max(0, volume)) }),
      silenceUntil: (silentUntilMs) => set({ silentUntilMs }),
    }),
    { name: 'trunkline.alerts', version: 1 },
  ),
);

/** Until someone says otherwise: beyond any shift, and still a moment that can be kept. */
export const FOR_EVER_MS = 8_640_000_000_000_000;
export const AN_HOUR_MS = 3_600_000;

export function areSoundsPaused(nowMs: number): boolean {
  return useAlertChoices.getState().silentUntilMs > nowMs;
}

// Another window of this person may have changed them.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === 'trunkline.alerts') void useAlertChoices.persist.rehydrate();
  });
}
