/** What the incident machine is told at each step, and what it answers. Everything is gathered by the caller. */
import type { DeviceKind, Severity, StateWord } from '../../../shared/contract/common.ts';
import type { IncidentKind, IncidentReason } from '../../../shared/contract/incidents.ts';
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
  /** Devices that the console hangs on; empty when unknown. */
  readonly vantages: readonly number[];
  readonly localLinkDown: boolean;
  readonly icmpIntervalMs: number;
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
