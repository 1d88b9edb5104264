/** SNMP options as net-snmp users know them, into a credential. Pure: reading of environment and files is handed in. */
import { failed, ok } from '../../../shared/model/outcome.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { SnmpAuthProtocol, SnmpPrivProtocol } from '../../../shared/contract/settings.ts';
import type { SnmpCredential } from '../targets.ts';

export interface CredentialOptions {
  /** --community; `env:NAME` and `file:PATH` allowed. */
  readonly community?: string | undefined;
  /** --snmp-version: 1, 2c or 3. */
  readonly version?: string | undefined;
  readonly v3User?: string | undefined;
  /** PROTOCOL:SECRET. */
  readonly v3Auth?: string | undefined;
  readonly v3Priv?: string | undefined;
}

/** Where secrets may come from, so that they need not stand in the process list. Null: there is no such thing. */
export interface SecretSources {
  readonly env: (name: string) => string | null;
  readonly file: (path: string) => string | null;
}

const DEFAULT_COMMUNITY = 'public';

const AUTH_NAMES: Readonly<Record<string, SnmpAuthProtocol>> = {
  md5: 'md5',
  sha: 'sha',
  sha1: 'sha',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
};
/** As net-snmp writes them (AES-256-C is Cisco's key extension), without dashes. */
const PRIV_NAMES: Readonly<Record<string, SnmpPrivProtocol>> = {
  des: 'des',
  aes: 'aes',
  aes128: 'aes',
  aes256: 'aes256',
  aes256b: 'aes256',
  aes256c: 'aes256r',
  aes256r: 'aes256r',
};
/** RFC 3414 section 11.2; net-snmp refuses shorter ones too. */
const SHORTEST_PASSPHRASE = 8;

const readSecret = (text: string, option: string, sources: SecretSources): Outcome<string> => {
  const [, kind, name] = /^(env|file):(.*)$/s.exec(text) ?? [];
  if (kind === undefined || name === undefined)
    return text === '' ? failed('bad-target', `${option} is empty.`) : ok(text);
  const found = kind === 'env' ? sources.env(name) : sources.file(name);
  const value = found?.replace(/\r?\n$/, '') ?? '';
  const place = kind === 'env' ? `The environment variable ${name}` : `The file ${name}`;
  return value === '' ? failed('bad-target', `${place}, named by ${option}, is missing or empty.`) : ok(value);
};

interface Secured<P> {
  readonly protocol: P;
  readonly password: string;
}

/** "sha256:SECRET" or "sha256:env:NAME". */
const readSecured = <P>(
  text: string,
  option: string,
  names: Readonly<Record<string, P>>,
  sources: SecretSources,
): Outcome<Secured<P>> => {
  const colon = text.indexOf(':');
  const protocol = names[text.slice(0, Math.max(0, colon)).toLowerCase().replaceAll('-', '')];
  if (protocol === undefined)
    return failed(
      'bad-target',
      `${option} wants PROTOCOL:SECRET, and the protocol is one of ${Object.keys(names).join(', ')}.`,
    );
  const secret = readSecret(text.slice(colon + 1), option, sources);
  if (secret.kind === 'failed') return secret;
  if (secret.value.length < SHORTEST_PASSPHRASE)
    return failed(
      'bad-target',
      `The secret of ${option} is shorter than ${SHORTEST_PASSPHRASE} characters, which SNMPv3 does not allow.`,
    );
  return ok({ protocol, password: secret.value });
};

const parseV3 = (user: string, options: CredentialOptions, sources: SecretSources): Outcome<SnmpCredential> => {
  const { v3Auth, v3Priv } = options;
  if (v3Auth === undefined)
    return v3Priv === undefined
      ? ok({ kind: 'snmp-v3', user })
      : failed('bad-target', '--v3-priv needs --v3-auth: SNMPv3 has no privacy without authentication.');
  const auth = readSecured(v3Auth, '--v3-auth', AUTH_NAMES, sources);
  if (auth.kind === 'failed') return auth;
  const { protocol: authProtocol, password: authPassword } = auth.value;
  if (v3Priv === undefined) return ok({ kind: 'snmp-v3', user, authProtocol, authPassword });
  const priv = readSecured(v3Priv, '--v3-priv', PRIV_NAMES, sources);
  if (priv.kind === 'failed') return priv;
  const { protocol: privProtocol, password: privPassword } = priv.value;
  return ok({ kind: 'snmp-v3', user, authProtocol, authPassword, privProtocol, privPassword });
};

/** Failures are wrong usage; their messages name the option. */
export const parseCredential = (options: CredentialOptions, sources: SecretSources): Outcome<SnmpCredential> => {
  const { v3User, version } = options;
  if (version !== undefined && !['1', '2c', '3'].includes(version))
    return failed('bad-target', `--snmp-version is 1, 2c or 3, not "${version}".`);
  if (v3User !== undefined && options.community !== undefined)
    return failed('bad-target', '--community is for SNMP v1 and v2c, --v3-user for SNMPv3: give one of them.');
  if (v3User !== undefined) return parseV3(v3User, options, sources);
  if (version === '3' || options.v3Auth !== undefined || options.v3Priv !== undefined)
    return failed('bad-target', 'SNMPv3 needs the name of a user: --v3-user.');
  const community = readSecret(options.community ?? DEFAULT_COMMUNITY, '--community', sources);
  if (community.kind === 'failed') return community;
  return ok({ kind: 'snmp-community', version: version === '1' ? '1' : '2c', community: community.value });
};
