/** SNMPv3 messages under the user-based security model (RFC 3412 section 6, RFC 3414 section 3). */
import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SnmpCredential } from '../../targets.ts';
import { BerReader, BerWriter, MalformedMessage, TAG } from './ber.ts';
import type { PduReply, PduRequest } from './pdu.ts';
import { readPdu, writePdu } from './pdu.ts';
import { decrypt, encrypt } from './privacy.ts';
import { AUTH, keyOfPassphrase, localizeKey, privacyKey } from './usm-keys.ts';

export type V3Credential = Extract<SnmpCredential, { kind: 'snmp-v3' }>;
export type SecurityLevel = 'noAuthNoPriv' | 'authNoPriv' | 'authPriv';

/** The agent's engine as it told of itself, and the user's keys for it. */
export interface Engine {
  readonly id: Buffer;
  readonly boots: number;
  readonly timeS: number;
  readonly authKey: Buffer | null;
  readonly privKey: Buffer | null;
}

export interface V3Reply extends PduReply {
  readonly engineId: Buffer;
  readonly boots: number;
  readonly timeS: number;
  readonly user: string;
  readonly level: SecurityLevel;
}

const FLAG_AUTH = 1;
const FLAG_PRIV = 2;
const FLAG_REPORTABLE = 4;
const USM = 3;
const MAX_MESSAGE_BYTES = 65_507;

export const credentialLevel = (credential: V3Credential): SecurityLevel => {
  if (credential.authProtocol === undefined || credential.authPassword === undefined) return 'noAuthNoPriv';
  return credential.privProtocol === undefined || credential.privPassword === undefined ? 'authNoPriv' : 'authPriv';
};

// The slow keys, kept as long as the credential object itself is: never in a table of their own.
const slowKeys = new WeakMap<V3Credential, { readonly auth: Buffer | null; readonly priv: Buffer | null }>();

const keysOf = (credential: V3Credential): { readonly auth: Buffer | null; readonly priv: Buffer | null } => {
  const known = slowKeys.get(credential);
  if (known) return known;
  const { authProtocol, authPassword, privPassword } = credential;
  const make = (text: string | undefined): Buffer | null =>
    authProtocol === undefined || text === undefined ? null : keyOfPassphrase(authProtocol, Buffer.from(text, 'utf8'));
  const keys = { auth: make(authPassword), priv: make(privPassword) };
  slowKeys.set(credential, keys);
  return keys;
};

export const makeEngine = (credential: V3Credential, id: Buffer, boots: number, timeS: number): Engine => {
  const { auth, priv } = keysOf(credential);
  const { authProtocol, privProtocol } = credential;
  return {
    id,
    boots,
    timeS,
    authKey: auth && authProtocol ? localizeKey(authProtocol, auth, id) : null,
    privKey: priv && authProtocol && privProtocol ? privacyKey(authProtocol, privProtocol, priv, id) : null,
  };
};

const scratch = new BerWriter();
const scopedScratch = new BerWriter();

const scopedPdu = (engineId: Buffer, request: PduRequest, requestId: number): Buffer => {
  const writer = scopedScratch.reset();
  writePdu(writer, request, requestId);
  return writer.octets(Buffer.alloc(0)).octets(engineId).wrap(TAG.sequence, 0).take();
};

export interface V3Request {
  readonly credential: V3Credential;
  readonly level: SecurityLevel;
  readonly engine: Engine;
  readonly request: PduRequest;
  readonly messageId: number;
}

