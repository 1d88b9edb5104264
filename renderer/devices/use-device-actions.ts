import type { Device } from '../../shared/contract/devices.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { call } from '../engine/connection.ts';
import { toastFailure, useAction } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';

async function pollNow(device: Device): Promise<void> {
  try {
    const { durationMs, problem } = await call('device.poll', { deviceId: device.id });
    const title =
      problem === null
        ? `${device.name} was polled in ${formatDuration(durationMs)}`
        : `${device.name} was polled in part`;
    showToast({ title, detail: problem ?? undefined, tone: problem === null ? 'done' : 'failed' });
  } catch (error) {
    toastFailure(`${device.name} could not be polled`, error);
  }
}

async function changeMaintenance(device: Device, maintenance: boolean): Promise<void> {
  try {
    await call('device.change', { deviceId: device.id, maintenance });
    showToast({ title: maintenance ? `${device.name} is in maintenance` : `${device.name} is back from maintenance` });
  } catch (error) {
    toastFailure(`${device.name} was not changed`, error);
  }
}

/** What the head of a device page and its inspector panel can do at once. */
export function useDeviceActions(device: Device): {
  readonly poll: () => void;
  readonly polling: boolean;
  readonly setMaintenance: (maintenance: boolean) => void;
} {
  const poll = useAction(() => pollNow(device));
  const maintain = useAction((maintenance: boolean) => changeMaintenance(device, maintenance));
  return { poll: poll.run, polling: poll.busy, setMaintenance: maintain.run };
}
