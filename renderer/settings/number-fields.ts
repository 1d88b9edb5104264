/** The numbers that a person may set, with their words and limits. Limits are those of the contract. */
import { settingsValues, type SettingsValues } from '../../shared/contract/settings.ts';

export type NumberField = {
  [F in keyof SettingsValues]: SettingsValues[F] extends number ? F : never;
}[keyof SettingsValues];

export interface NumberFieldWords {
  readonly field: NumberField;
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
}

export const pollingFields: readonly NumberFieldWords[] = [
  { field: 'icmpIntervalS', label: 'Ping', unit: 'seconds', hint: 'How soon a silent device is noticed.' },
  { field: 'counterIntervalS', label: 'Traffic counters', unit: 'seconds', hint: 'The finest step of traffic graphs.' },
  { field: 'healthIntervalS', label: 'Health', unit: 'seconds', hint: 'Processor, memory, sensors.' },
  {
    field: 'topologyIntervalS',
    label: 'Neighbours',
    unit: 'seconds',
    hint: 'LLDP, CDP and the like, interfaces, addresses.',
  },
  { field: 'configIntervalS', label: 'Configurations', unit: 'seconds', hint: 'Read by SSH, kept when different.' },
  { field: 'snmpConcurrency', label: 'SNMP requests at once', unit: 'requests', hint: 'Over all devices together.' },
  {
    field: 'holdDownS',
    label: 'Wait before an incident opens',
    unit: 'seconds',
    hint: 'A fault that is shorter opens none.',
  },
  {
    field: 'holdUpS',
    label: 'Wait before it closes',
    unit: 'seconds',
    hint: 'A recovery that is shorter closes none.',
  },
];

export const retentionFields: readonly NumberFieldWords[] = [
  { field: 'sampleRetentionDays', label: 'Keep raw samples', unit: 'days', hint: 'Every poll, as it was measured.' },
  {
    field: 'rollUp5mRetentionDays',
    label: 'Keep steps of 5 minutes',
    unit: 'days',
    hint: 'The 95th percentile is made of these.',
  },
  {
    field: 'rollUp1hRetentionDays',
    label: 'Keep steps of an hour',
    unit: 'days',
    hint: 'Steps of a day are kept for ever.',
  },
  {
    field: 'historyRetentionDays',
    label: 'Keep incidents and states',
    unit: 'days',
    hint: 'Those that are over, with their notes; events too.',
  },
];

/** The whole number that was typed, or what is wrong with it. */
export function parseField(
  field: NumberField,
  text: string,
): { readonly value: number } | { readonly problem: string } {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return { problem: 'Give a whole number' };
  const checked = settingsValues.shape[field].safeParse(Number(trimmed));
  return checked.success ? { value: checked.data } : { problem: checked.error.issues[0]?.message ?? 'Out of range' };
}
