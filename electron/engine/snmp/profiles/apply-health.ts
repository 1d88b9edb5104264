/** Processors, memory and sensors, by the rules of a profile. Pure. */
import type { Health } from '../../../../shared/model/hardware.ts';
import type { MemoryReading, ProcessorReading, SensorReading } from '../../../../shared/model/reading.ts';
import { packIndex } from '../../../../shared/units/pack-index.ts';
import { percentOf } from '../decode/host-resources.ts';
import { numberOf, textOf } from '../decode/octets.ts';
import { limitsAt } from './apply-limits.ts';
import type { CellRef, TemplatePart } from './cell.ts';
import { explainNumber, numberAt, plainNumber } from './number-at.ts';
import type { At, RowReader } from './row-reader.ts';
import { holds, nameAt, valueAt } from './row-reader.ts';
import type { MemoryRule, ProcessorRule, SensorRule, SnmpProfile } from './schema.ts';

interface RowsRule {
  readonly where: ProcessorRule['where'];
  readonly otherwise: boolean;
}

/** Each rule at each row that it is for. */
const applyRules = <Rule extends RowsRule, Reading>(
  reader: RowReader,
  rules: readonly Rule[],
  ownOf: (rule: Rule) => string | null,
  read: (rule: Rule, at: At) => Reading | null,
): Reading[] => {
  const found: Reading[] = [];
  for (const rule of rules) {
    const own = ownOf(rule);
    if (own === null || (rule.otherwise && found.length > 0)) continue;
    for (const row of reader.rowsOf(own)) {
      const at = { reader, row, own };
      if (!rule.where.every((condition) => holds(at, condition))) continue;
      const reading = read(rule, at);
      if (reading !== null) found.push(reading);
    }
  }
  return found;
};

const tableOf = (cells: readonly CellRef[] | undefined): string | null => cells?.[0]?.table ?? null;

const readProcessor = (rule: ProcessorRule, at: At): ProcessorReading | null => {
  const found = numberAt(at, rule.value, rule);
  if (found === null || found.value < 0 || found.value > 100) return null;
  return { name: nameAt(at, rule.name) ?? `CPU ${at.row.index.join('.')}`, percent: found.value };
};

export const applyProcessors = (profile: SnmpProfile, reader: RowReader): ProcessorReading[] =>
  applyRules(reader, profile.processors, (rule) => tableOf(rule.value), readProcessor);

const amountAt = (at: At, cells: readonly CellRef[] | undefined, rule: MemoryRule): number | null => {
  for (const cell of cells ?? []) {
    const amount = plainNumber(valueAt(at, cell), rule.pattern);
    if (amount !== null && amount >= 0) return amount;
  }
  return null;
};

const unitOf = (rule: MemoryRule, at: At): number =>
  typeof rule.unitBytes === 'number' ? rule.unitBytes : (numberOf(valueAt(at, rule.unitBytes)) ?? 1);

interface Amounts {
  readonly used: number | null;
  readonly total: number | null;
}

/** Any two of used, free and total give the third; a total and a percentage give what is used. */
const amounts = (rule: MemoryRule, at: At, percent: number | null): Amounts => {
  const [used, free, total] = [rule.used, rule.free, rule.total].map((cells) => amountAt(at, cells, rule));
  const whole =
    total ?? (used !== null && used !== undefined && free !== null && free !== undefined ? used + free : null);
  if (whole === null) return { used: used ?? null, total: null };
  if (used !== null && used !== undefined) return { used, total: whole };
  if (free !== null && free !== undefined) return { used: Math.max(0, whole - free), total: whole };
  return { used: percent === null ? null : Math.round((whole * percent) / 100), total: whole };
};

const readMemory = (rule: MemoryRule, at: At): MemoryReading | null => {
  const percent = amountAt(at, rule.percent, rule);
  const { used, total } = amounts(rule, at, percent);
  const told = percent ?? (used === null || total === null ? null : percentOf(used, total));
  if (told === null || told > 100 || total === 0) return null;
  const unit = unitOf(rule, at);
  return {
    name: nameAt(at, rule.name) ?? 'Memory',
    usedPercent: told,
    usedBytes: used === null || total === null ? null : used * unit,
    totalBytes: total === null ? null : total * unit,
  };
};

export const applyMemory = (profile: SnmpProfile, reader: RowReader): MemoryReading[] =>
  applyRules(
    reader,
    profile.memory,
    (rule) => tableOf(rule.used) ?? tableOf(rule.free) ?? tableOf(rule.percent),
    readMemory,
  );

const UNITS: Readonly<Record<string, string>> = {
  temperature: '°C', voltage: 'V', current: 'A', power: 'W', fanspeed: 'rpm', frequency: 'Hz', humidity: '%',
  dbm: 'dBm', airflow: 'm³/min', load: '%', charge: '%', runtime: 'min', percent: '%', signal: 'dBm', snr: 'dB',
  bitrate: 'bit/s', loss: '%', delay: 's', pressure: 'kPa', power_consumed: 'kWh', distance: 'km',
}; // prettier-ignore

const kindAt = (rule: SensorRule, at: At): string | null =>
  typeof rule.kind === 'string' ? rule.kind : (rule.kind.words[textOf(valueAt(at, rule.kind.cell)) ?? ''] ?? null);

const statusAt = (rule: SensorRule, at: At, value: number): string | undefined => {
  if (rule.states) return rule.states[String(value)];
  return rule.status ? rule.status.words[textOf(valueAt(at, rule.status.cell)) ?? ''] : undefined;
};

/** What the numbers of a state mean for the part; undefined where the profile says nothing of this one. */
const healthAt = (rule: SensorRule, at: At, value: number): Health | undefined => {
  if (rule.health === undefined) return undefined;
  const told = rule.status ? numberOf(valueAt(at, rule.status.cell)) : value;
  const words = Object.entries(rule.health) as [Exclude<Health, 'unknown'>, readonly number[] | undefined][];
  return words.find(([, numbers]) => told !== null && numbers?.includes(told) === true)?.[0];
};

const indexAt = (at: At, template: readonly TemplatePart[] | undefined): number | undefined => {
  const text = template === undefined ? null : nameAt(at, [template]);
  return text !== null && /^[1-9]\d{0,9}(\.\d{1,9}){0,3}$/.test(text)
    ? (packIndex(text.split('.').map(Number)) ?? undefined)
    : undefined;
};

const readSensor = (rule: SensorRule, at: At): SensorReading | null => {
  const kind = kindAt(rule, at);
  const found = numberAt(at, rule.value, rule);
  if (kind === null || found === null) return null;
  const oid = at.reader.oidOf(found.cell, at.row);
  return {
    kind,
    name: nameAt(at, rule.name) ?? `${kind} ${at.row.index.join('.')}`,
    value: found.value,
    unit: UNITS[kind] ?? null,
    status: statusAt(rule, at, found.value),
    oid,
    health: healthAt(rule, at, found.value),
    limits: limitsAt(at, rule) ?? undefined,
    component: rule.component,
    optic: rule.optic,
    entity: indexAt(at, rule.entity),
    ifIndex: indexAt(at, rule.port),
    told: { source: rule.source, oid, raw: textOf(found.told), how: explainNumber(at, rule, found.raw) },
  };
};

export const applySensors = (profile: SnmpProfile, reader: RowReader): SensorReading[] =>
  applyRules(reader, profile.sensors, (rule) => tableOf(rule.value), readSensor);
