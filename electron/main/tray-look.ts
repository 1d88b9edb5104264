/** What the icon beside the clock shows and offers. Pure. */
import type { MenuItemConstructorOptions } from 'electron';
import type { NetworkMood, NetworkStatus } from '../../shared/contract/shell.ts';

/** Before the page has told, and while no engine runs: nobody watches. */
export const NOT_WATCHING: NetworkStatus = {
  mood: 'blind',
  openIncidents: 0,
  text: 'The engine is not running',
  soundsPaused: false,
};

/** macOS colours a template by itself; Windows picks the size it needs out of an .ico. */
export function trayIconName(mood: NetworkMood, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return `${mood}Template.png`;
  return platform === 'win32' ? `${mood}.ico` : `${mood}.png`;
}

const words: Readonly<Record<NetworkMood, string>> = {
  ok: 'all well',
  degraded: 'degraded',
  down: 'down',
  blind: 'not watching',
};

/** Windows cuts a tooltip at 127 characters: shorter, so that we say where. */
const LONGEST_TOOLTIP = 120;

export function trayTooltip({ mood, text }: NetworkStatus): string {
  const whole = `Trunkline: ${words[mood]}. ${text}`;
  return whole.length <= LONGEST_TOOLTIP ? whole : `${whole.slice(0, LONGEST_TOOLTIP - 1)}…`;
}

export interface TrayDeeds {
  open(): void;
  openIncidents(): void;
  pauseSounds(paused: boolean): void;
  quit(): void;
}

export function trayMenu(status: NetworkStatus, deeds: TrayDeeds): MenuItemConstructorOptions[] {
  const { text, openIncidents, soundsPaused } = status;
  return [
    { label: text.replaceAll('&', '&&'), enabled: false },
    { type: 'separator' },
    { label: 'Open Trunkline', click: () => deeds.open() },
    {
      label: openIncidents === 0 ? 'Incidents' : `Incidents (${openIncidents} open)`,
      click: () => deeds.openIncidents(),
    },
    {
      label: 'Pause sounds',
      type: 'checkbox',
      checked: soundsPaused,
      click: () => deeds.pauseSounds(!soundsPaused),
    },
    { type: 'separator' },
    { label: 'Quit Trunkline', click: () => deeds.quit() },
  ];
}
