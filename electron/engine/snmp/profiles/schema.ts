/** What may stand in a profile (resources/profiles/snmp/*.json); see the README there. */
import { z } from 'zod';
import { NEIGHBOUR_PROTOCOL_WORDS } from '../../../../shared/model/neighbour-protocols.ts';
import { COMPONENT_WORDS, OPTIC_WORDS } from '../../../../shared/model/hardware.ts';
import { patternTrouble } from '../../ssh/bounded-pattern.ts';
import { parseCell, parseTemplate } from './cell.ts';
import type { CellRef, TemplatePart } from './cell.ts';

const oid = z
  .string()
  .regex(/^1(\.\d{1,10}){2,40}$/, 'an OID: numbers and dots, such as 1.3.6.1.4.1.9, no dot at an end');

const pattern = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const trouble = patternTrouble(text);
    if (trouble !== null) context.addIssue({ code: 'custom', message: `regular expression: ${trouble}` });
  })
  .transform((text) => new RegExp(text, 'iu'));

const cell = z.string().transform((text, context): CellRef => {
  const parsed = parseCell(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: `"${text}" is no cell: write table.column, such as entity.7` });
  return z.NEVER;
});

const template = z.string().transform((text, context): readonly TemplatePart[] => {
  const parsed = parseTemplate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: `"${text}": write cells in braces, such as {entity.7}, or {index}` });
  return z.NEVER;
});

const oneOrMore = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(one).min(1));
const source = z
  .string({ error: 'say which MIB and object this is: "ENTITY-MIB entPhysicalSerialNum"' })
  .min(3)
  .max(200);

/** Cells tried in this order; the first that the device fills decides. */
const cells = oneOrMore(cell);
const templates = oneOrMore(template);
const plain = z.union([z.number(), z.string()]);

/** A row counts only if all of it holds. */
const condition = z.strictObject({
  cell: cell.optional(),
  /** Instead of a cell: an arc of the row's index, the last one being -1. */
  arc: z.int().optional(),
  /** One of these. */
  is: z.array(plain).optional(),
  /** None of these; a missing cell passes. */
  not: z.array(plain).optional(),
  matches: pattern.optional(),
  lacks: pattern.optional(),
  /** At least this number. */
  least: z.number().optional(),
});

/** Where rows come from, and which of them. */
const rows = {
  /** MIB and object: where it is written that this is so. */
  source,
  where: z.array(condition).default([]),
  /** Only where the rules before it gave nothing. */
  otherwise: z.boolean().default(false),
  name: templates.optional(),
};

const CONVERSIONS = z.enum(['milliwatts-to-dbm', 'fahrenheit-to-celsius']);

/** From what the agent says to the number meant: words, pattern, ignore, scale and precision, factor, offset, convert, in this order. */
const numbers = {
  /** States that the agent tells in words alone: the number of each, for the graph. Other words are no reading. */
  words: z
    .record(z.string().regex(/^[^A-Z]+$/, 'small letters: words are compared without regard to case'), z.int())
    .optional(),
  /** Group 1 is the number, where the agent tells it as text. */
  pattern: pattern.optional(),
  /** The octets are one number: bits, mostly. */
  octets: z.boolean().default(false),
  /** Numbers that mean "not there". */
  ignore: z.array(z.number()).default([]),
  factor: z.number().default(1),
  offset: z.number().default(0),
  /** ENTITY-SENSOR-MIB: EntitySensorDataScale and precision. */
  scale: cell.optional(),
  precision: cell.optional(),
  convert: CONVERSIONS.optional(),
  /** What lies outside is no reading. */
  range: z.tuple([z.number(), z.number()]).optional(),
};

const processorRule = z.strictObject({ ...rows, ...numbers, value: cells });

const memoryRule = z.strictObject({
  ...rows,
  used: cells.optional(),
  free: cells.optional(),
  total: cells.optional(),
  percent: cells.optional(),
  /** Bytes in the unit of the numbers above, told by the MIB or by a cell. */
  unitBytes: z.union([z.number().positive(), cell]).default(1),
  /** Numbers as text ("512 MB"): group 1 is the number. */
  pattern: pattern.optional(),
});

/** A level in the unit of the value, or cells that hold it as the agent holds the value. */
const level = z.union([z.number(), cells]);

/** Levels told in rows of another table, one a row, whose index goes on after ours. */
const limitRows = z.strictObject({
  value: cell,
  /** Which numbers of the relation mean "below this" and "above this". */
  relation: z.strictObject({ cell, low: z.array(z.int()), high: z.array(z.int()) }),
  /** Which numbers of the severity mean a warning; others are critical. */
  severity: z.strictObject({ cell, warning: z.array(z.int()) }).optional(),
});

