/** One line about a device just read: "Cisco Catalyst 9500, 28 ports, 11 neighbours". Pure. */
import type { Problem } from '../../../shared/model/outcome.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';

/** Loopbacks, tunnels and the like are not ports to a person. */
const NOT_PORTS = new Set(['softwareLoopback', 'l2vlan', 'l3ipvlan', 'propVirtual', 'tunnel', 'other']);

export function describeReading(reading: DeviceReading, problem: Problem | null): string {
  const what = [reading.identity.vendor, reading.identity.model].filter((part) => part !== null).join(' ');
  const ports = reading.interfaces.filter((row) => row.type === null || !NOT_PORTS.has(row.type)).length;
  const parts = [
    what === '' ? 'Device of unknown make' : what,
    count(ports, 'port'),
    count(reading.neighbours.length, 'neighbour'),
  ];
  return parts.join(', ') + (problem === null ? '' : `. ${problem.message}`);
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
