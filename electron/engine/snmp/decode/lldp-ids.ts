/** Chassis and port ids of LLDP by their subtypes (IEEE 802.1AB clauses 8.5.2 and 8.5.3), and its capabilities. Pure. */
import type { Buffer } from 'node:buffer';
import type { SnmpValue } from '../wire/value.ts';
import { ianaAddress, parseAddress } from './address.ts';
import { macOf, parseMac } from './mac.ts';
import { bytesOf, textOf, textOrHex } from './octets.ts';

const CHASSIS_MAC = 4;
const CHASSIS_ADDRESS = 5;
const PORT_MAC = 3;
const PORT_ADDRESS = 4;

const decodeMac = (bytes: Buffer): string | null => macOf(bytes) ?? parseMac(textOf(bytes) ?? '') ?? textOrHex(bytes);

const decodeAddress = (bytes: Buffer): string | null => {
  const text = textOf(bytes) ?? '';
  return ianaAddress(bytes) ?? parseAddress(text) ?? textOrHex(bytes);
};

/** Text; six octets that are no text are a MAC whatever the subtype says. */
const decodeLocal = (bytes: Buffer): string | null => {
  const text = textOrHex(bytes);
  return bytes.length === 6 && text !== null && /^[0-9a-f]{12}$/.test(text) ? (macOf(bytes) ?? text) : text;
};

export const decodeChassisId = (subtype: number | null, value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  if (bytes === null || bytes.length === 0) return null;
  if (subtype === CHASSIS_MAC) return decodeMac(bytes);
  return subtype === CHASSIS_ADDRESS ? decodeAddress(bytes) : decodeLocal(bytes);
};

export const decodePortId = (subtype: number | null, value: SnmpValue | undefined): string | null => {
  const bytes = bytesOf(value);
  if (bytes === null || bytes.length === 0) return null;
  if (subtype === PORT_MAC) return decodeMac(bytes);
  return subtype === PORT_ADDRESS ? decodeAddress(bytes) : decodeLocal(bytes);
};

/** LldpSystemCapabilitiesMap: bit 0 is the highest of the first octet. */
const CAPABILITIES = [
  'other',
  'repeater',
  'bridge',
  'wlanAccessPoint',
  'router',
  'telephone',
  'docsisCableDevice',
  'stationOnly',
] as const;

export const decodeCapabilities = (value: SnmpValue | undefined): readonly string[] => {
  const bytes = bytesOf(value);
  if (bytes === null || bytes.length === 0 || bytes.length > 2) return [];
  const first = bytes[0] ?? 0;
  return CAPABILITIES.filter((_, bit) => (first & (0x80 >> bit)) !== 0);
};
