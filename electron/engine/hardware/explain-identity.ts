/** Where a field of a device's identity comes from: what the agent said, and the rule that made it. Pure but for what is looked up. */
import type { IdentityField, ValueExplanation } from '../../../shared/contract/hardware.ts';
import type { ToldField } from '../../../shared/model/hardware.ts';
import type { Network } from '../network/network.ts';
import type { DeviceRow, HardwareRow } from '../store/rows.ts';

const TITLES: Readonly<Record<IdentityField, string>> = {
  name: 'Name',
  kind: 'Kind',
  vendor: 'Vendor',
  model: 'Model',
  os: 'System',
  osVersion: 'Version',
  serial: 'Serial number',
};

type Explained = Pick<ValueExplanation, 'rule' | 'told' | 'readAtMs'>;

const NAMES = { object: 'SNMPv2-MIB sysName', oid: '1.3.6.1.2.1.1.5.0' };

const explainName = ({ givenName, sysName, address }: DeviceRow, kept: HardwareRow | undefined): Explained => {
  const told = [{ ...NAMES, raw: sysName, means: sysName === null ? 'the device tells no name' : 'its own name' }];
  const readAtMs = kept?.atMs ?? null;
  if (givenName !== null) return { rule: 'A person gave it this name, which stands above its own', told, readAtMs };
  if (sysName !== null) return { rule: 'As the device calls itself', told, readAtMs };
  return { rule: `Its address, ${address}, for it has no name`, told, readAtMs };
};

const UNTOLD = 'The device does not tell it, or no rule knows where; a profile can say it (docs/devices.md)';

const explainField = (field: ToldField, value: string | null, kept: HardwareRow | undefined): Explained => {
  const told = kept?.hardware.identity?.[field];
  if (told === undefined) {
    const readAtMs = kept?.atMs ?? null;
    const since = 'It was read before its source was kept: the next reading tells it';
    return { rule: value === null ? UNTOLD : since, told: [], readAtMs };
  }
  const { source, oid, raw, how, atMs } = told;
  const words = how === null ? 'As the device says it' : `${how.charAt(0).toUpperCase()}${how.slice(1)}`;
  return { rule: words, told: [{ object: source, oid, raw, means: null }], readAtMs: atMs };
};

const PINNED = 'A person chose this kind. What the device says of itself is left alone';

export const explainIdentity = (network: Network, deviceId: number, field: IdentityField): ValueExplanation | null => {
  const row = network.devices.get(deviceId);
  if (row === undefined) return null;
  const kept = network.hardware.get(deviceId);
  if (field === 'name')
    return { title: TITLES.name, value: network.nameOf(deviceId), judged: null, ...explainName(row, kept) };
  const value = field === 'kind' && row.kind === 'unknown' ? null : row[field];
  const explained = explainField(field, value, kept);
  const rule = field === 'kind' && row.kindPinned ? PINNED : explained.rule;
  return { title: TITLES[field], value, judged: null, ...explained, rule };
};
