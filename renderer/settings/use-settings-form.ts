/** Sends changed settings; a refusal is said under the field that it is about. */
import type { SettingsValues } from '../../shared/contract/settings.ts';
import { call } from '../engine/connection.ts';
import { useAction, type Failure } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';

export interface SettingsForm {
  readonly save: (values: Partial<SettingsValues>) => void;
  readonly busy: boolean;
  /** What the engine said of this field ("values.icmpIntervalS"). */
  readonly errorOf: (field: keyof SettingsValues) => string | undefined;
  /** A refusal that belongs to no field of the form. */
  readonly general: Failure | null;
}

/** `fields` are those that the form shows: their errors go under them, others stand apart. */
export function useSettingsForm(fields: readonly (keyof SettingsValues)[]): SettingsForm {
  const action = useAction(async (values: Partial<SettingsValues>) => {
    await call('settings.change', { values });
    showToast({ title: 'Settings saved' });
  });
  const { failure } = action;
  const failed = fields.find((field) => failure?.path?.split('.').includes(field) === true);
  return {
    save: action.run,
    busy: action.busy,
    errorOf: (field) => (field === failed ? failure?.message : undefined),
    general: failed === undefined ? failure : null,
  };
}
