/** What the poll jobs work with, and how a job says how it went. */
import type { Clock, Log, Vault } from '../../host/host.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { Network } from '../network/network.ts';
import type { Reach } from '../network/reach.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { SshProfile } from '../ssh/profile.ts';
import type { RequestLimiter } from '../snmp/session.ts';
import type { Relinker } from '../topology/relinker.ts';

/** Things that happened while polling and that incidents are made of. */
export interface PollFindings {
  /** An SNMP job ended: the agent answered, refused, or was silent. */
  snmp(deviceId: number, word: 'answers' | 'silent' | 'refused', atMs: number): void;
  restarted(deviceId: number, atMs: number, text: string): void;
  hostKeyChanged(deviceId: number, atMs: number, text: string): void;
  /** A device was polled whole: its links have a fresh state. */
  polled(deviceId: number): void;
  /** States may have changed: look at the incidents again. */
  changed(): void;
}

/** Requests and time-outs of all sessions since the start, for the console's own health. */
export interface Traffic {
  requests: number;
  timeouts: number;
}

export interface PollDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly network: Network;
  readonly settings: SettingsBook;
  readonly credentials: CredentialBook;
  readonly reach: Reach;
  readonly limiter: RequestLimiter;
  readonly relinker: Relinker;
  readonly findings: PollFindings;
  readonly traffic: Traffic;
  readonly vault: Vault;
  /** SSH profiles by name. */
  readonly profiles: ReadonlyMap<string, SshProfile>;
}
