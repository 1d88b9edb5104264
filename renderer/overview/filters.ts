/** What the numbers of the overview ask the lists for, so that a list shows as many rows as the number says. Pure. */
import type { StateWord } from '../../shared/contract/common.ts';
import { filterTerm } from '../state/filter-terms.ts';
import { statesNotUp } from './overview-model.ts';

/** Devices that are polled. */
export const MANAGED = 'polled:yes';
export const ofState = (state: StateWord): string => `${filterTerm('state', state)} ${MANAGED}`;
/** Neighbours that are only heard of. */
export const HEARD_OF = 'polled:no';
export const NOT_UP = `${statesNotUp.map((state) => filterTerm('state', state)).join(' ')} ${MANAGED}`;
export const OPEN = 'state:open';
export const UNACKNOWLEDGED = `${OPEN} acknowledged:no`;

/** Incidents that opened in [fromMs, toMs). */
export const openedBetween = (fromMs: number, toMs: number): string =>
  `${filterTerm('since', new Date(fromMs).toISOString())} ${filterTerm('until', new Date(toMs).toISOString())}`;
