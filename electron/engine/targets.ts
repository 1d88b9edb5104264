/** How one device is reached: shared words of the SNMP, SSH, discovery and poll folders. */
import type { CredentialSecret } from '../../shared/contract/settings.ts';

/** A credential opened for use in memory. Prints as its name and never as its secret. */
export interface OpenCredential {
  readonly id: number;
  readonly name: string;
  readonly secret: CredentialSecret;
}

export type SnmpCredential = Extract<CredentialSecret, { kind: 'snmp-community' | 'snmp-v3' }>;
export type SshCredential = Extract<CredentialSecret, { kind: 'ssh-password' | 'ssh-key' }>;

/** What an SNMP session needs. `host`/`port` are where packets go, `address` is what people call it. */
export interface SnmpTarget {
  readonly address: string;
  readonly host: string;
  readonly port: number;
  /** The port that people know it by, where packets go to another (the demo); absent: `port`. */
  readonly askedPort?: number | undefined;
  readonly credential: SnmpCredential;
}

/** The agent at the moment when it was learnt what it has. */
export interface Learnt {
  readonly atMs: number;
  /** sysObjectID and sysDescr: with another software the latter differs. */
  readonly software: string;
  readonly uptimeMs: number | null;
  /** When the agent says that its parts and its interfaces changed last: sysUpTime then, both. */
  readonly changes: string;
}

/** What was learnt of a device's agent and is worth remembering between polls. */
export interface SnmpTuning {
  readonly maxRepetitions: number;
  readonly smoothedRttMs: number | null;
  /** Tables (by the OID of their rows) and single objects that the device has shown not to have. */
  readonly absentTables: readonly string[];
  /** How many rows a table had, rounded up: what is there need not be looked for, and the first answer is of the right size. */
  readonly tableRows?: Readonly<Record<string, number>> | undefined;
  /** How many objects it bears in one request that asks which are there. */
  readonly questionsAtOnce?: number | undefined;
  /** Of whom and when the above was learnt; missing where no full reading did it. */
  readonly learnt?: Learnt | undefined;
  /** SNMPv3: hexadecimal engine id, cached to save a round trip. */
  readonly engineId: string | null;
  /** Why repetitions differ from the standard; null when they do not. */
  readonly note: string | null;
  /** Name of the vendor profile that fits it (resources/profiles/snmp), once it was read as a whole. */
  readonly profile?: string | undefined;
}
