/** Where a value comes from: what the agent said, object by object, and the rule that made it. Pure but for what is looked up. */
import type { DevicePart, Sensor, ValueExplanation, ValueSubject } from '../../../shared/contract/hardware.ts';
import type { TableTold } from '../../../shared/model/hardware.ts';
import { unpackIndex } from '../../../shared/units/pack-index.ts';
import type { SnmpTuning } from '../targets.ts';
import type { Network } from '../network/network.ts';
import { explainIdentity } from './explain-identity.ts';
import { numberText } from './number-text.ts';

const profileOf = (network: Network, deviceId: number): string => {
  const tuning = network.devices.get(deviceId)?.tuning ?? null;
  const name = tuning === null ? undefined : (JSON.parse(tuning) as SnmpTuning).profile;
  return name === undefined ? 'the standard tables' : `the profile "${name}"`;
};

const LIMIT_WORDS = [
  ['lowCritical', 'critical at or below'],
  ['lowWarning', 'warning at or below'],
  ['highWarning', 'warning at or above'],
  ['highCritical', 'critical at or above'],
] as const;

const limitWords = ({ limits, unit }: Sensor): string => {
  const told = LIMIT_WORDS.flatMap(([key, words]) => {
    const level = limits?.[key] ?? null;
    return level === null ? [] : [`${words} ${numberText(level, unit)}`];
  });
  return told.length === 0 ? 'The device tells no limits.' : `Its limits: ${told.join(', ')}.`;
};

const judgedWords = (sensor: Sensor): string => {
  const because = sensor.because === null ? '' : `: ${sensor.because}`;
  const inside = sensor.health === 'ok' && sensor.limits !== null && sensor.word === null ? ': inside its limits' : '';
  return `${sensor.health}${because}${inside}. ${limitWords(sensor)}`;
};

const explainSensor = (network: Network, deviceId: number, sensorId: number): ValueExplanation | null => {
  const sensor = network.sensorItems.get(sensorId);
  if (sensor === undefined || sensor.deviceId !== deviceId) return null;
  const told = network.sensorsNow.get(sensorId)?.told ?? null;
  const how = told?.how ?? null;
  return {
    title: sensor.name,
    value:
      sensor.value === null
        ? null
        : sensor.kind === 'state'
          ? (sensor.word ?? String(sensor.value))
          : numberText(sensor.value, sensor.unit),
    rule: `${how === null ? 'As the agent says it' : `${how} = ${numberText(sensor.value, sensor.unit)}`}, by ${profileOf(network, deviceId)}`,
    judged: judgedWords(sensor),
    told:
      told === null
        ? []
        : [{ object: told.source, oid: told.oid, raw: told.raw, means: sensor.kind === 'state' ? sensor.word : null }],
    readAtMs: sensor.atMs,
  };
};

const ENTRY = '1.3.6.1.2.1.47.1.1.1.1';
const COLUMNS = [
  ['entPhysicalDescr', 2, 'description'],
  ['entPhysicalContainedIn', 4, 'parent'],
  ['entPhysicalClass', 5, 'class'],
  ['entPhysicalName', 7, 'name'],
  ['entPhysicalHardwareRev', 8, 'hardware'],
  ['entPhysicalFirmwareRev', 9, 'firmware'],
  ['entPhysicalSoftwareRev', 10, 'software'],
  ['entPhysicalSerialNum', 11, 'serial'],
  ['entPhysicalMfgName', 12, 'manufacturer'],
  ['entPhysicalModelName', 13, 'model'],
  ['entPhysicalIsFRU', 16, 'replaceable'],
] as const satisfies readonly (readonly [string, number, keyof DevicePart])[];

const rawOf = (value: DevicePart[keyof DevicePart]): string | null =>
  value === null ? null : typeof value === 'boolean' ? (value ? 'true' : 'false') : String(value);

const hasRows = (tables: readonly TableTold[], name: string): boolean =>
  tables.some((table) => table.name === name && table.rows > 0);

/** Junos without ENTITY-MIB. */
const isOfContents = (tables: readonly TableTold[]): boolean =>
  !hasRows(tables, 'entPhysicalTable') && hasRows(tables, 'jnxContentsTable');

const CONTENTS = '1.3.6.1.4.1.2636.3.1.8.1';
const CONTENT_COLUMNS = [
  ['jnxContentsDescr', 6, 'description'],
  ['jnxContentsSerialNo', 7, 'serial'],
  ['jnxContentsRevision', 8, 'hardware'],
  ['jnxContentsModel, else jnxContentsPartNo', 14, 'model'],
] as const satisfies readonly (readonly [string, number, keyof DevicePart])[];

