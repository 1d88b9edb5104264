/** What happened: states as intervals, incidents with their notes and reasons, events, and when anybody watched. */
import type { EventRow, IncidentNoteRow, IncidentReasonRow, IncidentRow, StateRow, WatchRow } from '../rows.ts';
import { table } from './table.ts';

export const states = table<StateRow>('states', {
  id: 'integer',
  subject: 'text',
  subjectId: 'integer',
  state: 'text',
  because: 'text',
  fromMs: 'integer',
  toMs: 'integer',
});

export const incidents = table<IncidentRow>('incidents', {
  id: 'integer',
  kind: 'text',
  severity: 'text',
  title: 'text',
  deviceId: 'integer',
  interfaceId: 'integer',
  linkId: 'integer',
  site: 'text',
  affected: 'text',
  openedAtMs: 'integer',
  closedAtMs: 'integer',
  acknowledgedAtMs: 'integer',
  acknowledgedBy: 'text',
  sensorId: 'integer',
  cause: 'text',
  causeText: 'text',
  causeBy: 'text',
  causeAtMs: 'integer',
});

export const incidentNotes = table<IncidentNoteRow>('incident_notes', {
  id: 'integer',
  incidentId: 'integer',
  atMs: 'integer',
  author: 'text',
  text: 'text',
});

export const incidentReasons = table<IncidentReasonRow>('incident_reasons', {
  id: 'integer',
  incidentId: 'integer',
  atMs: 'integer',
  text: 'text',
  source: 'text',
  weight: 'integer',
});

export const events = table<EventRow>('events', {
  id: 'integer',
  atMs: 'integer',
  kind: 'text',
  deviceId: 'integer',
  interfaceId: 'integer',
  text: 'text',
  incidentId: 'integer',
});

export const watches = table<WatchRow>('watches', { id: 'integer', fromMs: 'integer', toMs: 'integer' });
