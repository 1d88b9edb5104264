/** Limits that a vendor gives the sensors of ENTITY-SENSOR-MIB in a table of its own. Pure. */
import type { SensorLimits } from '../../../../shared/model/hardware.ts';
import type { SensorReading } from '../../../../shared/model/reading.ts';
import { toDbm } from '../decode/entity-sensors.ts';
import { tidyLimits } from '../decode/tidy-limits.ts';
import type { LimitedRule } from './apply-limits.ts';
import { limitsAt } from './apply-limits.ts';
import { parseCell } from './cell.ts';
import type { RowReader } from './row-reader.ts';
import type { SnmpProfile } from './schema.ts';

const OWN = 'entSensor';
/** EntitySensorValue (RFC 3433): these stand for more and less than can be told. */
const OVERFLOWS = [1_000_000_000, -1_000_000_000];

const inDbm = (limits: SensorLimits): SensorLimits | null =>
  tidyLimits({
    lowCritical: toDbm(limits.lowCritical),
    lowWarning: toDbm(limits.lowWarning),
    highWarning: toDbm(limits.highWarning),
    highCritical: toDbm(limits.highCritical),
  });

/** `optical`: the value is told in watts and shown in dBm. */
export const entitySensorLimits = (
  { entitySensors }: SnmpProfile,
  reader: RowReader,
  sensors: readonly SensorReading[],
): readonly SensorReading[] => {
  const { limits } = entitySensors;
  if (limits === undefined) return sensors;
  const rule: LimitedRule = {
    limits: { ...limits, ignore: limits.ignore ?? OVERFLOWS },
    ignore: [],
    factor: 1,
    offset: 0,
    scale: parseCell(`${OWN}.2`) ?? undefined,
    precision: parseCell(`${OWN}.3`) ?? undefined,
    convert: undefined,
  };
  const rows = new Map(reader.rowsOf(OWN).map((row) => [row.index[0], row]));
  return sensors.map((sensor) => {
    const row = rows.get(sensor.entity);
    const found = row === undefined ? null : limitsAt({ reader, row, own: OWN }, rule);
    const inUnit = found !== null && sensor.told?.how?.includes('log10') === true ? inDbm(found) : found;
    return inUnit === null ? sensor : { ...sensor, limits: inUnit };
  });
};
