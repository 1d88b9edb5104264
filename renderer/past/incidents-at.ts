import type { Incident } from '../../shared/contract/incidents.ts';

const untilThen = (ms: number | null, atMs: number): boolean => ms !== null && ms <= atMs;

/** The incidents as they were known at a moment: later ones are not there, and what closed later is open. Pure. */
export function incidentsAt(incidents: readonly Incident[], atMs: number): readonly Incident[] {
  return incidents
    .filter((incident) => incident.openedAtMs <= atMs)
    .map((incident) => ({
      ...incident,
      closedAtMs: untilThen(incident.closedAtMs, atMs) ? incident.closedAtMs : null,
      ...(!untilThen(incident.acknowledgedAtMs, atMs) && { acknowledgedAtMs: null, acknowledgedBy: null }),
      ...(!untilThen(incident.cause?.atMs ?? null, atMs) && { cause: null }),
    }));
}
