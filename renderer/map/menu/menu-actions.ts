/** What the entries of the map's menus do beyond the map itself. Each says how it went. */
import { formatDuration } from '../../../shared/units/durations.ts';
import type { Device } from '../../../shared/contract/devices.ts';
import { call } from '../../engine/connection.ts';
import { goTo } from '../../state/route.ts';
import { select } from '../../state/selection.ts';
import { toastFailure } from '../../state/use-action.ts';
import { countText } from '../../ui/count-text.ts';
import { showToast } from '../../ui/Toast.tsx';

/** Named while there are few: "core-1" or "12 devices". */
const wordsFor = (devices: readonly Device[]): string =>
  devices.length === 1 ? (devices[0]?.name ?? '') : countText(devices.length, 'device');

export async function pollNow(devices: readonly Device[]): Promise<void> {
  const words = wordsFor(devices);
  try {
    const startMs = performance.now();
    const results = await Promise.all(devices.map(({ id }) => call('device.poll', { deviceId: id })));
    const problems = results.flatMap(({ problem }) => problem ?? []);
    const title = `${words} polled in ${formatDuration(performance.now() - startMs)}`;
    if (problems.length === 0) showToast({ title });
    else
      showToast({ title: `${title}, ${countText(problems.length, 'problem')}`, detail: problems[0], tone: 'failed' });
  } catch (error) {
    toastFailure(`${words} could not be polled`, error);
  }
}

export async function setMaintenance(devices: readonly Device[], maintenance: boolean): Promise<void> {
  const words = wordsFor(devices);
  try {
    for (const { id } of devices) await call('device.change', { deviceId: id, maintenance });
    showToast({ title: maintenance ? `${words}: maintenance begun` : `${words}: maintenance ended` });
  } catch (error) {
    toastFailure(`${words}: maintenance was not changed`, error);
  }
}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ title: 'Copied', detail: text.length > 80 ? `${text.slice(0, 80)} …` : text });
  } catch (error) {
    toastFailure('Not copied', error);
  }
}

export function showIncident(incidentId: number): void {
  goTo({ view: 'incidents' });
  select({ kind: 'incident', incidentId });
}
