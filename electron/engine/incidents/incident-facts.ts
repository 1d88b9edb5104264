/** What the incident machine is told at each step, and what it answers. Everything is gathered by the caller. */
import type { DeviceKind, Severity, StateWord } from '../../../shared/contract/common.ts';
import type { IncidentKind, IncidentReason } from '../../../shared/contract/incidents.ts';
import type { Health } from '../../../shared/model/hardware.ts';
import type { ReachMemory } from './reachability.ts';

export interface DeviceFact {
  readonly id: number;
  readonly name: string;
  readonly site: string | null;
  readonly kind: DeviceKind;
  /** False for a ghost: it is never asked. */
  readonly managed: boolean;
  readonly maintenance: boolean;
  readonly reach: ReachMemory;
  /** The last restart that was noticed, and when it was noticed. */
  readonly restarted: { readonly notedAtMs: number; readonly text: string } | null;
  /** An SSH host key is offered that is not the trusted one. */
  readonly hostKeyChanged: { readonly sinceMs: number; readonly text: string } | null;
  readonly flapping: boolean;
}

/** A part of a device that is at fault, or that an open incident is about: a fan, a power supply, a transceiver, a sensor. */
export interface PartFact {
  /** Unique, and the same as long as the part is: `fan-failed:17`. */
  readonly key: string;
  readonly kind: IncidentKind;
  readonly deviceId: number;
  readonly interfaceId: number | null;
  readonly sensorId: number;
  /** The worst that its sensors say. Unknown decides nothing. */
  readonly health: Health;
  readonly severity: Severity;
  /** "fan 2 failed". */
  readonly title: string;
  readonly sinceMs: number;
  readonly reasons: readonly IncidentReason[];
}

export interface LinkFact {
  readonly id: number;
  /** "r1 eth1 to r2 eth2". */
  readonly name: string;
  readonly aDeviceId: number;
  readonly aInterfaceId: number | null;
  readonly bDeviceId: number;
  readonly bInterfaceId: number | null;
  /** From link-state.ts. */
  readonly state: StateWord;
  readonly sinceMs: number;
  readonly because: string | null;
  readonly flapping: boolean;
}

export interface IncidentFacts {
  readonly devices: readonly DeviceFact[];
  /** Links that are not gone. */
  readonly links: readonly LinkFact[];
  readonly parts: readonly PartFact[];
  /** Devices that the console hangs on; empty when unknown. */
  readonly vantages: readonly number[];
  readonly localLinkDown: boolean;
  readonly icmpIntervalMs: number;
  /** How often the status of ports is read. */
  readonly counterIntervalMs: number;
  /** How long a fault must last before it opens an incident, and a recovery before it closes one. */
  readonly holdDownMs: number;
  readonly holdUpMs: number;
}

export interface DeviceVerdict {
  readonly state: StateWord;
  /** Since when, by the first probe that said so; null when never asked. */
  readonly sinceMs: number | null;
  readonly because: string | null;
}

/** One incident as the machine keeps it; `key` is unique among the open ones. */
export interface OpenIncident {
  readonly id: number;
  readonly key: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly title: string;
  readonly deviceId: number | null;
  readonly interfaceId: number | null;
  readonly linkId: number | null;
  readonly sensorId: number | null;
  readonly site: string | null;
  readonly affected: readonly number[];
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  /** Texts of reasons given already, so that each is given once. */
  readonly told: readonly string[];
}

export interface IncidentChange {
  readonly phase: 'open' | 'update' | 'close';
  readonly incident: OpenIncident;
  /** Reasons that are new with this change. */
  readonly reasons: readonly IncidentReason[];
  /** One sentence on why this happens now. */
  readonly why: string;
}
