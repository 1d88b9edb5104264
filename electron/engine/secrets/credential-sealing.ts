/** Credentials on their way to the file and back: sealed by the host's vault, never stored in the clear. */
import { credentialSecret } from '../../../shared/contract/settings.ts';
import type { CredentialSecret, SnmpAuthProtocol, SnmpPrivProtocol } from '../../../shared/contract/settings.ts';
import type { Vault } from '../../host/host.ts';
import { hushed } from './secret.ts';

export function sealCredential(vault: Vault, secret: CredentialSecret): Promise<Uint8Array> {
  // Of its own fields, because a hushed secret would seal as "[secret]".
  return vault.seal(JSON.stringify(Object.fromEntries(Object.entries(secret))));
}

const parsed = (plain: string): CredentialSecret | null => {
  try {
    const result = credentialSecret.safeParse(JSON.parse(plain));
    return result.success ? hushed(result.data) : null;
  } catch {
    // Not JSON: sealed by something else. The error's text could quote the secret, so it is not kept.
    return null;
  }
};

/** The secret, in an object that prints as "[secret]"; null when this vault cannot open it, or it holds something else. */
export async function openCredential(vault: Vault, sealed: Uint8Array): Promise<CredentialSecret | null> {
  const plain = await vault.open(sealed);
  return plain === null ? null : parsed(plain);
}

const AUTH_NAMES: { readonly [P in SnmpAuthProtocol]: string } = {
  md5: 'MD5',
  sha: 'SHA-1',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

const PRIV_NAMES: { readonly [P in SnmpPrivProtocol]: string } = {
  des: 'DES',
  aes: 'AES-128',
  aes256: 'AES-256',
  aes256r: 'AES-256 (Cisco)',
};

const summaryOfV3 = (secret: Extract<CredentialSecret, { kind: 'snmp-v3' }>): string => {
  const { user, authProtocol, privProtocol } = secret;
  if (authProtocol === undefined) return `v3 ${user}, no authentication`;
  const privacy = privProtocol === undefined ? 'no privacy' : PRIV_NAMES[privProtocol];
  return `v3 ${user}, ${AUTH_NAMES[authProtocol]}, ${privacy}`;
};

/** What may be shown of a credential: "SNMP v2c", "v3 ops, SHA-256, AES-128", "ops, password". */
export function summaryOf(secret: CredentialSecret): string {
  switch (secret.kind) {
    case 'snmp-community':
      return `SNMP v${secret.version}`;
    case 'snmp-v3':
      return summaryOfV3(secret);
    case 'ssh-password':
      return `${secret.user}, password`;
    case 'ssh-key':
      return `${secret.user}, ${secret.passphrase === undefined ? 'key' : 'key with passphrase'}`;
  }
}
