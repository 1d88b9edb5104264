/** Words that several topics share: ids, times, states, kinds. */
import { z } from 'zod';

/** Row id in the network file. Stable for the life of the file. */
export const rowId = z.int().positive();
/** Milliseconds since 1970 in UTC, as `Date.now()` gives. */
export const epochMs = z.int().nonnegative();
/** A TCP or UDP port. */
export const port = z.int().min(1).max(65535);
/** Text that a person typed: bounded, and never empty after trimming. */
export const personText = (max: number) => z.string().trim().min(1).max(max);
/** An IPv4 or IPv6 address in text. */
export const ipAddress = z.union([z.ipv4(), z.ipv6()], { error: 'must be an IPv4 or IPv6 address' });
/** An IPv4 or IPv6 range such as 10.0.0.0/16. */
export const cidr = z.union([z.cidrv4(), z.cidrv6()], { error: 'must be a range such as 10.0.0.0/16' });

/** What a device, interface or link is doing. Each has a colour, a shape and a word (docs: states). */
export const stateWord = z.enum([
  'up',
  'degraded',
  'down',
  'unreachable',
  'maintenance',
  'unknown',
  'suspect',
  'blind',
]);
export type StateWord = z.infer<typeof stateWord>;

export const severity = z.enum(['critical', 'major', 'minor', 'info']);
export type Severity = z.infer<typeof severity>;

/** What a device is for; decides its icon and its layer on the map. */
export const deviceKind = z.enum([
  'router',
  'l3-switch',
  'switch',
  'firewall',
  'server',
  'storage',
  'wireless-controller',
  'access-point',
  'balancer',
  'ups',
  'printer',
  'camera',
  'unmanaged',
  'outside',
  'unknown',
]);
export type DeviceKind = z.infer<typeof deviceKind>;
