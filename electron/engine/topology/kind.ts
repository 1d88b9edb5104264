/**
 * What a device is for, by what it says of itself. Families that are certain come first (data, kind-rules.json); then
 * what it says it does: LLDP capabilities, then sysServices (RFC 3418: 2 = bridge, 4 = routes, 64 = applications); then
 * the operating system. A guess is only an icon and a layer on the map, and a person's choice always stands above it.
 */
import type { DeviceKind } from '../../../shared/contract/common.ts';
import { deviceKind } from '../../../shared/contract/common.ts';
import type { Told } from '../../../shared/model/hardware.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import { isUnder } from '../../../shared/units/oid.ts';
import { SYSTEM_OBJECTS, cut } from '../snmp/identity/system-objects.ts';
import rules from './kind-rules.json' with { type: 'json' };

export interface KindFacts {
  readonly sysObjectID: string | null;
  readonly sysDescr: string | null;
  readonly services: number | null;
  /** LLDP capabilities that are enabled, by name. */
  readonly capabilities: readonly string[];
  /** True when it has shown ports of a bridge, false when its ports route, null when it is not known. */
  readonly hasBridge?: boolean | null | undefined;
}

interface KindRule {
  readonly kind: DeviceKind;
  readonly objectIds: readonly string[];
  readonly description: RegExp | null;
}

const RULES: readonly KindRule[] = rules.map((rule) => ({
  kind: deviceKind.parse(rule.kind),
  objectIds: rule.objectIds ?? [],
  description: rule.description === undefined ? null : new RegExp(rule.description, 'i'),
}));

/** More than this of sysDescr is never looked at: device text may be long and hostile. */
const LONGEST_DESCRIPTION = 500;

/** The kind, and what says so; null where nothing does. */
export interface KindTold {
  readonly kind: DeviceKind;
  readonly told: Told | null;
}

function judgeFacts(facts: KindFacts): KindTold {
  const { sysDescr, sysObjectID, services, capabilities } = facts;
  const description = { ...SYSTEM_OBJECTS.sysDescr, raw: cut(sysDescr) };
  const rule = ruleOf(facts);
  if (rule !== null) {
    const how = `its family is known to be of the kind ${rule.kind}`;
    if (!fitsObjectId(rule, sysObjectID)) return { kind: rule.kind, told: { ...description, how } };
    return { kind: rule.kind, told: { ...SYSTEM_OBJECTS.sysObjectID, raw: sysObjectID, how } };
  }
  const capable = byCapabilities(capabilities);
  if (capable !== null) return { kind: capable, told: null };
  const serves = byServices(facts);
  if (serves !== null) {
    const ports = facts.hasBridge === false ? ', and most of its ports in use have addresses of their own' : '';
    const how = `the sum of what it says that it does: 2 a bridge, 4 a router, 64 applications (RFC 3418)${ports}`;
    return { kind: serves, told: { ...SYSTEM_OBJECTS.sysServices, raw: String(services), how } };
  }
  const system = bySystem(facts);
  if (system !== null) return { kind: system, told: { ...description, how: 'a general operating system: a server' } };
  return { kind: 'unknown', told: null };
}

export const kindOfFacts = (facts: KindFacts): DeviceKind => judgeFacts(facts).kind;

const because = (told: Told | null, kind: DeviceKind, why: string): KindTold => ({
  kind,
  told: told && { ...told, how: `${told.how ?? ''}; but ${why}` },
});

/** The same for a whole reading of a device, with what says so. */
export function judgeKind(reading: DeviceReading): KindTold {
  const { sysObjectID, sysDescr } = reading.identity;
  const hasBridge = hasRoutedPorts(reading) ? false : null;
  const judged = judgeFacts({ sysObjectID, sysDescr, services: reading.services, capabilities: [], hasBridge });
  const { kind, told } = judged;
  const faced = kind === 'server' ? routersFaced(reading) : 0;
  if (faced >= 2) return because(told, 'router', `${faced} of its ports with an address face routers: a router`);
  if (kind === 'l3-switch' && addressedPorts(reading) === 1)
    return because(told, 'switch', 'one port alone has an address: it routes nothing, and is a switch');
  return judged;
}

