/** What happened, in words, for the codes of events (noun.verb). */
const WORDS: Readonly<Record<string, string>> = {
  'config.saved': 'Configuration kept',
  'console.slept': 'Console was asleep',
  'device.found': 'Device found',
  'device.removed': 'Device removed',
  'device.restarted': 'Restarted',
  'host-key.changed': 'SSH key changed',
  'host-key.trusted': 'SSH key trusted',
  'incident.cause': 'Cause assigned',
  'incident.closed': 'Incident over',
  'incident.noted': 'Note written',
  'incident.opened': 'Incident began',
  'link.found': 'Link found',
  'link.gone': 'Link gone',
  'maintenance.ended': 'Maintenance ended',
  'maintenance.started': 'Maintenance began',
};

/** One that is not known yet is told by its own words: "vlan.moved-up" is "Vlan moved up". */
export function eventWords(kind: string): string {
  const plain = kind.replaceAll(/[.-]+/g, ' ');
  return WORDS[kind] ?? plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
