/** One log of events and of changes of state, newest first, whatever their number; an incident's events lead to it. */
import type { Migration } from './migration.ts';

const INCIDENT_OF = (moment: string): string => `
  SELECT max(incidents.id) FROM incidents
  WHERE incidents.${moment} = events.at_ms AND incidents.device_id IS events.device_id
    AND incidents.interface_id IS events.interface_id
    AND substr(events.text, 1, length(incidents.title)) = incidents.title
`;

export const log: Migration = {
  number: 160,
  purpose: 'states by their beginning, events of incidents',
  sql: `
    CREATE INDEX states_by_start ON states (from_ms, id);
    ALTER TABLE events ADD COLUMN incident_id INTEGER;
    UPDATE events SET incident_id = (${INCIDENT_OF('opened_at_ms')}) WHERE kind = 'incident.opened';
    UPDATE events SET incident_id = (${INCIDENT_OF('closed_at_ms')}) WHERE kind = 'incident.closed';
  `,
};