export const kindOf = (reading: DeviceReading): DeviceKind => judgeKind(reading).kind;

/**
 * Ports with an address of their own, loopback left out. A switch of a family that can route, but with one address, routes
 * nothing: that is its management, and it is an access switch (Catalyst 9300 and its like).
 */
function addressedPorts({ addresses }: DeviceReading): number {
  return new Set(addresses.filter(({ address }) => !isLoopback(address)).map(({ ifIndex }) => ifIndex)).size;
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

/**
 * Whether its ports are a router's: most Ethernet ports in use carry an address themselves. A switch that routes has its
 * addresses on VLAN interfaces and on a few uplinks at most. sysServices does not tell them apart: 6 (bridge and router) is
 * what routers with Ethernet say too, and what administrators of net-snmp write for a router (FRR, VyOS).
 */
function hasRoutedPorts({ interfaces, addresses }: DeviceReading): boolean {
  const addressed = new Set(addresses.map((row) => row.ifIndex));
  const inUse = interfaces.filter((port) => port.type === 'ethernetCsmacd' && port.operStatus === 'up');
  const routed = inUse.filter((port) => addressed.has(port.ifIndex));
  return routed.length >= LEAST_ROUTED_PORTS && routed.length * 2 > inUse.length;
}

/** One alone may be a port for management. */
const LEAST_ROUTED_PORTS = 2;

/** Ports with an address of their own that face a router: two of them make a host with a general system a router. */
function routersFaced(reading: DeviceReading): number {
  const addressed = new Set(reading.addresses.map((row) => row.ifIndex));
  const facing = reading.neighbours.filter(
    (row) => row.localIfIndex !== null && addressed.has(row.localIfIndex) && row.remoteCapabilities.includes('router'),
  );
  return new Set(facing.map((row) => row.localIfIndex)).size;
}

/** A neighbour that is not polled: what its LLDP or CDP row says. */
export function kindOfGhost(sysDescr: string | null, capabilities: readonly string[]): DeviceKind {
  const kind = kindOfFacts({ sysObjectID: null, sysDescr, services: null, capabilities });
  return kind === 'unknown' ? 'unmanaged' : kind;
}

const fitsObjectId = (rule: KindRule, sysObjectID: string | null): boolean =>
  sysObjectID !== null && rule.objectIds.some((prefix) => isUnder(sysObjectID, prefix));

function ruleOf({ sysObjectID, sysDescr }: KindFacts): KindRule | null {
  const description = sysDescr?.slice(0, LONGEST_DESCRIPTION) ?? '';
  const fits = (rule: KindRule): boolean =>
    fitsObjectId(rule, sysObjectID) ||
    (description !== '' && rule.description !== null && rule.description.test(description));
  return RULES.find(fits) ?? null;
}

function byCapabilities(capabilities: readonly string[]): DeviceKind | null {
  const has = (name: string) => capabilities.includes(name);
  if (has('wlanAccessPoint')) return 'access-point';
  if (has('router')) return has('bridge') ? 'l3-switch' : 'router';
  if (has('bridge')) return 'switch';
  return has('stationOnly') ? 'server' : null;
}

/** A host with applications that also routes is a router made of a server; one that only bridges (a hypervisor) is a server. */
function byServices({ services, hasBridge }: KindFacts): DeviceKind | null {
  if (services === null || services <= 0) return null;
  const [bridges, routes, applies] = [2, 4, 64].map((bit) => (services & bit) !== 0);
  if (routes === true) return bridges === true && applies !== true && hasBridge !== false ? 'l3-switch' : 'router';
  if (applies === true) return 'server';
  return bridges === true ? 'switch' : null;
}

function bySystem({ sysDescr, sysObjectID }: KindFacts): DeviceKind | null {
  const netSnmpHost = sysObjectID !== null && isUnder(sysObjectID, '1.3.6.1.4.1.8072.3.2');
  const windows = sysObjectID !== null && isUnder(sysObjectID, '1.3.6.1.4.1.311.1.1.3.1');
  const named = /\b(linux|windows|freebsd|openbsd|netbsd|sunos|solaris|aix|vmware esxi?)\b/i.test(sysDescr ?? '');
  return netSnmpHost || windows || named ? 'server' : null;
}
