/** VLANs of a switch: from Q-BRIDGE-MIB, from Cisco's tables where that is empty. */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { TableTold, VlansReading } from '../../../shared/model/hardware.ts';
import { bridgePortMap } from './decode/bridge-ports.ts';
import { decodeBridgeVlans, decodeCiscoVlans } from './decode/vlans.ts';
import type { Asked } from './ask-together.ts';
import type { Questions } from './tables/questions.ts';
import { BRIDGE_PORT_TABLE } from './tables/standard.ts';
import type { TableSpec, WalkedTables } from './tables/table-spec.ts';
import { rowsOf, tableOf } from './tables/table-spec.ts';
import {
  VLAN_CURRENT_TABLE,
  VLAN_STATIC_TABLE,
  VLAN_TRUNK_TABLE,
  VM_MEMBERSHIP_TABLE,
  VTP_VLAN_TABLE,
} from './tables/vlans.ts';

const MIBS: readonly (readonly [TableSpec, string])[] = [
  [VLAN_CURRENT_TABLE, 'Q-BRIDGE-MIB'],
  [VLAN_STATIC_TABLE, 'Q-BRIDGE-MIB'],
  [BRIDGE_PORT_TABLE, 'BRIDGE-MIB'],
  [VTP_VLAN_TABLE, 'CISCO-VTP-MIB'],
  [VLAN_TRUNK_TABLE, 'CISCO-VTP-MIB'],
  [VM_MEMBERSHIP_TABLE, 'CISCO-VLAN-MEMBERSHIP-MIB'],
];

export const VLAN_QUESTIONS: Questions = { scalars: [], tables: MIBS.map(([spec]) => spec) };

const told = (tables: WalkedTables): TableTold[] =>
  MIBS.map(([spec, mib]) => {
    const { state, rows } = tableOf(tables, spec);
    return { name: spec.name, mib, state, rows: rows.length };
  });

const decode = (tables: WalkedTables): VlansReading => {
  const bridge = decodeBridgeVlans({
    current: rowsOf(tables, VLAN_CURRENT_TABLE),
    static: rowsOf(tables, VLAN_STATIC_TABLE),
    bridgePorts: bridgePortMap(rowsOf(tables, BRIDGE_PORT_TABLE)),
  });
  if (bridge.length > 0) return { source: 'Q-BRIDGE-MIB', tables: told(tables), vlans: bridge };
  const cisco = decodeCiscoVlans({
    vlans: rowsOf(tables, VTP_VLAN_TABLE),
    trunks: rowsOf(tables, VLAN_TRUNK_TABLE),
    access: rowsOf(tables, VM_MEMBERSHIP_TABLE),
  });
  return { source: cisco.length > 0 ? 'CISCO-VTP-MIB' : null, tables: told(tables), vlans: cisco };
};

export const readVlans = async (session: Asked, signal: AbortSignal): Promise<Outcome<VlansReading>> => {
  const walked = await session.walk(VLAN_QUESTIONS.tables, signal);
  if (walked.kind === 'failed') return walked;
  const value = decode(walked.value);
  return walked.kind === 'partial' ? { ...walked, value } : ok(value);
};
