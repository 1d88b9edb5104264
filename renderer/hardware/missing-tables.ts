/** What a device does not have, named: an empty screen says which tables were asked for. Pure. */
import type { KeptHardware } from '../../shared/contract/hardware.ts';

export function missingTables(hardware: Pick<KeptHardware, 'tables'>, names: readonly string[]): string {
  const asked = hardware.tables.filter((table) => names.includes(table.name));
  if (asked.length === 0) return 'It has not been read yet. Parts are read with the topology: see Settings, Polling.';
  const absent = asked.filter((table) => table.state === 'absent').map(({ mib, name }) => `${mib} ${name}`);
  const broken = asked.filter((table) => table.state === 'partial').map(({ name }) => name);
  const parts = [
    absent.length === 0 ? '' : `The device does not have ${absent.join(', ')}.`,
    broken.length === 0 ? '' : `${broken.join(', ')} broke off: see the device's warnings.`,
  ];
  return parts.filter(Boolean).join(' ') || 'The tables are there, and have no such row.';
}

export const PART_TABLES = ['entPhysicalTable', 'jnxContentsTable'];
export const SENSOR_TABLES = ['entPhySensorTable', 'hrStorageTable'];
export const VLAN_TABLES = ['dot1qVlanCurrentTable', 'dot1qVlanStaticTable', 'vtpVlanTable'];
