/** The kinds that entries of the log can have: codes of events, and `subject.state` for a change of state. */
import { stateWord } from '../contract/common.ts';
import { HEALTH_WORDS } from './hardware.ts';

const ASPECT_WORDS = ['answers', 'silent', 'refused', 'unused'] as const;

const kindsOf = (subjects: readonly string[], words: readonly string[]): readonly string[] =>
  subjects.flatMap((subject) => words.map((word) => `${subject}.${word}`));

export const stateKinds: readonly string[] = [
  ...kindsOf(['device', 'interface', 'link'], stateWord.options),
  ...kindsOf(['sensor'], HEALTH_WORDS),
  ...kindsOf(['icmp', 'snmp', 'ssh'], ASPECT_WORDS),
];

/** What the engine writes down as it happens. A file may hold others, of an earlier or a later version. */
export const eventKinds: readonly string[] = [
  'config.saved',
  'console.slept',
  'device.found',
  'device.removed',
  'device.restarted',
  'hardware.changed',
  'host-key.changed',
  'host-key.trusted',
  'incident.cause',
  'incident.closed',
  'incident.noted',
  'incident.opened',
  'link.found',
  'link.gone',
  'maintenance.ended',
  'maintenance.started',
  'software.changed',
  'terminal.closed',
  'terminal.opened',
];
