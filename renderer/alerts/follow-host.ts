/** Goes where the host leads: a notification that was clicked, a link of another program, the menu, a file that was dropped. */
import type { PageLink, ShellEvent } from '../../shared/contract/shell.ts';
import { call } from '../engine/connection.ts';
import { hostShell } from '../engine/shell.ts';
import { askHostAbilities } from '../state/host-abilities.ts';
import { showOverlay } from '../state/overlay.ts';
import { usePlayhead } from '../state/playhead.ts';
import { goTo, routeHash } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { toastFailure } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';
import { mainViews, settingsView } from '../shell/views.ts';
import { FOR_EVER_MS, useAlertChoices } from './alert-choices.ts';

/** The name is looked for as a person would type it; only the very name leads there. */
async function goToDevice(name: string): Promise<void> {
  const hits = await call('search.find', { text: name, limit: 20 });
  const hit = hits.find((one) => one.kind === 'device' && one.title.toLowerCase() === name.toLowerCase());
  if (hit !== undefined) return goTo({ view: 'device', deviceId: hit.id, tab: 'overview' });
  showToast({ title: `There is no device called “${name}” in this network`, tone: 'failed' });
}

async function goToIncident(incidentId: number): Promise<void> {
  usePlayhead.getState().goToNow();
  goTo({ view: 'incidents' });
  // Known before it is selected: a link may be old, or of another network.
  await call('incident.read', { incidentId });
  select({ kind: 'incident', incidentId });
}

export async function followLink(link: PageLink): Promise<void> {
  try {
    if (link.kind === 'incident') await goToIncident(link.incidentId);
    else if (link.kind === 'device') await goToDevice(link.name);
    else location.hash = link.kind === 'page' ? link.hash : routeHash({ view: 'incidents' });
  } catch (error) {
    toastFailure('This link leads nowhere', error);
  }
}

function hear(event: ShellEvent): void {
  if (event.kind === 'link') void followLink(event.link);
  else if (event.kind === 'sounds') useAlertChoices.getState().silenceUntil(event.paused ? FOR_EVER_MS : 0);
  else if (event.kind === 'show' && event.what === 'states') goTo({ view: 'help', page: 'states' });
  else if (event.kind === 'show') showOverlay(event.what === 'keys' ? 'keys' : 'palette');
}

function isFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

async function takeDrop(event: DragEvent): Promise<void> {
  const file = event.dataTransfer?.files[0];
  if (file === undefined) return;
  try {
    await hostShell().openDropped(file);
  } catch (error) {
    toastFailure(`${file.name} was not opened`, error);
  }
}

/** A file let go anywhere on the window; without this the browser would leave the page for it. */
function takeDroppedFiles(): void {
  window.addEventListener('dragover', (event) => {
    if (isFile(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    void takeDrop(event);
  });
}

/** Once, when the page begins. */
export function followHost(): void {
  const shell = hostShell();
  shell.hear(hear);
  takeDroppedFiles();
  askHostAbilities().catch(() => undefined);
  const views = [...mainViews, settingsView].map(({ label, route }) => ({ label, hash: routeHash(route) }));
  shell.describeViews(views).catch(() => undefined);
}
