/** Incidents as a table for elsewhere: CSV for spreadsheets, Markdown for tickets. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { causeNames, causeText } from '../../shared/model/cause-names.ts';
import { toCsv, type CsvValue } from '../../shared/units/csv.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { kindNames } from '../state/kind-names.ts';
import { severityNames } from '../ui/SeverityPips.tsx';
import { devicesConcerned } from './incident-words.ts';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const CSV_HEAD = [
  'number',
  'severity',
  'kind',
  'title',
  'site',
  'devices',
  'began_utc',
  'ended_utc',
  'lasted_s',
  'acknowledged_by',
  'acknowledged_utc',
  'cause',
  'cause_text',
  'cause_by',
  'cause_utc',
  'notes',
];

function csvLine(incident: Incident): CsvValue[] {
  const { id, severity, kind, title, site, openedAtMs, closedAtMs, cause, notes } = incident;
  return [
    id,
    severity,
    kind,
    title,
    site,
    devicesConcerned(incident),
    iso(openedAtMs),
    iso(closedAtMs),
    closedAtMs === null ? null : Math.round((closedAtMs - openedAtMs) / 1000),
    incident.acknowledgedBy,
    iso(incident.acknowledgedAtMs),
    cause === null ? null : causeNames[cause.cause],
    cause?.text,
    cause?.by,
    iso(cause?.atMs ?? null),
    notes,
  ];
}

export function incidentsAsCsv(incidents: readonly Incident[]): string {
  return toCsv([CSV_HEAD, ...incidents.map(csvLine)]);
}

/** Device text must not become a table's edge, a line, a link or markup. */
const cell = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|`*_[\]<>]/g, String.raw`\$&`);

const minutes = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** Times in UTC, because the reader of a ticket may sit elsewhere. */
export function incidentsAsMarkdown(incidents: readonly Incident[], nowMs: number): string {
  const rows = incidents.map((incident) => {
    const { id, severity, kind, title, site, openedAtMs, closedAtMs, acknowledgedBy, cause } = incident;
    const lasted = formatAge((closedAtMs ?? nowMs) - openedAtMs);
    return [
      String(id),
      severityNames[severity],
      title,
      site ?? '',
      kindNames[kind],
      minutes(openedAtMs),
      closedAtMs === null ? `${lasted}, open` : lasted,
      acknowledgedBy ?? '',
      cause === null ? '' : causeText(cause),
    ];
  });
  const head = ['No.', 'Severity', 'Incident', 'Site', 'Kind', 'Began (UTC)', 'Lasted', 'Owner', 'Cause'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}
