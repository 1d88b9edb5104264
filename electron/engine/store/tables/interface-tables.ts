/** Interfaces, which ifIndex they had when, and the addresses on them. */
import type { AddressRow, IfIndexRow, InterfaceRow } from '../rows.ts';
import { table } from './table.ts';

export const interfaces = table<InterfaceRow>('interfaces', {
  id: 'integer',
  deviceId: 'integer',
  ifIndex: 'integer',
  name: 'text',
  description: 'text',
  alias: 'text',
  type: 'text',
  speedBps: 'integer',
  mac: 'text',
  mtu: 'integer',
  adminStatus: 'text',
  operStatus: 'text',
  firstSeenAtMs: 'integer',
  removedAtMs: 'integer',
});

export const ifIndexes = table<IfIndexRow>('if_indexes', {
  id: 'integer',
  interfaceId: 'integer',
  ifIndex: 'integer',
  fromMs: 'integer',
  toMs: 'integer',
});

export const addresses = table<AddressRow>('addresses', {
  id: 'integer',
  deviceId: 'integer',
  interfaceId: 'integer',
  address: 'text',
  prefixLength: 'integer',
});
