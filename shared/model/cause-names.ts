/** The causes that a person may assign to an incident, in words, in the order in which they are offered. */
import type { AssignedCause, IncidentCause } from '../contract/incidents.ts';

export const causeNames: Readonly<Record<IncidentCause, string>> = {
  power: 'Power',
  hardware: 'Hardware',
  cable: 'Cable or optic',
  provider: 'Provider',
  configuration: 'Configuration',
  software: 'Software',
  planned: 'Planned work',
  unknown: 'Unknown',
};

/** "Power (mains failure in hall B)" */
export function causeText({ cause, text }: Pick<AssignedCause, 'cause' | 'text'>): string {
  return text === null ? causeNames[cause] : `${causeNames[cause]} (${text})`;
}