/** Where limits stand. They are made of what the agent says like the value itself, unless said otherwise here. */
const limits = z.strictObject({
  source,
  lowCritical: level.optional(),
  lowWarning: level.optional(),
  highWarning: level.optional(),
  highCritical: level.optional(),
  rows: limitRows.optional(),
  ignore: z.array(z.number()).optional(),
  factor: z.number().optional(),
  offset: z.number().optional(),
  convert: CONVERSIONS.optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
});

const numbersOf = z.array(z.int()).optional();
/** What the numbers of a state mean for the part. A number that stands nowhere says nothing about it. */
const health = z.strictObject({
  ok: numbersOf,
  warning: numbersOf,
  critical: numbersOf,
  failed: numbersOf,
  absent: numbersOf,
});

const KINDS = [
  'temperature', 'voltage', 'current', 'power', 'fanspeed', 'frequency', 'humidity', 'dbm', 'airflow', 'state', 'count',
  'load', 'charge', 'runtime', 'percent', 'signal', 'snr', 'bitrate', 'loss', 'delay', 'pressure', 'quality_factor',
  'power_factor', 'power_consumed', 'tv_signal', 'ber', 'eer', 'waterflow', 'chromatic_dispersion', 'distance', 'cooling',
] as const; // prettier-ignore

const sensorRule = z.strictObject({
  ...rows,
  ...numbers,
  value: cells,
  kind: z.union([z.enum(KINDS), z.strictObject({ cell, words: z.record(z.string(), z.enum(KINDS)) })]),
  /** Word of each number of a state. */
  states: z.record(z.string().regex(/^-?\d+$/, 'a number'), z.string().min(1)).optional(),
  /** The state of the sensor beside its value; words by its numbers. */
  status: z.strictObject({ cell, words: z.record(z.string(), z.string().min(1)) }).optional(),
  /** Which numbers of the state (or of the status) are well and which are not. */
  health: health.optional(),
  limits: limits.optional(),
  /** The part whose state this is. */
  component: z.enum(COMPONENT_WORDS).optional(),
  /** Which value of a transceiver it is. */
  optic: z.enum(OPTIC_WORDS).optional(),
  /** entPhysicalIndex of what it belongs to, and ifIndex of its port: a number out of index or cells. */
  entity: template.optional(),
  port: template.optional(),
});

const identityRule = z.union(
  [
    z.strictObject({ text: z.string().min(1) }),
    z.strictObject({
      source,
      from: z.union([z.enum(['sysDescr', 'sysName', 'sysObjectID']), cell]),
      where: z.array(condition).default([]),
      pattern: pattern.optional(),
      /** The answer, with {0}, {1} … for what the pattern found, and cells; default {1} or the whole text. */
      as: z.string().min(1).optional(),
      words: z.record(z.string(), z.string().min(1)).optional(),
    }),
  ],
  { error: 'either { "text": … } or { "source": …, "from": …, "pattern": … }' },
);

const column = z.int().positive();
const protocol = z.enum(NEIGHBOUR_PROTOCOL_WORDS);
/** An object that shows that the device has the protocol, so that an empty table means: no neighbours. */
const spokenBy = oid.optional();
const WHEN = z.enum(['otherwise', 'also', 'never']);

export const IDENTITY_FIELDS = ['vendor', 'os', 'model', 'osVersion', 'serial'] as const;
const identityRules = z.array(identityRule).default([]);

