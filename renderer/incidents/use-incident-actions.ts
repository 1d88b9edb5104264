import type { Incident } from '../../shared/contract/incidents.ts';
import { useAction, type Action } from '../state/use-action.ts';
import { acknowledge, note, unacknowledge } from './incident-deeds.ts';

export { UNNAMED_OPERATOR, operatorName } from './incident-deeds.ts';

export interface IncidentActions {
  readonly acknowledge: Action<[]>;
  readonly unacknowledge: Action<[]>;
  readonly note: Action<[text: string, onKept: () => void]>;
}

/** What can be done with an incident in the inspector; `onDone` after each that worked. */
export function useIncidentActions(incident: Incident, onDone: () => void): IncidentActions {
  const acknowledging = useAction(async () => {
    await acknowledge([incident]);
    onDone();
  });
  const takingBack = useAction(async () => {
    await unacknowledge([incident]);
    onDone();
  });
  const noting = useAction(async (text: string, onKept: () => void) => {
    await note([incident], text);
    onKept();
    onDone();
  });
  return { acknowledge: acknowledging, unacknowledge: takingBack, note: noting };
}
