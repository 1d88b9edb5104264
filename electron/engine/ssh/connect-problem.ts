import type { ProblemCode } from '../../../shared/model/outcome.ts';

export interface Trouble {
  readonly code: ProblemCode;
  /** What happened and what mends it, without the target. */
  readonly words: string;
}

const BY_SYSTEM_CODE: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: {
    code: 'port-closed',
    words: 'connection refused: nothing listens there. Switch on SSH on the device, or correct the SSH port',
  },
  EHOSTUNREACH: {
    code: 'host-unreachable',
    words: 'no way to that address: check the route and whether the device is on',
  },
  ENETUNREACH: { code: 'host-unreachable', words: 'this machine has no route there: check its network or VPN' },
  EADDRNOTAVAIL: { code: 'host-unreachable', words: 'this machine has no route there: check its network or VPN' },
  EACCES: { code: 'admin-prohibited', words: 'a filter on the way forbids it: allow TCP to this port' },
  EPERM: { code: 'admin-prohibited', words: 'a filter of this machine forbids it: allow TCP to this port' },
  ENOTFOUND: { code: 'bad-target', words: 'unknown host: no such name. Give its IP address' },
  EAI_AGAIN: { code: 'bad-target', words: 'unknown host: the name cannot be looked up now. Give its IP address' },
  ETIMEDOUT: { code: 'silent', words: 'no answer: check the address, the SSH port and the filters on the way' },
  ECONNRESET: {
    code: 'silent',
    words: 'the device closed the connection at once: check its access list for SSH and its limit of sessions',
  },
};

const HANDSHAKE: readonly (readonly [RegExp, Trouble])[] = [
  [
    /no matching ([\w >-]{1,40})/i,
    { code: 'unsupported', words: 'no common SSH method: update the device or enable a method both sides know' },
  ],
  [
    /unsupported|not supported/i,
    { code: 'unsupported', words: 'it asks for an SSH method that this platform cannot do' },
  ],
  [/before (?:handshake|ready)|closed by remote|ended/i, BY_SYSTEM_CODE['ECONNRESET'] ?? { code: 'silent', words: '' }],
];

/** What the methods left to a refused user mean for the person who typed the credential. */
const refused = (method: string): Trouble => ({
  code: 'wrong-auth',
  words: `${method} refused for this user: correct user or ${method} in the credential, or allow it on the device`,
});

const fieldOf = (error: unknown, name: string): string => {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
};

/** Puts an error of the socket or of ssh2 into words with their mend. `method`: "password" or "key". */
export const troubleOf = (error: unknown, method: string): Trouble => {
  const known = BY_SYSTEM_CODE[fieldOf(error, 'code')];
  if (known !== undefined) return known;
  const level = fieldOf(error, 'level');
  if (level === 'client-authentication') return refused(method);
  const text = fieldOf(error, 'message').slice(0, 200);
  const handshake = HANDSHAKE.find(([pattern]) => pattern.test(text));
  if (handshake !== undefined) return { ...handshake[1], words: `${handshake[1].words} (${text})` };
  if (level === 'protocol' || level === 'handshake') {
    return {
      code: 'garbage',
      words: `what answers there does not speak SSH as it should (${text}): check the SSH port`,
    };
  }
  return { code: 'internal', words: text === '' ? 'unknown trouble' : text };
};
