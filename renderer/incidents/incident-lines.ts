/** The list as lines of known height, so that only those in sight are drawn. Pure. */
import type { Incident } from '../../shared/contract/incidents.ts';
import type { IncidentGroup } from './incident-groups.ts';

export type IncidentLine =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'incident'; readonly key: number; readonly incident: Incident; readonly unfolded: boolean }
  | {
      readonly kind: 'affected';
      readonly key: string;
      readonly incident: Incident;
      readonly deviceId: number;
      readonly last: boolean;
    }
  | { readonly kind: 'more'; readonly key: string; readonly incident: Incident; readonly count: number };

/** Dependents named under an unfolded incident; the inspector has them all. */
const NAMED = 8;

export const lineHeights = { group: 28, incident: 36, affected: 28, more: 28 } as const;

function dependents(incident: Incident): readonly IncidentLine[] {
  const named = incident.affected.slice(0, NAMED);
  const rest = incident.affected.length - named.length;
  const lines = named.map((deviceId, index): IncidentLine => ({
    kind: 'affected',
    key: `${incident.id} ${deviceId}`,
    incident,
    deviceId,
    last: rest === 0 && index === named.length - 1,
  }));
  return rest === 0 ? lines : [...lines, { kind: 'more', key: `${incident.id} more`, incident, count: rest }];
}

export function incidentLines(
  groups: readonly IncidentGroup[],
  unfolded: ReadonlySet<number>,
): readonly IncidentLine[] {
  return groups.flatMap((group) => [
    { kind: 'group' as const, key: group.title, title: group.title, count: group.incidents.length },
    ...group.incidents.flatMap((incident) => {
      const open = unfolded.has(incident.id);
      const line: IncidentLine = { kind: 'incident', key: incident.id, incident, unfolded: open };
      return open ? [line, ...dependents(incident)] : [line];
    }),
  ]);
}
