/** Kinds of incidents in words, for lists, filters and the time bar. */
import type { IncidentKind } from '../../shared/contract/incidents.ts';

export const kindNames: Readonly<Record<IncidentKind, string>> = {
  'device-down': 'Device down',
  'link-down': 'Link down',
  flapping: 'Flapping',
  'snmp-silent': 'SNMP silent',
  'fan-failed': 'Fan failed',
  'supply-failed': 'Power supply failed',
  'optic-fault': 'Optic',
  'sensor-fault': 'Sensor',
  restarted: 'Restarted',
  'host-key-changed': 'Host key changed',
  'monitor-blind': 'Monitor blind',
};
