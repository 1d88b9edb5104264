/** A device of which nothing is known yet but where it is. */
import { randomUUID } from 'node:crypto';
import type { DeviceRow } from '../store/rows.ts';

export const STANDARD_SSH_PORT = 22;

export function newDeviceRow(
  id: number,
  address: string,
  snmpPort: number,
  atMs: number,
  sshPort: number = STANDARD_SSH_PORT,
): DeviceRow {
  return {
    id,
    uid: randomUUID(),
    address,
    snmpPort,
    sshPort,
    givenName: null,
    site: null,
    kind: 'unknown',
    kindPinned: false,
    managed: true,
    maintenance: false,
    maintenanceUntilMs: null,
    vendor: null,
    model: null,
    os: null,
    osVersion: null,
    serial: null,
    sysName: null,
    sysDescr: null,
    sysObjectId: null,
    location: null,
    contact: null,
    chassisId: null,
    bootedAtMs: null,
    lastAnswerAtMs: null,
    addedAtMs: atMs,
    chosenCredentialIds: null,
    tuning: null,
    lldpPorts: null,
  };
}