/** May throw UnsupportedCipher. */
export const encodeV3Message = ({ credential, level, engine, request, messageId }: V3Request): Buffer => {
  const { authProtocol, privProtocol, user } = credential;
  const { boots, timeS, authKey, privKey } = engine;
  const auth = level !== 'noAuthNoPriv' && authProtocol ? { ...AUTH[authProtocol], key: authKey } : null;
  const plain = scopedPdu(engine.id, request, messageId);
  const sealed =
    level === 'authPriv' && privProtocol && privKey ? encrypt(privProtocol, privKey, boots, timeS, plain) : null;
  const writer = scratch.reset();
  if (sealed) writer.octets(sealed.bytes);
  else writer.raw(plain);
  const parameters = writer.mark;
  writer.octets(sealed ? sealed.salt : Buffer.alloc(0));
  const macEnd = writer.mark;
  writer.octets(Buffer.alloc(auth ? auth.macBytes : 0));
  writer.octets(Buffer.from(user, 'utf8')).unsigned(timeS).unsigned(boots).octets(engine.id);
  writer.wrap(TAG.sequence, parameters).wrap(TAG.octets, parameters);
  const header = writer.mark;
  const flags = FLAG_REPORTABLE | (auth ? FLAG_AUTH : 0) | (sealed ? FLAG_PRIV : 0);
  writer
    .unsigned(USM)
    .octets(Buffer.from([flags]))
    .unsigned(MAX_MESSAGE_BYTES)
    .unsigned(messageId);
  const message = writer.wrap(TAG.sequence, header).unsigned(3).wrap(TAG.sequence, 0).take();
  if (!auth || auth.key === null) return message;
  const mac = createHmac(auth.hash, auth.key).update(message).digest();
  mac.copy(message, message.length - macEnd - auth.macBytes, 0, auth.macBytes);
  return message;
};

interface Header {
  readonly flags: number;
  readonly engineId: Buffer;
  readonly boots: number;
  readonly timeS: number;
  readonly user: string;
  readonly mac: Buffer;
  readonly salt: Buffer;
}

const readSecurity = (bytes: Buffer, flags: number): Header => {
  const reader = new BerReader(bytes).expect(TAG.sequence).enter();
  const engineId = reader.expect(TAG.octets).slice();
  const boots = reader.expect(TAG.integer).integer();
  const timeS = reader.expect(TAG.integer).integer();
  const user = reader.expect(TAG.octets).slice().toString('utf8');
  const mac = reader.expect(TAG.octets).slice();
  const salt = reader.expect(TAG.octets).slice();
  return { flags, engineId, boots, timeS, user, mac, salt };
};

/** The digest of the message with zeros where the digest stands must be that digest. */
const isAuthentic = (bytes: Buffer, header: Header, credential: V3Credential, key: Buffer): boolean => {
  const { authProtocol } = credential;
  if (!authProtocol) return false;
  const { hash, macBytes } = AUTH[authProtocol];
  if (header.mac.length !== macBytes) return false;
  const received = Buffer.from(header.mac);
  header.mac.fill(0);
  const wanted = createHmac(hash, key).update(bytes).digest().subarray(0, macBytes);
  header.mac.set(received);
  return timingSafeEqual(received, wanted);
};

const openScopedPdu = (
  reader: BerReader,
  header: Header,
  credential: V3Credential,
  engine: Engine | null,
): BerReader => {
  if (!(header.flags & FLAG_PRIV)) return reader.expect(TAG.sequence).enter();
  const sealed = reader.expect(TAG.octets).slice();
  const { privProtocol } = credential;
  if (!privProtocol || !engine?.privKey) throw new MalformedMessage('encrypted, though encryption was not asked for');
  const plain = decrypt(privProtocol, engine.privKey, header.boots, header.timeS, header.salt, sealed);
  return new BerReader(plain).expect(TAG.sequence).enter();
};

/** Reads an answer; one with a wrong digest is malformed, as if it had not come (RFC 3414 section 3.2 step 6). */
export const decodeV3Message = (
  bytes: Buffer,
  credential: V3Credential,
  engine: Engine | null,
  atMs: number,
): V3Reply => {
  const reader = new BerReader(bytes).expect(TAG.sequence).enter();
  if (reader.expect(TAG.integer).integer() !== 3) throw new MalformedMessage('another version answered');
  const global = new BerReader(reader.expect(TAG.sequence).slice());
  global.expect(TAG.integer);
  global.expect(TAG.integer);
  const flags = global.expect(TAG.octets).slice()[0] ?? 0;
  const header = readSecurity(reader.expect(TAG.octets).slice(), flags);
  const authenticated = (flags & FLAG_AUTH) !== 0;
  if (authenticated && !(engine?.authKey && isAuthentic(bytes, header, credential, engine.authKey)))
    throw new MalformedMessage('wrong digest');
  const scoped = openScopedPdu(reader, header, credential, engine);
  scoped.expect(TAG.octets);
  scoped.expect(TAG.octets);
  const { engineId, boots, timeS, user } = header;
  const level = flags & FLAG_PRIV ? 'authPriv' : authenticated ? 'authNoPriv' : 'noAuthNoPriv';
  return { ...readPdu(scoped, atMs), engineId, boots, timeS, user, level };
};
