/** What the palette can do besides finding things. */
import {
  IconActivity,
  IconClipboardText,
  IconHelp,
  IconBell,
  IconBellOff,
  IconFileText,
  IconFolderOpen,
  IconAppWindow,
  IconDeviceTv,
  IconKeyboard,
  IconMoon,
  IconPlus,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { AN_HOUR_MS, useAlertChoices } from '../alerts/alert-choices.ts';
import { hostShell } from '../engine/shell.ts';
import { saveReport } from '../settings/save-report.ts';
import { useHostAbilities } from '../state/host-abilities.ts';
import { enterWall } from '../state/wall.ts';
import { openInNewWindow } from './open-in-new-window.ts';
import { showOverlay } from '../state/overlay.ts';
import { usePreferences } from '../state/preferences.ts';
import { goTo } from '../state/route.ts';
import { toastFailure } from '../state/use-action.ts';
import { mainViews, settingsView } from './views.ts';

export interface Command {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly keys?: string | undefined;
  /** Offered only where the host can do it. */
  readonly needs?: 'networkFiles' | 'logs' | undefined;
  readonly run: () => void;
}

const silence = (untilMs: number): void => useAlertChoices.getState().silenceUntil(untilMs);

/** What the host is asked to do, and said when it fails. */
function ofHost(label: string, icon: TablerIcon, needs: Command['needs'], work: () => Promise<unknown>): Command {
  const run = (): void => void work().catch((error: unknown) => toastFailure(`“${label}” failed`, error));
  return { label, icon, needs, run };
}

export const commands: readonly Command[] = [
  ...[...mainViews, settingsView].map((view) => ({
    label: `Go to ${view.label}`,
    icon: view.icon,
    keys: `G ${view.key.toUpperCase()}`,
    run: () => goTo(view.route),
  })),
  { label: 'Hand over the shift', icon: IconClipboardText, run: () => goTo({ view: 'handover' }) },
  { label: 'What the states mean', icon: IconHelp, run: () => goTo({ view: 'help', page: 'states' }) },
  { label: 'Health of this console', icon: IconActivity, run: () => goTo({ view: 'console' }) },
  { label: 'Wall mode: map and open incidents, full screen', icon: IconDeviceTv, keys: 'W', run: enterWall },
  { label: 'Open this view in a new window', icon: IconAppWindow, run: () => void openInNewWindow() },
  { label: 'Add devices', icon: IconPlus, run: () => goTo({ view: 'add-devices' }) },
  { label: 'Use the dark theme', icon: IconMoon, run: () => usePreferences.getState().setTheme('dark') },
  { label: 'Use the light theme', icon: IconSun, run: () => usePreferences.getState().setTheme('light') },
  { label: 'Pause sounds for an hour', icon: IconBellOff, run: () => silence(Date.now() + AN_HOUR_MS) },
  { label: 'Sound again', icon: IconBell, run: () => silence(0) },
  ofHost('Open another network file', IconFolderOpen, 'networkFiles', () => hostShell().openNetwork()),
  ofHost('Open the folder of the logs', IconFileText, 'logs', () => hostShell().openLogs()),
  ofHost('Save a report', IconFileText, 'logs', saveReport),
  { label: 'Show all keys', icon: IconKeyboard, keys: '?', run: () => showOverlay('keys') },
];

/** Commands whose words begin with what was typed, in their own order. */
export function matchCommands(text: string): readonly Command[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const abilities = useHostAbilities.getState();
  return commands.filter(({ label, needs }) => {
    if (needs !== undefined && !abilities[needs]) return false;
    const parts = label.toLowerCase().split(' ');
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
