/** An assigned cause in one sentence, for the log of events. Pure. */
import type { IncidentCause } from '../../../shared/contract/incidents.ts';
import { causeText } from '../../../shared/model/cause-names.ts';

export function wordsOfCause(cause: IncidentCause | null, text: string | null, by: string): string {
  return cause === null ? `${by} took the cause back` : `${by} found the cause: ${causeText({ cause, text })}`;
}
