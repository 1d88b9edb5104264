/** Finding devices: sweeps, crawls, and their progress. */
import { z } from 'zod';
import { call, done, topic } from './define.ts';
import { cidr, epochMs, ipAddress, port, rowId } from './common.ts';

/** One address under discovery. */
export const discoveryTarget = z.object({
  /** The address. */
  id: z.string(),
  step: z.enum(['waiting', 'ping', 'identify', 'interfaces', 'neighbours', 'done', 'failed', 'skipped', 'same-device']),
  /** sysName once known. */
  name: z.string().nullable(),
  deviceId: rowId.nullable(),
  /** "Cisco Catalyst 9500, 28 ports, 11 neighbours" or what failed, after how long, and what mends it. */
  text: z.string(),
  /** Code of a failure, so that the page can offer the right button: see errors.ts. */
  problem: z.string().nullable(),
  /** Who told of this address: null for a seed. */
  heardFrom: z.string().nullable(),
  startedAtMs: epochMs.nullable(),
  durationMs: z.number().nullable(),
});
export type DiscoveryTarget = z.infer<typeof discoveryTarget>;

/** The run as a whole; there is at most one at a time. */
export const discoveryRun = z.object({
  id: z.literal('run'),
  state: z.enum(['idle', 'running', 'cancelled', 'finished', 'failed']),
  startedAtMs: epochMs.nullable(),
  endedAtMs: epochMs.nullable(),
  found: z.int(),
  waiting: z.int(),
  failed: z.int(),
  links: z.int(),
  confirmedLinks: z.int(),
  text: z.string(),
});
export type DiscoveryRun = z.infer<typeof discoveryRun>;

export const discoveryCalls = {
  /**
   * Starts a run: each seed is asked, and, unless `follow` is false, its neighbours (LLDP, CDP and the like) inside `allow`.
   * A seed may be a range, which is swept. Without `allow`, each seed's own /24 (or /64) is the limit.
   */
  'discovery.start': call(
    {
      seeds: z
        .array(z.union([ipAddress, cidr]))
        .min(1)
        .max(1000),
      allow: z.array(cidr).max(1000).default([]),
      credentialIds: z.array(rowId).max(50).default([]),
      follow: z.boolean().default(true),
      /** Sends no credential at all: what answers ping is kept. Else no ids means every stored credential. */
      pingOnly: z.boolean().default(false),
      snmpPort: port.optional(),
      /** Kept for each device that is new: where SSH will be asked. 22 when left out. */
      sshPort: port.optional(),
    },
    done,
  ),
  'discovery.cancel': call({}, done),
};

export const discoveryTopics = {
  'discovery.targets': topic({}, discoveryTarget),
  'discovery.run': topic({}, discoveryRun),
};
