/** Which incidents stand in which row of the time bar. Pure. */
import type { Incident, IncidentKind } from '../../shared/contract/incidents.ts';
import type { LanesBy, LeastSeverity } from '../state/preferences.ts';
import { kindNames } from '../state/kind-names.ts';
import { severityNames } from '../ui/SeverityPips.tsx';

export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly incidents: readonly Incident[];
}

const severityWeight: Readonly<Record<Incident['severity'], number>> = { critical: 8, major: 4, minor: 2, info: 1 };
/** An open incident troubles more than any number of closed ones that one looks at. */
const OPEN_WEIGHT = 1000;
const NO_SITE = 'No site';
const CONSOLE = 'Console';
const ownKinds: ReadonlySet<IncidentKind> = new Set(['monitor-blind']);

function isOfConsole(incident: Incident): boolean {
  return ownKinds.has(incident.kind) || (incident.deviceId === null && incident.site === null);
}

export function troubleOf(incidents: readonly Incident[]): number {
  return incidents.reduce(
    (sum, { severity, closedAtMs }) => sum + severityWeight[severity] * (closedAtMs === null ? OPEN_WEIGHT : 1),
    0,
  );
}

/** Rows in the order of their trouble, the rest in that of the alphabet. */
function byTrouble(found: ReadonlyMap<string, readonly Incident[]>, by: LanesBy): readonly Lane[] {
  const lanes = [...found].map(([label, own]) => ({ key: `${by} ${label}`, label, incidents: own }));
  return lanes.toSorted(
    (a, b) => troubleOf(b.incidents) - troubleOf(a.incidents) || a.label.localeCompare(b.label, 'en'),
  );
}

function grouped(
  incidents: readonly Incident[],
  labelOf: (incident: Incident) => string,
  first: readonly string[],
): ReadonlyMap<string, readonly Incident[]> {
  const found = new Map<string, Incident[]>(first.map((label) => [label, []]));
  for (const incident of incidents) {
    const label = labelOf(incident);
    const known = found.get(label);
    if (known === undefined) found.set(label, [incident]);
    else known.push(incident);
  }
  return found;
}

const severities = ['critical', 'major', 'minor', 'info'] as const;

function lanesOf(incidents: readonly Incident[], sites: readonly string[], by: LanesBy): readonly Lane[] {
  switch (by) {
    case 'site':
      return byTrouble(
        grouped(incidents, ({ site }) => site ?? NO_SITE, sites),
        by,
      );
    case 'kind':
      return byTrouble(
        grouped(incidents, ({ kind }) => kindNames[kind], []),
        by,
      );
    case 'severity':
      return severities.map((severity) => ({
        key: `severity ${severity}`,
        label: severityNames[severity],
        incidents: incidents.filter((incident) => incident.severity === severity),
      }));
  }
}

const restWords: Readonly<Record<LanesBy, string>> = { site: 'sites', kind: 'kinds', severity: 'severities' };

/**
 * By site or kind: the most troubled first, quiet sites too while there is room; what does not fit shares one row. By site
 * the console's own row is the last. `rows` of 1 puts everything into one.
 */
export function incidentLanes(
  incidents: readonly Incident[],
  sites: readonly string[],
  rows: number,
  by: LanesBy = 'site',
): readonly Lane[] {
  if (rows <= 1) return [{ key: 'all', label: by === 'site' ? 'All sites' : 'All incidents', incidents }];
  const own = by === 'site' ? incidents.filter(isOfConsole) : [];
  const lanes = lanesOf(by === 'site' ? incidents.filter((incident) => !isOfConsole(incident)) : incidents, sites, by);
  const last = own.length === 0 ? [] : [{ key: 'console', label: CONSOLE, incidents: own }];
  const room = rows - last.length;
  if (lanes.length <= room) return [...lanes, ...last];
  const rest = lanes.slice(room - 1);
  const shared = {
    key: 'rest',
    label: `+${rest.length} ${restWords[by]}`,
    incidents: rest.flatMap((lane) => lane.incidents),
  };
  return [...lanes.slice(0, room - 1), shared, ...last];
}

/** 0 is the worst. */
export const severityRank = (severity: Incident['severity']): number => severities.indexOf(severity);

/** Those of a severity and worse. */
export function notMilder(incidents: readonly Incident[], least: LeastSeverity): readonly Incident[] {
  return least === 'info'
    ? incidents
    : incidents.filter(({ severity }) => severityRank(severity) <= severityRank(least));
}
