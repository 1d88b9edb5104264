/** What the desktop app keeps for this person between two starts: choices, recent network files, where the windows were. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { windowState } from './window-state.ts';

export const RECENT_FILES = 10;

const desktopState = z.object({
  tray: z.boolean().default(true),
  closeToTray: z.boolean().default(false),
  startAtLogin: z.boolean().default(false),
  /** Newest first; the first one is opened at the next start. */
  recent: z.array(z.string().max(4096)).max(50).default([]),
  windows: z.array(windowState).max(20).default([]),
});
export type DesktopState = Readonly<z.infer<typeof desktopState>>;

export const newDesktop: DesktopState = desktopState.parse({});

/** A part that cannot be read begins anew; the rest is kept. */
export function parseDesktop(text: string): DesktopState {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    // Cut short by a crash, or edited: the standard choices are good enough.
    return newDesktop;
  }
  if (typeof given !== 'object' || given === null) return newDesktop;
  const parts = Object.entries(desktopState.shape).flatMap(([name, part]) => {
    const parsed = part.safeParse(Reflect.get(given, name));
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...newDesktop, ...(Object.fromEntries(parts) as Partial<DesktopState>) };
}

/** The file comes first and once, whatever it was before. */
export function withRecent(recent: readonly string[], file: string): string[] {
  return [file, ...recent.filter((other) => other !== file)].slice(0, RECENT_FILES);
}

/**
 * The file to begin with; null is the demo. The one that was open last, but only while it is there: the engine would make it anew,
 * empty, on a stick that is not plugged in.
 */
export function firstFile(
  asked: { readonly demo: boolean; readonly file: string | null },
  known: { readonly recent: readonly string[]; readonly own: string },
  isThere: (file: string) => boolean,
): string | null {
  if (asked.demo) return null;
  return asked.file ?? known.recent.find(isThere) ?? known.own;
}

export interface DesktopFile {
  readonly state: DesktopState;
  change(change: Partial<DesktopState>): void;
}

/** Small and rarely written: at once, so that nothing is lost whatever ends the app. */
export function openDesktopFile(path: string, onFailure: (reason: string) => void): DesktopFile {
  let state = readState(path);
  return {
    get state() {
      return state;
    },
    change: (change) => {
      state = { ...state, ...change };
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, JSON.stringify(state, null, 2));
        renameSync(`${path}.new`, path);
      } catch (error) {
        onFailure(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

function readState(path: string): DesktopState {
  try {
    return parseDesktop(readFileSync(path, 'utf8'));
  } catch {
    // The first start has no such file.
    return newDesktop;
  }
}
