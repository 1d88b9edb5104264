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
  IconPlayerSkipForward,
  IconPlus,
  IconRoute,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { AN_HOUR_MS, useAlertChoices } from '../alerts/alert-choices.ts';
import { hostShell } from '../engine/shell.ts';
import { showAround } from '../guide/guide-state.ts';
import { saveReport } from '../settings/save-report.ts';
import { useHostAbilities } from '../state/host-abilities.ts';
import { enterWall } from '../state/wall.ts';
import { openInNewWindow } from './open-in-new-window.ts';
import { showOverlay } from '../state/overlay.ts';
import { usePlayhead } from '../state/playhead.ts';
import { usePreferences } from '../state/preferences.ts';
import { goTo } from '../state/route.ts';
import { toastFailure } from '../state/use-action.ts';
import { nowKey, wallKey } from '../state/view-keys.ts';
import { mainViews, settingsView } from './views.ts';

export interface Command {
  /** Stays the same when the label does not: keys that people choose hang on it. */
  readonly id: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** Until a person chooses others; see state/key-notation.ts. */
  readonly keys?: string | undefined;
  /** Offered only where the host can do it. */
  readonly needs?: 'networkFiles' | 'logs' | undefined;
  readonly run: () => void;
}

const silence = (untilMs: number): void => useAlertChoices.getState().silenceUntil(untilMs);

/** What the host is asked to do, and said when it fails. */
function ofHost(
  id: string,
  label: string,
  icon: TablerIcon,
  needs: Command['needs'],
  work: () => Promise<unknown>,
): Command {
  const run = (): void => void work().catch((error: unknown) => toastFailure(`“${label}” failed`, error));
  return { id, label, icon, needs, run };
}

export const commands: readonly Command[] = [
  ...[...mainViews, settingsView].map((view) => ({
    id: `go.${view.label.toLowerCase()}`,
    label: `Go to ${view.label}`,
    icon: view.icon,
    keys: `g ${view.key}`,
    run: () => goTo(view.route),
  })),
  { ...nowKey, label: 'Back to now', icon: IconPlayerSkipForward, run: () => usePlayhead.getState().goToNow() },
  { id: 'handover', label: 'Hand over the shift', icon: IconClipboardText, run: () => goTo({ view: 'handover' }) },
  { id: 'guide', label: 'Show me around', icon: IconRoute, run: showAround },
  {
    id: 'help.states',
    label: 'What the states mean',
    icon: IconHelp,
    run: () => goTo({ view: 'help', page: 'states' }),
  },
  { id: 'console', label: 'Health of this console', icon: IconActivity, run: () => goTo({ view: 'console' }) },
  { ...wallKey, label: 'Wall mode: map and open incidents, full screen', icon: IconDeviceTv, run: enterWall },
  { id: 'new-window', label: 'Open this view in a new window', icon: IconAppWindow, run: () => void openInNewWindow() },
  { id: 'add-devices', label: 'Add devices', icon: IconPlus, run: () => goTo({ view: 'add-devices' }) },
  {
    id: 'theme.dark',
    label: 'Use the dark theme',
    icon: IconMoon,
    run: () => usePreferences.getState().setTheme('dark'),
  },
  {
    id: 'theme.light',
    label: 'Use the light theme',
    icon: IconSun,
    run: () => usePreferences.getState().setTheme('light'),
  },
  {
    id: 'sounds.pause',
    label: 'Pause sounds for an hour',
    icon: IconBellOff,
    run: () => silence(Date.now() + AN_HOUR_MS),
  },
  { id: 'sounds.on', label: 'Sound again', icon: IconBell, run: () => silence(0) },
  ofHost('open-file', 'Open another network file', IconFolderOpen, 'networkFiles', () => hostShell().openNetwork()),
  ofHost('open-logs', 'Open the folder of the logs', IconFileText, 'logs', () => hostShell().openLogs()),
  ofHost('save-report', 'Save a report', IconFileText, 'logs', saveReport),
  {
    id: 'settings.keyboard',
    label: 'Change the keys',
    icon: IconKeyboard,
    run: () => goTo({ view: 'settings', section: 'keyboard' }),
  },
  { id: 'keys', label: 'Show all keys', icon: IconKeyboard, keys: '?', run: () => showOverlay('keys') },
];

/** Whether the host can do it. */
export const isOffered = ({ needs }: Command): boolean => needs === undefined || useHostAbilities.getState()[needs];

/** Commands whose words begin with what was typed, in their own order. */
export function matchCommands(text: string): readonly Command[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands.filter((command) => {
    if (!isOffered(command)) return false;
    const parts = command.label.toLowerCase().split(' ');
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
