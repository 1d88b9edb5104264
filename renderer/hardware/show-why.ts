/** Selects a value with its explanation open. */
import type { ValueSubject } from '../../shared/contract/hardware.ts';
import { select } from '../state/selection.ts';

export function showWhy(deviceId: number, subject: ValueSubject): void {
  switch (subject.kind) {
    case 'sensor':
      return select({ kind: 'sensor', deviceId, sensorId: subject.sensorId, why: true });
    case 'part':
      return select({ kind: 'part', deviceId, index: subject.index, why: true });
    case 'vlan':
      return select({ kind: 'vlan', deviceId, vlan: subject.vlan, why: true });
    case 'identity':
      return select({ kind: 'identity', deviceId, field: subject.field });
  }
}
