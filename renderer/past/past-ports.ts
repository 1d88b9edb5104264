/** Ports of a device at a moment, asked for when a view shows them. The last answer stands until the next one has come. */
import { call } from '../engine/connection.ts';
import type { PortsThen } from './stand-in.ts';

interface Known {
  askedMs: number;
  ports: PortsThen | null;
}

const known = new Map<number, Known>();
/** A view shows one device; a few more stay for going back and forth. */
const MOST_DEVICES = 8;

/** Null while nothing is known; `onRead` is called when something is. */
export function portsAt(deviceId: number, atMs: number, onRead: () => void): PortsThen | null {
  const device = known.get(deviceId) ?? { askedMs: -1, ports: null };
  known.delete(deviceId);
  known.set(deviceId, device);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_DEVICES) break;
    known.delete(oldest);
  }
  if (device.askedMs !== atMs) {
    device.askedMs = atMs;
    void call('moment.read-ports', { deviceId, atMs }).then(
      (ports) => {
        if (known.get(deviceId) !== device || device.askedMs !== atMs) return;
        device.ports = ports;
        onRead();
      },
      () => {
        // The banner says what is wrong with the moment; these ports stay of unknown state.
        if (device.askedMs === atMs) device.ports = null;
      },
    );
  }
  return device.ports;
}

export function forgetPorts(): void {
  known.clear();
}