const profile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,49}$/, 'small letters, digits and hyphens'),
  title: z.string().min(1).max(120),
  note: z.string().max(500).optional(),
  /** Profiles whose rules stand behind these. */
  extends: z.array(z.string()).default([]),
  /** One of these has to fit, with all that it says. Without any: only for others to extend. */
  match: z
    .array(
      z.strictObject({
        sysObjectId: oid.optional(),
        sysDescr: pattern.optional(),
        /** The device has this object. */
        answers: oid.optional(),
      }),
    )
    .default([]),
  /** OID of the row (…Entry) by the table's name here. */
  tables: z.record(z.string().regex(/^[a-zA-Z]\w*$/, 'letters and digits'), oid).default({}),
  /** OID of the group above single objects, by its name here: `sys.2.3` is then group.2.3.0. */
  scalars: z.record(z.string().regex(/^[a-zA-Z]\w*$/, 'letters and digits'), oid).default({}),
  /** When the standard tables count: only where the profile gives nothing, also, or never. */
  standard: z
    .strictObject({ processors: WHEN, memory: WHEN, sensors: WHEN, storage: WHEN, identity: WHEN })
    .partial()
    .default({}),
  identity: z
    .strictObject({
      vendor: identityRules,
      os: identityRules,
      model: identityRules,
      osVersion: identityRules,
      serial: identityRules,
    })
    .prefault({}),
  processors: z.array(processorRule).default([]),
  memory: z.array(memoryRule).default([]),
  sensors: z.array(sensorRule).default([]),
  /** Limits of the sensors of ENTITY-SENSOR-MIB, at whose rows they stand (`entSensor`). */
  entitySensors: z.strictObject({ limits: limits.optional() }).default({}),
  /** Tables of parts that stand in for entPhysicalTable where that is empty. */
  parts: z
    .strictObject({
      /** JUNIPER-MIB: jnxContentsTable, jnxContainersTable. */
      contents: z.strictObject({ source, table: oid, containers: oid }).optional(),
    })
    .default({}),
  neighbours: z
    .strictObject({
      /** Tables of the shape of lldpV2RemTable and lldpV2RemManAddrTable: time mark, ifIndex, destination, remote index. */
      lldpLike: z
        .strictObject({
          source,
          remote: oid,
          columns: z.strictObject({
            chassisIdSubtype: column,
            chassisId: column,
            portIdSubtype: column,
            portId: column,
            portDesc: column,
            sysName: column,
            sysDesc: column,
            capEnabled: column,
          }),
          addresses: oid,
          addressColumn: column,
        })
        .optional(),
      /** A table of the shape of cdpCacheTable: ifIndex and a number, or more of them, in the index. */
      cdpLike: z
        .strictObject({
          source,
          protocol,
          table: oid,
          columns: z.strictObject({
            address: column.optional(),
            version: column.optional(),
            deviceId: column,
            devicePort: column,
            platform: column.optional(),
            capabilities: column.optional(),
            /** Which protocol the row was heard by; numbers that `words` does not have mean `protocol`. */
            heardBy: column.optional(),
          }),
          words: z.record(z.string().regex(/^\d+$/, 'a number'), protocol).default({}),
          spokenBy,
        })
        .optional(),
      /** EXTREME-EDP-MIB: extremeEdpTable, extremeEdpNeighborTable, extremeEdpPortTable. */
      edp: z.strictObject({ source, table: oid, addresses: oid, ports: oid }).optional(),
      /** S5-ETH-MULTISEG-TOPOLOGY-MIB: s5EnMsTopNmmTable, s5EnMsTopNmmEnhancedTable. */
      sonmp: z.strictObject({ source, table: oid, channels: oid, spokenBy }).optional(),
      /** HUAWEI-HGMP-MIB hwNDPPortNbTable and its copies. */
      ndp: z.strictObject({ source, table: oid, spokenBy }).optional(),
      /** MIKROTIK-MIB mtxrNeighborTable. */
      mndp: z.strictObject({ source, table: oid, spokenBy }).optional(),
    })
    .default({}),
});

export type SnmpProfile = z.output<typeof profile>;
export type ProcessorRule = SnmpProfile['processors'][number];
export type MemoryRule = SnmpProfile['memory'][number];
export type SensorRule = SnmpProfile['sensors'][number];
export type IdentityRule = z.output<typeof identityRule>;
export type LimitsRule = z.output<typeof limits>;
export type HealthRule = z.output<typeof health>;
export type PartRules = SnmpProfile['parts'];
export type NeighbourRules = SnmpProfile['neighbours'];
export type LldpLike = NonNullable<SnmpProfile['neighbours']['lldpLike']>;
export type Condition = z.output<typeof condition>;

/** Reads a profile out of the text of its file. Each problem names the place in it and what to do there. */
export const parseProfile = (
  fileName: string,
  text: string,
): { readonly profile: SnmpProfile } | { readonly problems: readonly string[] } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [`${fileName}: not JSON: ${error instanceof Error ? error.message : 'unreadable'}`] };
  }
  const parsed = profile.safeParse(json);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path, message }) => `${fileName}: ${path.join('.') || 'file'}: ${message}`),
    };
  if (fileName !== `${parsed.data.name}.json`)
    return {
      problems: [`${fileName}: name: is "${parsed.data.name}", so the file must be called ${parsed.data.name}.json`],
    };
  return { profile: parsed.data };
};
