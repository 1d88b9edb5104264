import type { SnmpUser } from '../helpers/snmp-users.ts';
import { ALL_SNMP_USERS } from '../helpers/snmp-users.ts';

/** An account on every router, open by password and by the lab's key. */
export interface LabUser {
  readonly name: 'ops' | 'router';
  readonly password: string;
  readonly shell: string;
  /** A group beside its own; '' for none. */
  readonly group: string;
}

/** `ops` gets an ordinary shell, `router` the command line of a router (FRR's vtysh). */
export const LAB_USERS: readonly LabUser[] = [
  { name: 'ops', password: 'ops-lab-password', shell: '/bin/bash', group: '' },
  { name: 'router', password: 'router-lab-password', shell: '/usr/bin/vtysh', group: 'frrvty' },
];

export const LAB_COMMUNITY = 'public';

/** 'none'; 'md5', 'sha', 'sha256', 'sha512'; and each of these with des, aes, aes256: 'sha256-aes' and so on. */
export const LAB_SNMP_USERS: readonly SnmpUser[] = ALL_SNMP_USERS.filter(
  ({ auth, priv }) => auth?.protocol !== 'SHA-224' && auth?.protocol !== 'SHA-384' && priv?.protocol !== 'AES-192',
);
