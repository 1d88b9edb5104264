/**
 * Sensors of one device as its vendor tells them: CISCO-ENTITY-SENSOR-MIB with its table of thresholds, JUNIPER-DOM-MIB for the
 * optics of Juniper, and ENTITY-SENSOR-MIB (RFC 3433), which has no limits, for everybody else.
 */
import { TAG, encodeInteger, encodeOctets, encodeUnsigned32 } from '../ber/encode.ts';
import type { DemoDevice, DemoPort } from '../harbour/network-types.ts';
import {
  CHASSIS,
  CLASS,
  INLET,
  fanIndex,
  bayEmpty,
  opticalPorts,
  portIndex,
  supplyIndex,
  upTo,
} from '../harbour/parts.ts';
import type { DemoPart } from '../harbour/parts.ts';
import { OPER, operStatusAt } from '../world/counters.ts';
import {
  biasMilliamperes,
  fanFailed,
  fanRpm,
  opticTemperatureC,
  opticVolts,
  receivedDbm,
  sentDbm,
  supplyWatts,
  temperatureC,
} from '../world/health.ts';
import { cell, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';

const STANDARD = '1.3.6.1.2.1.99.1.1.1';
const CISCO = '1.3.6.1.4.1.9.9.91.1.1.1.1';
const CISCO_LIMITS = '1.3.6.1.4.1.9.9.91.1.2.1.1';
const JUNIPER_DOM = '1.3.6.1.4.1.2636.3.60.1.1.1.1';

/** EntitySensorDataType. */
const SENSES = { volts: 4, amperes: 5, watts: 6, celsius: 8, rpm: 10, dBm: 14 } as const;
/** EntitySensorDataScale. */
const SCALE = { milli: 8, units: 9 } as const;
const SENSOR_OK = 1;
const SENSOR_NON_OPERATIONAL = 3;

/** In the unit of the sensor, outer ones first: [critical low, warning low, warning high, critical high]. */
type Limits = readonly [number | null, number | null, number | null, number | null];

export interface DemoSensor {
  readonly part: DemoPart;
  readonly type: number;
  readonly scale: number;
  /** Decimal places in the value. */
  readonly precision: number;
  readonly display: string;
  readonly value: (view: DeviceView) => number;
  readonly failed: (view: DeviceView) => boolean;
  readonly limits: Limits | null;
}

const WORKS = (): boolean => false;

const sensor = (
  fields: Pick<DemoSensor, 'type' | 'precision' | 'display' | 'value'> &
    Partial<DemoSensor> & { readonly index: number; readonly within: number; readonly name: string },
): DemoSensor => {
  const { index, within, name, ...rest } = fields;
  const description = `${name} sensor`;
  const part = {
    index,
    within,
    class: CLASS.sensor,
    position: 1,
    name,
    description,
    model: '',
    serial: '',
    replaceable: false,
  };
  return { scale: SCALE.units, failed: WORKS, limits: null, ...rest, part };
};

const inlet = (device: DemoDevice): DemoSensor => {
  const usual = Math.round(device.product.temperatureC);
  return sensor({
    index: INLET,
    within: CHASSIS,
    name: 'Inlet temperature',
    type: SENSES.celsius,
    precision: 1,
    display: 'celsius',
    value: (view) => temperatureC(device, view.atMs),
    limits: [null, null, usual + 10, usual + 20],
  });
};

const fanSensor = (device: DemoDevice, fan: number): DemoSensor =>
  sensor({
    index: fanIndex(fan) + 1,
    within: fanIndex(fan),
    name: `Fan ${fan} speed`,
    type: SENSES.rpm,
    precision: 0,
    display: 'rpm',
    value: (view) => fanRpm(view.world, device, fan, view.atMs),
    // A fan of Cisco's says so in words; another one's sensor is broken with it.
    failed: (view) => !device.product.cisco && fanFailed(view.world, device, fan, view.atMs),
    limits: [1500, 2500, null, null],
  });

const supplySensor = (device: DemoDevice, supply: number): DemoSensor =>
  sensor({
    index: supplyIndex(supply) + 1,
    within: supplyIndex(supply),
    name: `Power supply ${supply} output`,
    type: SENSES.watts,
    precision: 0,
    display: 'watts',
    value: (view) => supplyWatts(device, supply, view.atMs),
  });

/** Of a 10GBASE-LR module, near enough for the others (its data sheet; SFF-8472 for which there are). */
const OPTIC_LIMITS = {
  temperature: [-5, 0, 70, 75],
  volts: [2.97, 3.13, 3.46, 3.63],
  bias: [5, 10, 65, 70],
  sent: [-12.2, -8.2, 0.5, 3.5],
  received: [-18.4, -14.4, 0.5, 2.5],
} as const satisfies Readonly<Record<string, Limits>>;

const NO_LIGHT_DBM = -40;

/** Dark while the port has no carrier. */
const light = (device: DemoDevice, port: DemoPort, value: (view: DeviceView) => number) => (view: DeviceView) =>
  operStatusAt(view.world, device, port, view.atMs) === OPER.up ? value(view) : NO_LIGHT_DBM;

const opticSensors = (device: DemoDevice, port: DemoPort, position: number): DemoSensor[] => {
  const within = portIndex(position) + 1;
  const of = (
    at: number,
    name: string,
    fields: Pick<DemoSensor, 'type' | 'precision' | 'display' | 'value' | 'limits'> & Partial<DemoSensor>,
  ): DemoSensor => sensor({ index: within + at, within, name: `${port.name} ${name}`, ...fields });
  const at = (read: (device: DemoDevice, port: string, atMs: number) => number) => (view: DeviceView) =>
    read(device, port.name, view.atMs);
  const dbm = { type: SENSES.dBm, precision: 1, display: 'dBm' };
  return [
    of(1, 'module temperature', { type: SENSES.celsius, precision: 1, display: 'celsius', value: at(opticTemperatureC), limits: OPTIC_LIMITS.temperature }),
    of(2, 'supply voltage', { type: SENSES.volts, precision: 2, display: 'volts', value: at(opticVolts), limits: OPTIC_LIMITS.volts }),
    of(3, 'bias current', { type: SENSES.amperes, scale: SCALE.milli, precision: 1, display: 'milliamperes', value: at(biasMilliamperes), limits: OPTIC_LIMITS.bias }),
    of(4, 'transmit power', { ...dbm, value: at(sentDbm), limits: OPTIC_LIMITS.sent }),
    of(5, 'receive power', { ...dbm, value: light(device, port, at(receivedDbm)), limits: OPTIC_LIMITS.received }),
  ]; // prettier-ignore
};

export const sensorsOf = (device: DemoDevice): readonly DemoSensor[] => [
  inlet(device),
  ...upTo(device.product.fans).map((fan) => fanSensor(device, fan)),
  ...upTo(device.product.supplies)
    .filter((supply) => !bayEmpty(device, supply))
    .map((supply) => supplySensor(device, supply)),
  // The optics of a Juniper stand in a table of their own.
  ...(isJuniper(device) ? [] : opticalPorts(device).flatMap((port, at) => opticSensors(device, port, at))),
];

const isJuniper = (device: DemoDevice): boolean => device.product.vendor.startsWith('Juniper');

const scaled = ({ precision }: DemoSensor, value: number): Buffer => encodeInteger(Math.round(value * 10 ** precision));

const stateOf = (one: DemoSensor) => (view: DeviceView) =>
  encodeInteger(one.failed(view) ? SENSOR_NON_OPERATIONAL : SENSOR_OK);

function standardObjects(one: DemoSensor): DeviceObject[] {
  const at = [one.part.index];
  return [
    cell(`${STANDARD}.1`, at, encodeInteger(one.type)),
    cell(`${STANDARD}.2`, at, encodeInteger(one.scale)),
    cell(`${STANDARD}.3`, at, encodeInteger(one.precision)),
    cell(`${STANDARD}.4`, at, (view) => scaled(one, one.value(view))),
    cell(`${STANDARD}.5`, at, stateOf(one)),
    cell(`${STANDARD}.6`, at, encodeOctets(one.display)),
    cell(`${STANDARD}.7`, at, (view) => encodeUnsigned32(TAG.timeTicks, ticksOf(view, view.atMs))),
    cell(`${STANDARD}.8`, at, encodeUnsigned32(TAG.gauge32, 0)),
  ];
}

/** entSensorThresholdSeverity: minor 10, critical 30; entSensorThresholdRelation: lessOrEqual 2, greaterOrEqual 4. */
const LEVELS = [
  { severity: 30, relation: 2 },
  { severity: 10, relation: 2 },
  { severity: 10, relation: 4 },
  { severity: 30, relation: 4 },
] as const;

function thresholdObjects(one: DemoSensor): DeviceObject[] {
  return LEVELS.flatMap(({ severity, relation }, place) => {
    const level = one.limits?.[place] ?? null;
    if (level === null) return [];
    const at = [one.part.index, place + 1];
    return [
      cell(`${CISCO_LIMITS}.2`, at, encodeInteger(severity)),
      cell(`${CISCO_LIMITS}.3`, at, encodeInteger(relation)),
      cell(`${CISCO_LIMITS}.4`, at, scaled(one, level)),
    ];
  });
}

function ciscoObjects(one: DemoSensor): DeviceObject[] {
  const at = [one.part.index];
  return [
    cell(`${CISCO}.1`, at, encodeInteger(one.type)),
    cell(`${CISCO}.2`, at, encodeInteger(one.scale)),
    cell(`${CISCO}.3`, at, encodeInteger(one.precision)),
    cell(`${CISCO}.4`, at, (view) => scaled(one, one.value(view))),
    cell(`${CISCO}.5`, at, stateOf(one)),
    ...thresholdObjects(one),
  ];
}

/** Value column, column of the high alarm (then low alarm, high warning, low warning), and how many of the MIB's units one is. */
const DOM_COLUMNS = [
  [5, 9, 100, receivedDbm, OPTIC_LIMITS.received],
  [6, 13, 1000, biasMilliamperes, OPTIC_LIMITS.bias],
  [7, 17, 100, sentDbm, OPTIC_LIMITS.sent],
  [8, 21, 1, opticTemperatureC, OPTIC_LIMITS.temperature],
] as const;

function domObjects(device: DemoDevice, port: DemoPort): DeviceObject[] {
  const at = [port.ifIndex];
  return DOM_COLUMNS.flatMap(([column, alarm, units, read, [lowAlarm, lowWarning, highWarning, highAlarm]]) => {
    const whole = (value: number): Buffer => encodeInteger(Math.round(value * units));
    const value = (view: DeviceView): number => read(device, port.name, view.atMs);
    const told = column === 5 ? light(device, port, value) : value;
    return [
      cell(`${JUNIPER_DOM}.${column}`, at, (view) => whole(told(view))),
      ...[highAlarm, lowAlarm, highWarning, lowWarning].map((level, place) =>
        cell(`${JUNIPER_DOM}.${alarm + place}`, at, whole(level)),
      ),
    ];
  });
}

export function sensorObjects(device: DemoDevice): DeviceObject[] {
  const objects = device.product.cisco ? ciscoObjects : standardObjects;
  return [
    ...sensorsOf(device).flatMap(objects),
    ...(isJuniper(device) ? opticalPorts(device).flatMap((port) => domObjects(device, port)) : []),
  ];
}