const explainContents = (part: DevicePart): Pick<ValueExplanation, 'rule' | 'judged' | 'told'> => {
  const row = unpackIndex(part.index, 4).join('.');
  return {
    rule: `Row ${row} of jnxContentsTable (JUNIPER-MIB), as the agent says it; it stands where jnxContainersTable puts its kind`,
    judged: null,
    told: CONTENT_COLUMNS.map(([object, column, field]) => ({
      object: `JUNIPER-MIB ${object}`,
      oid: `${CONTENTS}.${column}.${row}`,
      raw: rawOf(part[field]),
      means: null,
    })),
  };
};

const explainPart = (network: Network, deviceId: number, index: number): ValueExplanation | null => {
  const kept = network.hardware.get(deviceId);
  const part = kept?.hardware.parts.find((one) => one.index === index);
  if (kept === undefined || part === undefined) return null;
  const { title, value } = { title: part.name, value: part.serial ?? part.model };
  if (isOfContents(kept.hardware.tables)) return { title, value, ...explainContents(part), readAtMs: kept.atMs };
  return {
    title,
    value,
    rule: `Row ${index} of entPhysicalTable (ENTITY-MIB, RFC 6933), as the agent says it`,
    judged: part.health === 'unknown' ? null : `${part.health}: by ENTITY-STATE-MIB (RFC 4268)`,
    told: COLUMNS.map(([object, column, field]) => ({
      object: `ENTITY-MIB ${object}`,
      oid: `${ENTRY}.${column}.${index}`,
      raw: rawOf(part[field]),
      means: field === 'parent' && part.parent === null ? 'the top of the tree' : null,
    })),
    readAtMs: kept.atMs,
  };
};

const VLAN_OBJECTS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  'Q-BRIDGE-MIB': [
    ['Q-BRIDGE-MIB dot1qVlanStaticName', '1.3.6.1.2.1.17.7.1.4.3.1.1', 'the name'],
    [
      'Q-BRIDGE-MIB dot1qVlanCurrentEgressPorts',
      '1.3.6.1.2.1.17.7.1.4.2.1.4',
      'every port of it, one bit a bridge port',
    ],
    ['Q-BRIDGE-MIB dot1qVlanCurrentUntaggedPorts', '1.3.6.1.2.1.17.7.1.4.2.1.5', 'those that send without a tag'],
    ['BRIDGE-MIB dot1dBasePortIfIndex', '1.3.6.1.2.1.17.1.4.1.2', 'which interface a bridge port is'],
  ],
  'CISCO-VTP-MIB': [
    ['CISCO-VTP-MIB vtpVlanName', '1.3.6.1.4.1.9.9.46.1.3.1.1.4', 'the name'],
    ['CISCO-VTP-MIB vlanTrunkPortVlansEnabled', '1.3.6.1.4.1.9.9.46.1.6.1.1.4', 'VLANs of a trunk, one bit each'],
    ['CISCO-VTP-MIB vlanTrunkPortNativeVlan', '1.3.6.1.4.1.9.9.46.1.6.1.1.5', 'the one without a tag'],
    ['CISCO-VLAN-MEMBERSHIP-MIB vmVlan', '1.3.6.1.4.1.9.9.68.1.2.2.1.2', 'the VLAN of an access port'],
  ],
};

const VLAN_RULES: Readonly<Record<string, string>> = {
  'Q-BRIDGE-MIB':
    'The highest bit of the first octet is bridge port 1 (RFC 4363, PortList); egress ports that are not untagged are tagged',
  'CISCO-VTP-MIB':
    'Access ports by vmVlan; on trunks every VLAN that is enabled and exists, the native one without a tag',
};

const explainVlan = (network: Network, deviceId: number, vlan: number): ValueExplanation | null => {
  const kept = network.hardware.get(deviceId);
  const found = kept?.hardware.vlans.find((one) => one.vlan === vlan);
  if (kept === undefined || found === undefined) return null;
  const source = kept.hardware.vlanSource ?? '';
  const ports = (ids: readonly number[]): string =>
    ids.map((id) => network.interfaces.get(id)?.name ?? `interface ${id}`).join(', ') || 'none';
  return {
    title: found.name === null ? `VLAN ${vlan}` : `VLAN ${vlan}, ${found.name}`,
    value: `untagged ${ports(found.untagged)}; tagged ${ports(found.tagged)}`,
    rule: VLAN_RULES[source] ?? 'As the agent says it',
    judged: found.lost === 0 ? null : `${found.lost} of its ports are no interface that the device shows`,
    told: (VLAN_OBJECTS[source] ?? []).map(([object, oid, means]) => ({ object, oid, raw: null, means })),
    readAtMs: kept.atMs,
  };
};

/** Null where there is no such value. */
export const explainValue = (network: Network, deviceId: number, subject: ValueSubject): ValueExplanation | null => {
  switch (subject.kind) {
    case 'sensor':
      return explainSensor(network, deviceId, subject.sensorId);
    case 'part':
      return explainPart(network, deviceId, subject.index);
    case 'vlan':
      return explainVlan(network, deviceId, subject.vlan);
    case 'identity':
      return explainIdentity(network, deviceId, subject.field);
  }
};
