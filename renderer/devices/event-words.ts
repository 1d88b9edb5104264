/** What happened, in words, for the codes of events (noun.verb) and of changes of state (subject.state). */
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
  'icmp.answers': 'Answers ping',
  'icmp.refused': 'Ping refused',
  'icmp.silent': 'Ping silent',
  'icmp.unused': 'Not pinged',
  'snmp.answers': 'Answers SNMP',
  'snmp.refused': 'SNMP refused',
  'snmp.silent': 'SNMP silent',
  'snmp.unused': 'SNMP not used',
  'ssh.answers': 'Answers SSH',
  'ssh.refused': 'SSH refused',
  'ssh.silent': 'SSH silent',
  'ssh.unused': 'SSH not used',
  'sensor.ok': 'Sensor OK',
  'sensor.absent': 'Bay empty',
};

/** One that is not known yet is told by its own words: "vlan.moved-up" is "Vlan moved up". */
export function eventWords(kind: string): string {
  const plain = kind.replaceAll(/[.-]+/g, ' ');
  return WORDS[kind] ?? plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
