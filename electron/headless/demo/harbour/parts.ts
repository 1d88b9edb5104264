/** What a device of the demo is made of: chassis, modules, power supplies, fans, transceivers. Pure; serial numbers by its name. */
import { fraction } from '../world/traffic.ts';
import type { DemoDevice, DemoPort } from './network-types.ts';

/** PhysicalClass of ENTITY-MIB. */
export const CLASS = {
  chassis: 3,
  container: 5,
  powerSupply: 6,
  fan: 7,
  sensor: 8,
  module: 9,
  port: 10,
} as const;

export const CHASSIS = 1;
const FIRST_MODULE = 20;
const FIRST_FAN = 100;
const FIRST_SUPPLY = 200;
export const INLET = 300;
const FIRST_PORT = 1000;
/** Of a port's entity come its transceiver and its five sensors. */
const PORT_STEP = 10;
const OPTICAL_FROM_BPS = 10e9;

export interface DemoPart {
  readonly index: number;
  readonly within: number;
  readonly class: number;
  readonly position: number;
  readonly name: string;
  readonly description: string;
  readonly model: string;
  readonly serial: string;
  readonly replaceable: boolean;
}

/** Such as FDO26194K7Q: letters and digits that belong to the part. */
export const serialOf = (device: DemoDevice, part: string): string => {
  const digits = Math.floor(fraction(`${device.name} ${part} serial`) * 36 ** 5);
  return `${device.product.serialPrefix}${digits.toString(36).toUpperCase().padStart(5, '0')}`;
};

interface Kit {
  readonly modules: readonly (readonly [name: string, description: string, model: string])[];
  readonly supply: string;
  /** Empty: the fans are part of a supply or of the chassis, and have no order number. */
  readonly fan: string;
}

const NO_KIT: Kit = { modules: [], supply: '', fan: '' };

const KITS: Readonly<Record<string, Kit>> = {
  'NCS-55A2-MOD-S': {
    modules: [
      ['0/RP0', 'NCS 55A2 route processor', 'NCS-55A2-RP'],
      ['0/0/1', 'Modular port adapter, 4 x 100G', 'NC55-MPA-4H-S'],
    ],
    supply: 'NC55-1200W-ACFW',
    fan: 'NC55-A2-FAN-FW',
  },
  MX204: {
    modules: [['Routing Engine 0', 'RE-S-1600x8', 'RE-S-1600x8']],
    supply: 'JPSU-650W-AC-AO',
    fan: 'JNP-FAN-1RU',
  },
  'ISR4331/K9': {
    modules: [['NIM slot 0/1', 'Layer 2 switch NIM, 4 ports', 'NIM-ES2-4']],
    supply: 'PWR-4330-AC',
    fan: '',
  },
  'C9500-24Y4C': {
    modules: [['Network module 1', '4 x 40G uplinks', 'C9500-NM-2Q']],
    supply: 'C9K-PWR-650WAC-R',
    fan: 'C9K-T1-FANTRAY',
  },
  'C9300-24T': {
    modules: [['Network module 1', '8 x 10G uplinks', 'C9300-NM-8X']],
    supply: 'PWR-C1-350WAC-P',
    fan: '',
  },
  'C9300-48P': {
    modules: [['Network module 1', '8 x 10G uplinks', 'C9300-NM-8X']],
    supply: 'PWR-C1-715WAC-P',
    fan: '',
  },
  A7210: { modules: [], supply: 'PSU-350-AC', fan: 'FAN-7200' },
};

const kitOf = (device: DemoDevice): Kit => KITS[device.product.model] ?? NO_KIT;

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** The second bay of many an access switch is empty: no fault. */
export const bayEmpty = (device: DemoDevice, supply: number): boolean =>
  device.product.role === 'access' && supply > 1 && fraction(`${device.name} supply ${supply}`) < 0.4;

export const fanIndex = (fan: number): number => FIRST_FAN + 2 * fan;
export const supplyIndex = (supply: number): number => FIRST_SUPPLY + 2 * supply;
export const portIndex = (position: number): number => FIRST_PORT + PORT_STEP * position;

/** Ports with a transceiver in them: fast ones with a cable. */
export const opticalPorts = (device: DemoDevice): readonly DemoPort[] =>
  device.ports.filter((port) => port.use === 'link' && port.speedBps >= OPTICAL_FROM_BPS);

const OPTICS: readonly (readonly [bps: number, model: string])[] = [
  [100e9, 'QSFP-100G-LR4-S'],
  [40e9, 'QSFP-40G-LR4'],
  [10e9, 'SFP-10G-LR'],
];

const opticModel = (port: DemoPort): string => OPTICS.find(([bps]) => port.speedBps >= bps)?.[1] ?? 'SFP-10G-LR';

const part = (fields: Partial<DemoPart> & Pick<DemoPart, 'index' | 'class' | 'name'>): DemoPart => ({
  within: CHASSIS,
  position: 1,
  description: fields.name,
  model: '',
  serial: '',
  replaceable: false,
  ...fields,
});

const chassisOf = ({ product, serial }: DemoDevice): DemoPart =>
  part({
    index: CHASSIS,
    within: 0,
    class: CLASS.chassis,
    position: -1,
    name: 'Chassis',
    description: `${product.model} chassis`,
    model: product.model,
    serial,
    replaceable: true,
  });

const modulesOf = (device: DemoDevice): DemoPart[] =>
  kitOf(device).modules.map(([name, description, model], at) => {
    const serial = serialOf(device, name);
    return part({
      index: FIRST_MODULE + at,
      class: CLASS.module,
      position: 10 + at,
      name,
      description,
      model,
      serial,
      replaceable: true,
    });
  });

const suppliesOf = (device: DemoDevice): DemoPart[] =>
  upTo(device.product.supplies)
    .filter((supply) => !bayEmpty(device, supply))
    .map((supply) => {
      const name = `Power supply ${supply}`;
      const { supply: model } = kitOf(device);
      const [index, serial] = [supplyIndex(supply), model === '' ? '' : serialOf(device, name)];
      return part({ index, class: CLASS.powerSupply, position: 20 + supply, name, model, serial, replaceable: true });
    });

const fansOf = (device: DemoDevice): DemoPart[] =>
  upTo(device.product.fans).map((fan) =>
    part({
      index: fanIndex(fan),
      class: CLASS.fan,
      position: 30 + fan,
      name: `Fan ${fan}`,
      description: `Fan ${fan} module`,
      model: kitOf(device).fan,
      replaceable: true,
    }),
  );

const portsOf = (device: DemoDevice): DemoPart[] =>
  opticalPorts(device).flatMap((port, at) => {
    const index = portIndex(at);
    const model = opticModel(port);
    return [
      part({ index, class: CLASS.port, position: 100 + at, name: port.name, description: port.description }),
      part({
        index: index + 1,
        within: index,
        class: CLASS.module,
        name: `${port.name} transceiver`,
        description: `${model} in ${port.name}`,
        model,
        serial: serialOf(device, `${port.name} optic`),
        replaceable: true,
      }),
    ];
  });

export const partsOf = (device: DemoDevice): readonly DemoPart[] => [
  chassisOf(device),
  ...modulesOf(device),
  ...suppliesOf(device),
  ...fansOf(device),
  ...portsOf(device),
];
