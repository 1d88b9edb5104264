/** An SNMPv3 user of a test agent. Both pass phrases need at least eight characters. */
export interface SnmpUser {
  readonly name: string;
  readonly auth?: { readonly protocol: AuthProtocol; readonly secret: string } | undefined;
  readonly priv?: { readonly protocol: PrivProtocol; readonly secret: string } | undefined;
}

export type AuthProtocol = 'MD5' | 'SHA' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';
export type PrivProtocol = 'DES' | 'AES' | 'AES-192' | 'AES-256';

const AUTH = ['MD5', 'SHA', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
const PRIV = ['DES', 'AES', 'AES-192', 'AES-256'] as const;
const plain = (protocol: string): string => protocol.toLowerCase().replace('-', '');

/**
 * Every security level and algorithm that Debian's snmpd knows, one user each: 'none' (noAuthNoPriv),
 * 'md5' … 'sha512' (authNoPriv), 'md5-des', 'sha-aes' … 'sha512-aes256' (authPriv).
 */
export const ALL_SNMP_USERS: readonly SnmpUser[] = [
  { name: 'none' },
  ...AUTH.map((auth) => ({ name: plain(auth), auth: { protocol: auth, secret: `auth-${plain(auth)}-1` } })),
  ...AUTH.flatMap((auth) =>
    PRIV.map((priv) => ({
      name: `${plain(auth)}-${plain(priv)}`,
      auth: { protocol: auth, secret: `auth-${plain(auth)}-1` },
      priv: { protocol: priv, secret: `priv-${plain(priv)}-1` },
    })),
  ),
];

/** The user of that name; throws if there is none. */
export const snmpUser = (name: string): SnmpUser => {
  const user = ALL_SNMP_USERS.find((one) => one.name === name);
  if (user === undefined) throw new Error(`no SNMPv3 test user is called ${name}`);
  return user;
};

const level = (user: SnmpUser): string => (user.priv ? 'priv' : user.auth ? 'auth' : 'noauth');

/** Lines of snmpd.conf that create the user and let it read everything. */
export const snmpUserLines = (user: SnmpUser): readonly string[] => {
  const auth = user.auth ? ` ${user.auth.protocol} "${user.auth.secret}"` : '';
  const priv = user.priv ? ` ${user.priv.protocol} "${user.priv.secret}"` : '';
  return [`createUser ${user.name}${auth}${priv}`, `rouser ${user.name} ${level(user)}`];
};

/** Arguments for net-snmp's own tools, e.g. snmpget, to act as the user. */
export const snmpUserArguments = (user: SnmpUser): readonly string[] => [
  '-v3',
  '-u',
  user.name,
  '-l',
  user.priv ? 'authPriv' : user.auth ? 'authNoPriv' : 'noAuthNoPriv',
  ...(user.auth ? ['-a', user.auth.protocol, '-A', user.auth.secret] : []),
  ...(user.priv ? ['-x', user.priv.protocol, '-X', user.priv.secret] : []),
];
