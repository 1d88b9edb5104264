import type { IncidentReason } from '../../../shared/contract/incidents.ts';
import type { OpenIncident } from './incident-facts.ts';

/** An incident as the facts of this moment ask for it; the machine decides when it opens and closes. */
export interface Wanted extends Omit<OpenIncident, 'id' | 'openedAtMs' | 'closedAtMs' | 'told'> {
  /** Since when the fault lasts: the opening is dated back to it. */
  readonly sinceMs: number;
  readonly reasons: readonly IncidentReason[];
  /** Reasons that are worth their cost only once, when it opens. */
  readonly openingReasons?: (() => readonly IncidentReason[]) | undefined;
}
