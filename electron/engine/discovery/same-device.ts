/**
 * Is this reading one of a device we know? A router answers on each of its addresses, and must still be one device.
 *
 * In order: the address it is polled at; its LLDP chassis id; serial number and name together (serials alone are not unique:
 * virtual machines and white boxes share "None" or "123456789"); its name and one of its addresses together.
 * A chassis id or a serial that two devices own speaks for neither.
 */
import type { AddressRow, DeviceRow } from '../store/rows.ts';

export interface Claim {
  readonly address: string;
  readonly sysName: string | null;
  readonly serial: string | null;
  readonly chassisId: string | null;
  readonly addresses: readonly string[];
}

export interface KnownDevice {
  readonly row: DeviceRow;
  readonly addresses: readonly AddressRow[];
}

export function findSameDevice(claim: Claim, known: readonly KnownDevice[]): DeviceRow | null {
  const rules: ((device: KnownDevice) => boolean)[] = [
    (device) => device.row.managed && device.row.address === claim.address,
    (device) => claim.chassisId !== null && device.row.chassisId === claim.chassisId && nameFits(claim, device.row),
    (device) => claim.serial !== null && device.row.serial === claim.serial && sameName(claim, device.row),
    (device) => sameName(claim, device.row) && sharesAddress(claim, device),
    (device) => !device.row.managed && device.row.address === claim.address,
  ];
  for (const rule of rules) {
    const hits = known.filter(rule);
    if (hits.length === 1) return hits[0]?.row ?? null;
  }
  return null;
}

const sameName = (claim: Claim, row: DeviceRow): boolean =>
  claim.sysName !== null && claim.sysName.toLowerCase() === row.sysName?.toLowerCase();

/** A name that either side does not tell contradicts nothing. */
const nameFits = (claim: Claim, row: DeviceRow): boolean =>
  claim.sysName === null || row.sysName === null || sameName(claim, row);

const sharesAddress = (claim: Claim, device: KnownDevice): boolean =>
  claim.addresses.some(
    (address) => address === device.row.address || device.addresses.some((row) => row.address === address),
  );
