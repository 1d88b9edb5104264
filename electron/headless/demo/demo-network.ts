/** What the demo network offers to the host that runs it, and to tests. All addresses are those that people see. */
import type { DemoConfiguration } from './harbour/configurations.ts';
import type { MapPosition } from './harbour/positions.ts';
import type { PastIncident } from './harbour/past-incidents.ts';
import type { DemoSchedule } from './harbour/schedule.ts';

export interface DemoOptions {
  /** Wall clock in milliseconds; Date.now by default. */
  readonly now?: (() => number) | undefined;
  /** The story; HARBOUR_SCHEDULE by default. */
  readonly schedule?: DemoSchedule | undefined;
  /** Changes each port's own waves, serial numbers and which desks are used. */
  readonly seed?: string | undefined;
}

export interface TruthDevice {
  readonly name: string;
  readonly address: string;
  readonly site: string;
  /** Has power. */
  readonly up: boolean;
  /** The console can reach it. */
  readonly reachable: boolean;
  /** Its agent answers. */
  readonly answersSnmp: boolean;
  readonly bootedAtMs: number;
  readonly ports: number;
}

export interface TruthEnd {
  readonly device: string;
  readonly address: string;
  readonly ifIndex: number;
  readonly port: string;
}

export interface TruthLink {
  readonly a: TruthEnd;
  /** Null: leads out of the network, to `outside`. */
  readonly b: TruthEnd | null;
  readonly outside: string | null;
  readonly speedBps: number;
  readonly up: boolean;
  /** Which ends hear the other by LLDP. */
  readonly heardBy: 'both' | 'a';
}

export interface DemoTruth {
  readonly devices: readonly TruthDevice[];
  readonly links: readonly TruthLink[];
  /** Null for an address or ifIndex that is not there. */
  octets(address: string, ifIndex: number): { readonly in: bigint; readonly out: bigint } | null;
}

export interface BackfillInterface {
  readonly ifIndex: number;
  readonly name: string;
  readonly operUp: boolean;
  /** Mean of the step; null where a poll would have found no rate (silence or a restart within the step). */
  readonly inBps: number | null;
  readonly outBps: number | null;
  readonly inErrorsPerSecond: number | null;
}

export interface BackfillSample {
  readonly kind: 'sample';
  readonly atMs: number;
  readonly address: string;
  readonly reachable: boolean;
  readonly rttMs: number | null;
  /** Percent of probes in the step without an answer. */
  readonly lossPercent: number;
  readonly processorPercent: number | null;
  readonly memoryPercent: number | null;
  readonly temperatureC: number | null;
  /** Sensors by name; empty where a poll would have found none. */
  readonly sensors: readonly { readonly name: string; readonly value: number }[];
  /** Ports with something plugged in, aggregates included. The others carried nothing all the time. */
  readonly interfaces: readonly BackfillInterface[];
}

export interface BackfillIncident extends Omit<PastIncident, 'device' | 'affected' | 'fromMs' | 'toMs' | 'notes'> {
  readonly address: string | null;
  readonly ifIndex: number | null;
  readonly affectedAddresses: readonly string[];
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  readonly notes: readonly { readonly atMs: number; readonly author: string; readonly text: string }[];
}

/** Records in order of time; an incident comes when it opens. Stretches in which the console slept hold no samples. */
export type BackfillRecord = BackfillSample | { readonly kind: 'incident'; readonly incident: BackfillIncident };

/** A device that was in the network during the past day and is not any more. */
export interface RemovedDevice {
  readonly name: string;
  readonly address: string;
  readonly site: string;
  readonly model: string;
  readonly serial: string;
  readonly removedAtMs: number;
  readonly links: readonly TruthLink[];
}

export interface MaintenanceWindow {
  readonly address: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: string;
}

export interface DemoNetwork {
  readonly name: string;
  /** Addresses to start discovery from. */
  readonly seeds: readonly string[];
  readonly community: string;
  /** CIDR ranges in which discovery may ask. */
  readonly ranges: readonly string[];
  readonly sites: readonly { readonly name: string; readonly devices: readonly string[] }[];
  readonly positions: readonly MapPosition[];
  readonly removed: readonly RemovedDevice[];
  readonly maintenance: readonly MaintenanceWindow[];
  readonly startedAtMs: number;
  /** Where datagrams for a device go. Any address of the device will do; null for another port or address. */
  endpointOf(address: string, port: number): { readonly host: '127.0.0.1'; readonly port: number } | null;
  /** Asks a device for an echo over loopback: the simulated round trip, or null when nothing came within the time (1 s). */
  echo(address: string, withinMs?: number): Promise<number | null>;
  truth(atMs: number): DemoTruth;
  /** What polling every `stepMs` would have yielded between two moments. */
  backfill(fromMs: number, toMs: number, stepMs: number): IterableIterator<BackfillRecord>;
  /** What reading the devices' configurations would have yielded in the two days before, each device's in order of time. */
  configurations(): readonly DemoConfiguration[];
  close(): Promise<void>;
}
