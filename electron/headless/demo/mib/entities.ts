/** ENTITY-MIB (RFC 6933), ENTITY-SENSOR-MIB (RFC 3433), and CISCO-ENVMON-MIB's word for a fan or a supply. */
import { TAG, encodeInteger, encodeOctets, encodeOid, encodeUnsigned32 } from '../ber/encode.ts';
import type { DemoDevice, DemoPort } from '../harbour/network-types.ts';
import { fanFailed, fanRpm, receivedDbm, supplyWatts, temperatureC } from '../world/health.ts';
import { cell, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';

const PHYSICAL = '1.3.6.1.2.1.47.1.1.1.1';
const SENSOR = '1.3.6.1.2.1.99.1.1.1';
const ENVMON = '1.3.6.1.4.1.9.9.13.1';

/** PhysicalClass */
const CLASS = { chassis: 3, powerSupply: 6, fan: 7, sensor: 8, port: 10 } as const;
/** EntitySensorDataType; scale 9 is units. */
const SENSES = { watts: 6, celsius: 8, rpm: 10, dBm: 14 } as const;
const UNITS = 9;
const SENSOR_OK = 1;
const SENSOR_NON_OPERATIONAL = 3;
const ENVMON_NORMAL = 1;
const ENVMON_CRITICAL = 3;

const CHASSIS = 1;
const FIRST_FAN = 100;
const FIRST_SUPPLY = 200;
const INLET = 300;
const FIRST_PORT = 1000;
/** A part's sensor stands this far after the part. */
const SENSOR_OF = 50;
const OPTICAL_FROM_BPS = 40e9;

interface Part {
  readonly index: number;
  readonly within: number;
  readonly class: number;
  readonly name: string;
  readonly description: string;
}

interface Sensor {
  readonly index: number;
  readonly type: number;
  /** Decimal places in the value. */
  readonly precision: number;
  readonly display: string;
  readonly value: (view: DeviceView) => number;
  readonly failed: (view: DeviceView) => boolean;
}

function partObjects(device: DemoDevice, part: Part): DeviceObject[] {
  const chassis = part.index === CHASSIS;
  const { product } = device;
  const columns: [number, Buffer][] = [
    [2, encodeOctets(part.description)],
    [3, encodeOid([0, 0])],
    [4, encodeInteger(part.within)],
    [5, encodeInteger(part.class)],
    [6, encodeInteger(chassis ? -1 : part.index % SENSOR_OF)],
    [7, encodeOctets(part.name)],
    [8, encodeOctets(chassis ? 'V02' : '')],
    [9, encodeOctets('')],
    [10, encodeOctets(chassis ? product.osVersion : '')],
    [11, encodeOctets(chassis ? device.serial : '')],
    [12, encodeOctets(chassis ? product.vendor : '')],
    [13, encodeOctets(chassis ? product.model : '')],
    [16, encodeInteger(chassis || part.class === CLASS.powerSupply || part.class === CLASS.fan ? 1 : 2)],
  ];
  return columns.map(([column, value]) => cell(`${PHYSICAL}.${column}`, [part.index], value));
}

function sensorObjects(sensor: Sensor): DeviceObject[] {
  const at = [sensor.index];
  return [
    cell(`${SENSOR}.1`, at, encodeInteger(sensor.type)),
    cell(`${SENSOR}.2`, at, encodeInteger(UNITS)),
    cell(`${SENSOR}.3`, at, encodeInteger(sensor.precision)),
    cell(`${SENSOR}.4`, at, (view) => encodeInteger(Math.round(sensor.value(view) * 10 ** sensor.precision))),
    cell(`${SENSOR}.5`, at, (view) => encodeInteger(sensor.failed(view) ? SENSOR_NON_OPERATIONAL : SENSOR_OK)),
    cell(`${SENSOR}.6`, at, encodeOctets(sensor.display)),
    cell(`${SENSOR}.7`, at, (view) => encodeUnsigned32(TAG.timeTicks, ticksOf(view, view.atMs))),
    cell(`${SENSOR}.8`, at, encodeUnsigned32(TAG.gauge32, 0)),
  ];
}

type Measured = Pick<Sensor, 'type' | 'precision' | 'display' | 'value'> & { readonly failed?: Sensor['failed'] };

/** A sensor with its row in both tables. */
function measured(device: DemoDevice, part: Omit<Part, 'class'>, sensor: Measured): DeviceObject[] {
  return [
    ...partObjects(device, { ...part, class: CLASS.sensor }),
    ...sensorObjects({ failed: () => false, ...sensor, index: part.index }),
  ];
}

function envmonState(
  table: number,
  index: number,
  name: string,
  failed: (view: DeviceView) => boolean,
): DeviceObject[] {
  return [
    cell(`${ENVMON}.${table}.1.2`, [index], encodeOctets(name)),
    cell(`${ENVMON}.${table}.1.3`, [index], (view) => encodeInteger(failed(view) ? ENVMON_CRITICAL : ENVMON_NORMAL)),
  ];
}

function fanObjects(device: DemoDevice, fan: number): DeviceObject[] {
  const index = FIRST_FAN + fan;
  const name = `Fan ${fan}`;
  const failed = (view: DeviceView): boolean => fanFailed(view.world, device, fan, view.atMs);
  return [
    ...partObjects(device, { index, within: CHASSIS, class: CLASS.fan, name, description: `${name} module` }),
    ...measured(
      device,
      { index: index + SENSOR_OF, within: index, name: `${name} speed`, description: `${name} speed sensor` },
      {
        type: SENSES.rpm,
        precision: 0,
        display: 'rpm',
        value: (view) => fanRpm(view.world, device, fan, view.atMs),
        failed,
      },
    ),
    ...(device.product.cisco ? envmonState(4, index, name, failed) : []),
  ];
}

function supplyObjects(device: DemoDevice, supply: number): DeviceObject[] {
  const index = FIRST_SUPPLY + supply;
  const name = `Power supply ${supply}`;
  return [
    ...partObjects(device, { index, within: CHASSIS, class: CLASS.powerSupply, name, description: `${name} module` }),
    ...measured(
      device,
      { index: index + SENSOR_OF, within: index, name: `${name} output`, description: `${name} output power` },
      {
        type: SENSES.watts,
        precision: 0,
        display: 'watts',
        value: (view) => supplyWatts(device, supply, view.atMs),
      },
    ),
    ...(device.product.cisco ? envmonState(5, index, name, () => false) : []),
  ];
}

function opticObjects(device: DemoDevice, port: DemoPort, position: number): DeviceObject[] {
  const index = FIRST_PORT + 2 * position;
  return [
    ...partObjects(device, {
      index,
      within: CHASSIS,
      class: CLASS.port,
      name: port.name,
      description: port.description,
    }),
    ...measured(
      device,
      {
        index: index + 1,
        within: index,
        name: `${port.name} receive power`,
        description: `${port.name} receive power sensor`,
      },
      {
        type: SENSES.dBm,
        precision: 1,
        display: 'dBm',
        value: (view) => receivedDbm(device, port.name, view.atMs),
      },
    ),
  ];
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

export function entityObjects(device: DemoDevice): DeviceObject[] {
  const { product } = device;
  const optics = device.ports.filter((port) => port.use === 'link' && port.speedBps >= OPTICAL_FROM_BPS);
  return [
    ...partObjects(device, {
      index: CHASSIS,
      within: 0,
      class: CLASS.chassis,
      name: 'Chassis',
      description: `${product.model} chassis`,
    }),
    ...measured(
      device,
      { index: INLET, within: CHASSIS, name: 'Inlet temperature', description: 'Inlet temperature sensor' },
      { type: SENSES.celsius, precision: 1, display: 'celsius', value: (view) => temperatureC(device, view.atMs) },
    ),
    ...upTo(product.fans).flatMap((fan) => fanObjects(device, fan)),
    ...upTo(product.supplies).flatMap((supply) => supplyObjects(device, supply)),
    ...optics.flatMap((port, position) => opticObjects(device, port, position)),
  ];
}
