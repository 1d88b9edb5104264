/** Which incidents stand in which row of the time bar. Pure. */
import type { Incident, IncidentKind } from '../../shared/contract/incidents.ts';

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

function bySite(incidents: readonly Incident[], sites: readonly string[]): readonly Lane[] {
  const found = new Map<string, Incident[]>(sites.map((site) => [site, []]));
  for (const incident of incidents) {
    const site = incident.site ?? NO_SITE;
    const known = found.get(site);
    if (known === undefined) found.set(site, [incident]);
    else known.push(incident);
  }
  const lanes = [...found].map(([site, own]) => ({ key: `site ${site}`, label: site, incidents: own }));
  return lanes.toSorted(
    (a, b) => troubleOf(b.incidents) - troubleOf(a.incidents) || a.label.localeCompare(b.label, 'en'),
  );
}

/**
 * Sites, most troubled first, quiet ones too while there is room; what does not fit shares one row; the console's own row is
 * the last. `rows` of 1 puts everything into one.
 */
export function incidentLanes(incidents: readonly Incident[], sites: readonly string[], rows: number): readonly Lane[] {
  if (rows <= 1) return [{ key: 'all', label: 'All sites', incidents }];
  const own = incidents.filter(isOfConsole);
  const lanes = bySite(
    incidents.filter((incident) => !isOfConsole(incident)),
    sites,
  );
  const last = own.length === 0 ? [] : [{ key: 'console', label: CONSOLE, incidents: own }];
  const room = rows - last.length;
  if (lanes.length <= room) return [...lanes, ...last];
  const rest = lanes.slice(room - 1);
  const shared = {
    key: 'rest',
    label: `+${rest.length} sites`,
    incidents: rest.flatMap((lane) => lane.incidents),
  };
  return [...lanes.slice(0, room - 1), shared, ...last];
}
