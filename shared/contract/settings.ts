/** Settings of a network file, its credentials (never their secrets), and the health of the console. */
import { z } from 'zod';
import { call, done, topic } from './define.ts';
import { cidr, epochMs, ipAddress, personText, port, rowId } from './common.ts';

const seconds = (min: number, max: number) => z.int().min(min).max(max);

/** Intervals in seconds; ranges; how many requests at once. Standard values: `standardSettings`. */
export const settingsValues = z.strictObject({
  networkName: personText(100),
  icmpIntervalS: seconds(1, 3600),
  counterIntervalS: seconds(5, 3600),
  healthIntervalS: seconds(10, 86_400),
  topologyIntervalS: seconds(30, 86_400),
  configIntervalS: seconds(300, 604_800),
  /** SNMP requests under way at once over all devices. */
  snmpConcurrency: z.int().min(1).max(2000),
  /** Credentials are sent inside these ranges only. */
  allowedRanges: z.array(cidr).max(1000),
  /** Raw samples are kept this long; roll-ups longer. */
  sampleRetentionDays: z.int().min(1).max(3650),
  /** Roll-ups of 5 minutes carry the 95th percentile, those of an hour the graph of a year and more. */
  rollUp5mRetentionDays: z.int().min(7).max(3650),
  rollUp1hRetentionDays: z.int().min(30).max(36_500),
  /** Events, states that ended, incidents that closed, links that are gone. */
  historyRetentionDays: z.int().min(30).max(36_500),
  /** Seconds a fault must last before it opens an incident, and a recovery before it closes one. */
  holdDownS: seconds(0, 3600),
  holdUpS: seconds(0, 3600),
});
export type SettingsValues = z.infer<typeof settingsValues>;

export const standardSettings: SettingsValues = {
  networkName: 'My network',
  icmpIntervalS: 10,
  counterIntervalS: 60,
  healthIntervalS: 120,
  topologyIntervalS: 900,
  configIntervalS: 86_400,
  snmpConcurrency: 200,
  allowedRanges: [],
  sampleRetentionDays: 14,
  rollUp5mRetentionDays: 35,
  rollUp1hRetentionDays: 1100,
  historyRetentionDays: 1100,
  holdDownS: 0,
  holdUpS: 0,
};

export const settings = settingsValues.extend({ id: z.literal('settings') });
export type Settings = z.infer<typeof settings>;

export const credentialKind = z.enum(['snmp-community', 'snmp-v3', 'ssh-password', 'ssh-key']);
export type CredentialKind = z.infer<typeof credentialKind>;

export const snmpAuthProtocol = z.enum(['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512']);
/** aes256 is the Blumenthal key extension, aes256r the Reeder one that Cisco uses. */
export const snmpPrivProtocol = z.enum(['des', 'aes', 'aes256', 'aes256r']);
export type SnmpAuthProtocol = z.infer<typeof snmpAuthProtocol>;
export type SnmpPrivProtocol = z.infer<typeof snmpPrivProtocol>;

const secret = z.string().min(1).max(10_000);

const sshPassword = z.strictObject({
  kind: z.literal('ssh-password'),
  user: personText(100),
  password: secret,
  profile: z.string().max(50).optional(),
});
const sshKey = z.strictObject({
  kind: z.literal('ssh-key'),
  user: personText(100),
  privateKey: secret,
  passphrase: secret.optional(),
  profile: z.string().max(50).optional(),
});
export const sshSecret = z.discriminatedUnion('kind', [sshPassword, sshKey]);

/** What a credential holds. Travels from the page to the engine only, never back. */
export const credentialSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snmp-community'), version: z.enum(['1', '2c']).default('2c'), community: secret }),
  z.strictObject({
    kind: z.literal('snmp-v3'),
    user: personText(100),
    authProtocol: snmpAuthProtocol.optional(),
    authPassword: secret.optional(),
    privProtocol: snmpPrivProtocol.optional(),
    privPassword: secret.optional(),
  }),
  sshPassword,
  sshKey,
]);
export type CredentialSecret = z.infer<typeof credentialSecret>;

export const credential = z.object({
  id: rowId,
  name: z.string(),
  kind: credentialKind,
  /** What may be shown: "v2c", "v3 ops, SHA-256, AES-128", "ops, password". */
  summary: z.string(),
  /** Always true: the secret itself never leaves the engine. False when the sealing key of this machine cannot open it. */
  hasSecret: z.boolean(),
  /** Order in which credentials are tried. */
  rank: z.int(),
  usedBy: z.int(),
});
export type Credential = z.infer<typeof credential>;

/** The console's own state. */
export const consoleHealth = z.object({
  id: z.literal('console'),
  atMs: epochMs,
  healthy: z.boolean(),
  /** What is wrong, in words; empty when healthy. */
  problems: z.array(z.string()),
  pollsLate: z.int(),
  pollsRunning: z.int(),
  queueLength: z.int(),
  requestsPerSecond: z.number(),
  timeoutsPerSecond: z.number(),
  loopDelayP99Ms: z.number(),
  cpuPercent: z.number(),
  memoryBytes: z.number(),
  fileBytes: z.number(),
  writeQueue: z.int(),
});
export type ConsoleHealth = z.infer<typeof consoleHealth>;

export const networkInfo = z.object({
  name: z.string(),
  /** File name without its folder. */
  file: z.string(),
  demo: z.boolean(),
  engineVersion: z.string(),
  /** How secrets are sealed here, in words. */
  vault: z.string(),
  startedAtMs: epochMs,
  /** The engine's clock now, so that the page can tell a difference of clocks. */
  nowMs: epochMs,
});
export type NetworkInfo = z.infer<typeof networkInfo>;

/** What the search box finds. */
export const searchHit = z.object({
  kind: z.enum(['device', 'interface', 'address', 'mac', 'incident']),
  /** Id of the device, interface or incident. */
  id: rowId,
  deviceId: rowId.nullable(),
  title: z.string(),
  subtitle: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const settingsCalls = {
  'network.info': call({}, networkInfo),
  'settings.change': call({ values: settingsValues.partial() }, done),
  'credential.add': call({ name: personText(100), secret: credentialSecret }, z.object({ credentialId: rowId })),
  /** Renames a credential or replaces its secret. */
  'credential.change': call(
    {
      credentialId: rowId,
      name: personText(100).optional(),
      secret: credentialSecret.optional(),
      rank: z.int().optional(),
    },
    done,
  ),
  'credential.remove': call({ credentialId: rowId }, done),
  /** Tries one credential against one address on the spot. `message` says what happened and what mends it. */
  'credential.test': call(
    { credentialId: rowId, address: ipAddress, port: port.optional() },
    z.object({ ok: z.boolean(), message: z.string(), durationMs: z.number() }),
  ),
  'search.find': call({ text: z.string().max(200), limit: z.int().min(1).max(100).default(20) }, z.array(searchHit)),
};

export const settingsTopics = {
  settings: topic({}, settings),
  credentials: topic({}, credential),
  console: topic({}, consoleHealth),
};
