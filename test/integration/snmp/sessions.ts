/** Sessions with test agents. */
import { systemClock } from '../../../electron/host/system-clock.ts';
import type { SnmpSession } from '../../../electron/engine/snmp/session.ts';
import { openSnmp } from '../../../electron/engine/snmp/session.ts';
import type { SnmpCredential, SnmpTuning } from '../../../electron/engine/targets.ts';
import type { AuthProtocol, PrivProtocol, SnmpUser } from '../../helpers/snmp-users.ts';

export const community = (text = 'public', version: '1' | '2c' = '2c'): SnmpCredential => ({
  kind: 'snmp-community',
  version,
  community: text,
});

const AUTH = {
  MD5: 'md5',
  SHA: 'sha',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
} as const;
const PRIV = { DES: 'des', AES: 'aes', 'AES-256': 'aes256', 'AES-256-C': 'aes256r' } as const;

const authOf = (protocol: AuthProtocol) => AUTH[protocol];
const privOf = (protocol: PrivProtocol | 'AES-256-C') => {
  if (protocol === 'AES-192') throw new Error('Trunkline has no AES-192');
  return PRIV[protocol];
};

export const v3 = (user: SnmpUser): SnmpCredential => ({
  kind: 'snmp-v3',
  user: user.name,
  ...(user.auth ? { authProtocol: authOf(user.auth.protocol), authPassword: user.auth.secret } : {}),
  ...(user.priv ? { privProtocol: privOf(user.priv.protocol), privPassword: user.priv.secret } : {}),
});

export interface Place {
  readonly address: string;
  readonly port: number;
}

export const openTo = (place: Place, credential: SnmpCredential, tuning: SnmpTuning | null = null): SnmpSession =>
  openSnmp(
    { address: place.address, host: place.address, port: place.port, credential },
    { clock: systemClock, tuning },
  );

/** Runs with a session and closes it. */
export const withSession = async <T>(
  place: Place,
  credential: SnmpCredential,
  run: (session: SnmpSession) => Promise<T>,
): Promise<T> => {
  const session = openTo(place, credential);
  try {
    return await run(session);
  } finally {
    session.close();
  }
};

export const never = new AbortController().signal;
