/** The network in one word and one line, for tray icon, badge and window title. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import type { NetworkMood, NetworkStatus } from '../../shared/contract/shell.ts';
import { countsText } from './alert-rules.ts';

function moodOf(open: readonly Incident[]): NetworkMood {
  if (open.some(({ kind }) => kind === 'monitor-blind')) return 'blind';
  if (open.some(({ severity }) => severity === 'critical')) return 'down';
  return open.some(({ severity }) => severity !== 'info') ? 'degraded' : 'ok';
}

/** `incidents` is null while the engine has not told: unknown is not "all well". */
export function networkStatus(incidents: readonly Incident[] | null, soundsPaused: boolean): NetworkStatus {
  if (incidents === null) return { mood: 'blind', openIncidents: 0, text: 'The engine does not answer', soundsPaused };
  const open = incidents.filter(({ closedAtMs }) => closedAtMs === null);
  const text = open.length === 0 ? 'No open incidents' : `${countsText(open)} open`;
  return { mood: moodOf(open), openIncidents: open.length, text, soundsPaused };
}

/** "(3) North ring, Trunkline": the count survives in the narrowest tab. */
export function windowTitle({ openIncidents }: NetworkStatus, networkName: string | undefined): string {
  const name = networkName === undefined ? 'Trunkline' : `${networkName}, Trunkline`;
  return openIncidents === 0 ? name : `(${openIncidents}) ${name}`;
}
