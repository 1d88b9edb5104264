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

/** What was learnt of a device's agent and is worth remembering between polls. */
export interface SnmpTuning {
  readonly maxRepetitions: number;
  readonly smoothedRttMs: number | null;
  /** Tables (by name) that the device has shown not to have. */
  readonly absentTables: readonly string[];
  /** SNMPv3: hexadecimal engine id, cached to save a round trip. */
  readonly engineId: string | null;
  /** Why repetitions differ from the standard; null when they do not. */
  readonly note: string | null;
  /** Name of the vendor profile that fits it (resources/profiles/snmp), once it was read as a whole. */
  readonly profile?: string | undefined;
}
