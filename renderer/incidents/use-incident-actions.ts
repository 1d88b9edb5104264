import { call } from '../engine/connection.ts';
import { useAction, type Action } from '../state/use-action.ts';
import { usePreferences } from '../state/preferences.ts';

/** Signs what nobody has put a name under yet; the name is set in Settings, Appearance. */
export const UNNAMED_OPERATOR = 'Operator';

export function operatorName(): string {
  return usePreferences.getState().operatorName ?? UNNAMED_OPERATOR;
}

export interface IncidentActions {
  readonly acknowledge: Action<[]>;
  readonly unacknowledge: Action<[]>;
  readonly note: Action<[text: string, onKept: () => void]>;
}

/** What can be done with an incident; `onDone` after each that worked. */
export function useIncidentActions(incidentId: number, onDone: () => void): IncidentActions {
  const acknowledge = useAction(async () => {
    await call('incident.acknowledge', { incidentId, by: operatorName() });
    onDone();
  });
  const unacknowledge = useAction(async () => {
    await call('incident.unacknowledge', { incidentId });
    onDone();
  });
  const note = useAction(async (text: string, onKept: () => void) => {
    await call('incident.note', { incidentId, author: operatorName(), text });
    onKept();
    onDone();
  });
  return { acknowledge, unacknowledge, note };
}
