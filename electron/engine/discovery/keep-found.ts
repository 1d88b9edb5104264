/** Puts what one interrogation found into the network, and says it in the words of the progress list. */
import type { DiscoveryTarget } from '../../../shared/contract/discovery.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { Network } from '../network/network.ts';
import { newDeviceRow } from '../network/new-device-row.ts';
import type { DeviceRow } from '../store/rows.ts';
import { describeReading } from './describe-reading.ts';
import type { Interrogation } from './interrogate.ts';
import { saveReading } from './save-reading.ts';

/** Who judges reachability: what discovery heard counts as asked, or a fresh device would be unknown until its first poll. */
export interface Heard {
  echo(deviceId: number, answered: boolean, atMs: number): void;
  snmp(deviceId: number, word: 'answers', atMs: number): void;
}

export interface Place {
  readonly heard: Heard;
  readonly network: Network;
  readonly credentials: CredentialBook;
  readonly address: string;
  readonly port: number;
  /** Where SSH is asked of a device that is new. */
  readonly sshPort: number | undefined;
  readonly atMs: number;
}

export interface Kept {
  readonly row: DeviceRow;
  /** False when the address is another one of a device that is known already. */
  readonly counts: boolean;
  readonly target: Partial<DiscoveryTarget>;
}

/** A device that told everything of itself. */
export function keepReading(place: Place, told: Interrogation, reading: DeviceReading): Kept {
  const { network, credentials, heard, address, port, sshPort, atMs } = place;
  const found = { address, snmpPort: port, sshPort, reading, tuning: told.tuning, atMs };
  const { row, isNew } = saveReading(network, found);
  if (told.credential !== null) credentials.remember(row.id, told.credential);
  heard.snmp(row.id, 'answers', atMs);
  network.setState('snmp', row.id, 'answers', null, atMs);
  if (told.echo !== null && told.echo.received > 0) {
    heard.echo(row.id, true, atMs);
    network.setState('icmp', row.id, 'answers', null, atMs);
  }
  network.setState('device', row.id, 'up', null, atMs);
  if (isNew) network.addEvent({ kind: 'device.found', deviceId: row.id, text: `Found at ${address}`, atMs });
  const same = row.address !== address;
  const text = same ? `The same device as ${row.address}` : describeReading(reading, told.problem);
  const step = same ? 'same-device' : 'done';
  const problem = told.problem?.code ?? null;
  return { row, counts: !same, target: { step, name: network.nameOf(row.id), deviceId: row.id, text, problem } };
}

/** A device that answers ping only: kept without SNMP, with what mends that where a credential was tried. */
export function keepPingOnly(place: Place, told: Interrogation): Kept {
  const { network, heard, address, port, sshPort, atMs } = place;
  const before = [...network.devices.all()].find((known) => known.address === address);
  const fresh = before ?? newDeviceRow(network.store.nextId('devices'), address, port, atMs, sshPort);
  const row = { ...fresh, managed: true, lastAnswerAtMs: atMs };
  const message = told.problem?.message ?? null;
  network.putDevices([row]);
  heard.echo(row.id, true, atMs);
  network.setState('icmp', row.id, 'answers', null, atMs);
  network.setState('snmp', row.id, message === null ? 'unused' : 'silent', message, atMs);
  network.setRuntime(row.id, { problem: message });
  if (before?.managed !== true) {
    network.addEvent({ kind: 'device.found', deviceId: row.id, text: `Found at ${address}, answers ping`, atMs });
  }
  const step = message === null ? 'done' : 'failed';
  const text = message ?? 'Answers ping; kept without SNMP';
  return { row, counts: true, target: { step, deviceId: row.id, text, problem: told.problem?.code ?? null } };
}

/** Nothing was found: the target's last words. */
export function concludeNothing(address: string, told: Interrogation, aborted: boolean): Partial<DiscoveryTarget> {
  const cancelled = told.problem?.code === 'cancelled' || aborted;
  return {
    step: cancelled ? 'skipped' : 'failed',
    text: told.problem?.message ?? `${address} did not answer.`,
    problem: told.problem?.code ?? 'silent',
  };
}
