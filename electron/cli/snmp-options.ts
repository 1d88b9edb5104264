/** The SNMP options of probe and discover, in the words that net-snmp users know. */
import type { Command } from 'commander';
import { snmpAuthProtocol, snmpPrivProtocol } from '../../shared/contract/settings.ts';
import type { SnmpCredential } from '../engine/targets.ts';
import { UsageError } from './io.ts';
import { readSecret, type SecretSources } from './secret-argument.ts';

export interface SnmpOptions {
  readonly community?: string | undefined;
  readonly snmpVersion?: string | undefined;
  readonly v3User?: string | undefined;
  readonly v3Auth?: string | undefined;
  readonly v3Priv?: string | undefined;
}

const AUTH_WORDS = snmpAuthProtocol.options.join(', ');
const PRIV_WORDS = snmpPrivProtocol.options.join(', ');

export function addSnmpOptions(command: Command): Command {
  return command
    .option('--community <secret>', 'SNMP community (v2c)')
    .option('--snmp-version <1|2c>', 'version to use with --community (default 2c)')
    .option('--v3-user <name>', 'SNMPv3 user')
    .option('--v3-auth <protocol:secret>', `SNMPv3 authentication, such as sha256:SECRET (${AUTH_WORDS})`)
    .option('--v3-priv <protocol:secret>', `SNMPv3 privacy, such as aes:SECRET (${PRIV_WORDS})`)
    .addHelpText(
      'after',
      '\nA SECRET may be given as env:NAME (environment variable) or file:PATH (first line of a file),\nso that it does not stand in the process list.',
    );
}

/** Null when no SNMP option was given. Throws UsageError for options that do not go together. */
export function snmpCredential(options: SnmpOptions, sources: SecretSources): SnmpCredential | null {
  const { community, snmpVersion, v3User, v3Auth, v3Priv } = options;
  if (v3User === undefined) {
    if (v3Auth !== undefined || v3Priv !== undefined) throw new UsageError('--v3-auth and --v3-priv need --v3-user');
    return community === undefined ? null : communityCredential(community, snmpVersion, sources);
  }
  if (community !== undefined) throw new UsageError('give --community or --v3-user, not both');
  if (v3Priv !== undefined && v3Auth === undefined) {
    throw new UsageError('--v3-priv needs --v3-auth: SNMPv3 has no privacy without authentication');
  }
  const auth = v3Auth === undefined ? null : protocolAndSecret('--v3-auth', v3Auth, snmpAuthProtocol.options, sources);
  const priv = v3Priv === undefined ? null : protocolAndSecret('--v3-priv', v3Priv, snmpPrivProtocol.options, sources);
  return {
    kind: 'snmp-v3',
    user: v3User,
    ...(auth === null ? {} : { authProtocol: auth.protocol, authPassword: auth.secret }),
    ...(priv === null ? {} : { privProtocol: priv.protocol, privPassword: priv.secret }),
  };
}

function communityCredential(text: string, version: string | undefined, sources: SecretSources): SnmpCredential {
  const community = readSecret('--community', text, sources);
  if (version !== undefined && version !== '1' && version !== '2c') {
    throw new UsageError('--snmp-version is 1 or 2c (for SNMPv3 give --v3-user)');
  }
  return { kind: 'snmp-community', version: version ?? '2c', community };
}

/** Other spellings of the same thing, as other tools have them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  sha1: 'sha',
  aes128: 'aes',
  'sha-256': 'sha256',
  'sha-512': 'sha512',
};

function protocolAndSecret<P extends string>(
  option: string,
  text: string,
  protocols: readonly P[],
  sources: SecretSources,
): { protocol: P; secret: string } {
  const colon = text.indexOf(':');
  const given = (colon < 0 ? '' : text.slice(0, colon)).toLowerCase();
  const protocol = protocols.find((known) => known === (SPELLINGS[given] ?? given));
  if (protocol === undefined) {
    throw new UsageError(`${option} is protocol:secret, the protocol one of ${protocols.join(', ')}`);
  }
  const secret = readSecret(option, text.slice(colon + 1), sources);
  // RFC 3414 section 11.2: passwords of fewer than 8 characters must be refused.
  if (secret.length < 8) throw new UsageError(`${option}: the secret must have at least 8 characters (RFC 3414)`);
  return { protocol, secret };
}
