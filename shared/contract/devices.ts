/** Devices, their interfaces and what was read of them. */
import { z } from 'zod';
import { call, done, topic } from './define.ts';
import { deviceKind, epochMs, ipAddress, personText, port, rowId, stateWord } from './common.ts';

/** How one way of asking a device fares. `refused`: it answers, but not us (wrong credential). `unused`: never asked. */
export const reachWord = z.enum(['answers', 'silent', 'refused', 'unused', 'unknown']);

export const device = z.object({
  id: rowId,
  /** The same device in another file keeps this. */
  uid: z.string(),
  /** What people call it: the given name, else sysName, else the address. */
  name: z.string(),
  address: z.string(),
  /** TCP port at which SSH is asked. */
  sshPort: port,
  site: z.string().nullable(),
  kind: deviceKind,
  /** True when a person chose the kind: discovery leaves it alone. */
  kindPinned: z.boolean(),
  /** When its maintenance ends by itself; null without maintenance, and for one without an end. */
  maintenanceUntilMs: epochMs.nullable(),
  /** False for a neighbour that was heard of but is not polled (a ghost). */
  managed: z.boolean(),
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  os: z.string().nullable(),
  osVersion: z.string().nullable(),
  serial: z.string().nullable(),
  sysName: z.string().nullable(),
  sysDescr: z.string().nullable(),
  sysObjectId: z.string().nullable(),
  location: z.string().nullable(),
  contact: z.string().nullable(),
  state: stateWord,
  stateSinceMs: epochMs,
  /** One sentence: why it is in this state. Null when there is nothing to explain. */
  stateBecause: z.string().nullable(),
  icmp: reachWord,
  snmp: reachWord,
  ssh: reachWord,
  /** The last problem of polling it, in words that name what mends it; null when all is well. */
  problem: z.string().nullable(),
  lastAnswerAtMs: epochMs.nullable(),
  /** When it last started, by its own sysUpTime. */
  bootedAtMs: epochMs.nullable(),
  /** Milliseconds between two counter polls at present (stretched when the device is slow). */
  pollIntervalMs: z.int().nullable(),
  addedAtMs: epochMs,
});
export type Device = z.infer<typeof device>;

export const networkInterface = z.object({
  id: rowId,
  deviceId: rowId,
  /** The agent's number for it now. An attribute, never an identity. */
  ifIndex: z.int().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  alias: z.string().nullable(),
  /** IANA name such as ethernetCsmacd. */
  type: z.string().nullable(),
  /** Bits per second; null when the device does not say or says a pegged value. */
  speedBps: z.number().nullable(),
  mac: z.string().nullable(),
  mtu: z.int().nullable(),
  adminStatus: z.string().nullable(),
  operStatus: z.string().nullable(),
  addresses: z.array(z.string()),
  state: stateWord,
  stateSinceMs: epochMs,
  /** When the device no longer showed it; null while it exists. */
  removedAtMs: epochMs.nullable(),
});
export type NetworkInterface = z.infer<typeof networkInterface>;

/** Parts of a device that are not interfaces, as last read. Null means the device does not say. */
export const deviceFacts = z.object({
  processors: z.array(z.object({ name: z.string(), percent: z.number().nullable() })),
  memory: z.array(
    z.object({
      name: z.string(),
      usedPercent: z.number().nullable(),
      usedBytes: z.number().nullable(),
      totalBytes: z.number().nullable(),
    }),
  ),
  storage: z.array(
    z.object({ name: z.string(), usedPercent: z.number().nullable(), totalBytes: z.number().nullable() }),
  ),
  sensors: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      unit: z.string().nullable(),
      status: z.string().nullable(),
    }),
  ),
  /** Facts that an SSH profile parsed: name, value. */
  ssh: z.record(z.string(), z.string()),
});
export type DeviceFacts = z.infer<typeof deviceFacts>;

/** Why a configuration was read: at its interval, or because a person asked for it. */
export const revisionWhy = z.enum(['interval', 'asked']);
export type RevisionWhy = z.infer<typeof revisionWhy>;

/** A kept running configuration. The text itself is asked for apart, with its secrets masked. */
export const configRevision = z.object({
  id: rowId,
  deviceId: rowId,
  atMs: epochMs,
  lines: z.int(),
  bytes: z.int(),
  /** Null where nobody wrote it down. */
  why: revisionWhy.nullable(),
  /** Name of the credential that logged in. */
  credential: z.string().nullable(),
  /** SSH profile that read it. */
  profile: z.string().nullable(),
  /** Against the one before, without lines that change by themselves; null for the first one. */
  linesAdded: z.int().nullable(),
  linesRemoved: z.int().nullable(),
});
export type ConfigRevision = z.infer<typeof configRevision>;

/** How polling one device goes: what it is asked, how long that takes, what was tuned. */
export const pollStatus = z.object({
  job: z.string(),
  intervalMs: z.int(),
  lastStartedAtMs: epochMs.nullable(),
  lastDurationMs: z.number().nullable(),
  lastOutcome: z.string().nullable(),
  nextDueAtMs: epochMs.nullable(),
  /** Why the interval or the repetitions differ from the settings; null when they do not. */
  tuned: z.string().nullable(),
});
export type PollStatus = z.infer<typeof pollStatus>;

export const deviceDetail = z.object({
  device,
  facts: deviceFacts,
  addresses: z.array(
    z.object({ address: z.string(), prefixLength: z.int().nullable(), interfaceId: rowId.nullable() }),
  ),
  /** Which stored credential answers, by kind. */
  credentials: z.array(z.object({ kind: z.string(), credentialId: rowId, name: z.string() })),
  revisions: z.array(configRevision),
  polls: z.array(pollStatus),
  hostKey: z.object({ trusted: z.string(), firstSeenAtMs: epochMs, offered: z.string().nullable() }).nullable(),
});
export type DeviceDetail = z.infer<typeof deviceDetail>;

export const deviceCalls = {
  /** Adds one device by address; it is asked at once and appears in the topic `devices`. */
  'device.add': call(
    {
      address: ipAddress,
      name: personText(200).optional(),
      site: personText(100).optional(),
      snmpPort: port.optional(),
      /** 22 when left out. */
      sshPort: port.optional(),
      credentialIds: z.array(rowId).max(50).optional(),
    },
    z.object({ deviceId: rowId }),
  ),
  /** Changes what a person may say of a device; a null clears it, an absent field stays. */
  'device.change': call(
    {
      deviceId: rowId,
      name: personText(200).nullable().optional(),
      site: personText(100).nullable().optional(),
      /** Null leaves it to discovery again. */
      kind: deviceKind.nullable().optional(),
      maintenance: z.boolean().optional(),
      sshPort: port.optional(),
      /** When a maintenance that begins with this change ends by itself; null: when somebody ends it. */
      maintenanceUntilMs: epochMs.nullable().optional(),
      /** The stored credential to use from now on, in place of the one of its kind that was used. */
      credentialId: rowId.optional(),
    },
    done,
  ),
  /** Removes a device with its history. */
  'device.remove': call({ deviceId: rowId }, done),
  'device.read': call({ deviceId: rowId }, deviceDetail),
  /** Runs every poll of a device now; resolves when done. */
  'device.poll': call({ deviceId: rowId }, z.object({ durationMs: z.number(), problem: z.string().nullable() })),
  /** Trusts the SSH host key that the device offers now in place of the one trusted before. */
  'device.trust-host-key': call({ deviceId: rowId, fingerprint: z.string().max(200) }, done),
};

export const deviceTopics = {
  devices: topic({}, device),
  interfaces: topic({ deviceId: rowId }, networkInterface),
};
