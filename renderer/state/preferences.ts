/** What a person chose for this computer: theme, density, panel sizes, the name under their notes. Kept by the browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeChoice = 'system' | 'dark' | 'light';
export type Density = 'normal' | 'dense';
/** What the rows of the time bar stand for. */
export type LanesBy = 'site' | 'kind' | 'severity';
/** The mildest severity that the time bar shows. */
export type LeastSeverity = 'info' | 'minor' | 'major' | 'critical';

export const INSPECTOR_MIN = 320;
export const INSPECTOR_MAX = 640;

export interface Preferences {
  readonly theme: ThemeChoice;
  readonly density: Density;
  /** Pixels; null is the standard width of the view. */
  readonly inspectorWidth: number | null;
  /** Signs notes and acknowledgements; null until first asked for. */
  readonly operatorName: string | null;
  /** The view of the whole network that was left last. */
  readonly home: 'map' | 'overview';
  /** Offers a terminal's output to screen readers, which costs every terminal some speed. */
  readonly terminalReadAloud: boolean;
  readonly lanesBy: LanesBy;
  readonly leastSeverity: LeastSeverity;
  readonly setLanesBy: (lanesBy: LanesBy) => void;
  readonly setLeastSeverity: (leastSeverity: LeastSeverity) => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly setDensity: (density: Density) => void;
  readonly setInspectorWidth: (width: number | null) => void;
  readonly setOperatorName: (name: string | null) => void;
  readonly setHome: (home: 'map' | 'overview') => void;
  readonly setTerminalReadAloud: (on: boolean) => void;
}

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      density: 'normal',
      inspectorWidth: null,
      operatorName: null,
      home: 'map',
      terminalReadAloud: false,
      lanesBy: 'site',
      leastSeverity: 'info',
      setLanesBy: (lanesBy) => set({ lanesBy }),
      setLeastSeverity: (leastSeverity) => set({ leastSeverity }),
      setTheme: (theme) => set({ theme }),
      setDensity: (density) => set({ density }),
      setInspectorWidth: (width) =>
        set({
          inspectorWidth: width === null ? null : Math.min(INSPECTOR_MAX, Math.max(INSPECTOR_MIN, Math.round(width))),
        }),
      setOperatorName: (operatorName) => set({ operatorName }),
      setHome: (home) => set({ home }),
      setTerminalReadAloud: (terminalReadAloud) => set({ terminalReadAloud }),
    }),
    { name: 'trunkline.preferences', version: 1 },
  ),
);
