/** What people read when a device does not answer as hoped: what, for which target, after how long, and what mends it. */
import type { Problem, ProblemCode } from '../../../shared/model/outcome.ts';
import type { SnmpTarget } from '../targets.ts';
import type { Answer } from './transport/ask.ts';
import { ERROR_STATUS } from './wire/pdu.ts';

type Unanswered = Exclude<Answer<never>, { kind: 'answer' }>;

export const versionOf = (target: SnmpTarget): string =>
  target.credential.kind === 'snmp-v3' ? 'SNMPv3' : `SNMP v${target.credential.version}`;

const where = (target: SnmpTarget): string =>
  `${target.address.includes(':') ? `[${target.address}]` : target.address}:${target.askedPort ?? target.port}`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const problem = (code: ProblemCode, message: string): Problem => ({ code, message });

const silent = (target: SnmpTarget, answer: Extract<Unanswered, { kind: 'silence' }>): Problem => {
  const asked = `${where(target)} did not answer ${versionOf(target)} within ${seconds(answer.waitedMs)} (${answer.tries} tries)`;
  const stranger = answer.stranger
    ? ` An answer came from ${answer.stranger} instead and was ignored: poll that one, or let the agent answer from the one that was asked.`
    : '';
  const mend =
    target.credential.kind === 'snmp-v3'
      ? 'Check that SNMPv3 is switched on, and the access list of the agent and firewalls for UDP.'
      : 'A wrong community looks just like this: check the community, the SNMP version, the access list of the agent, and firewalls for UDP.';
  return problem('silent', `${asked}. ${mend}${stranger}`);
};

const garbage = (target: SnmpTarget, waitedMs: number): Problem =>
  problem(
    'garbage',
    `${where(target)} answered within ${seconds(waitedMs)} with something that is not ${versionOf(target)}. Check the port: another service may be listening there.`,
  );

const REFUSALS: Readonly<Record<string, { readonly code: ProblemCode; readonly words: string }>> = {
  ECONNREFUSED: {
    code: 'port-closed',
    words: 'is up, but nothing listens on that UDP port. Start the SNMP agent, or set its port',
  },
  EHOSTUNREACH: {
    code: 'host-unreachable',
    words:
      'cannot be reached: a router, a filter, or this machine for want of an ARP answer, says "host unreachable". Check the address and the way to it',
  },
  ENETUNREACH: {
    code: 'host-unreachable',
    words:
      'cannot be reached: there is no route to its network. Check the address, and the routes or the VPN of this machine',
  },
  EPERM: {
    code: 'admin-prohibited',
    words: 'may not be sent to: a filter on this machine forbids it. Allow UDP to that port in the local firewall',
  },
  EACCES: {
    code: 'admin-prohibited',
    words:
      'may not be sent to: a route of this machine prohibits it, or it is a broadcast address. Check the address and the routes',
  },
  EINVAL: { code: 'bad-target', words: 'is not an address that can be asked. Give the address of a device' },
};
const ALIASES: Readonly<Record<string, string>> = {
  ECONNRESET: 'ECONNREFUSED', // Windows' word for ICMP port unreachable
  EHOSTDOWN: 'EHOSTUNREACH',
  ENETDOWN: 'ENETUNREACH',
  EADDRNOTAVAIL: 'ENETUNREACH',
};

const refused = (target: SnmpTarget, error: NodeJS.ErrnoException, waitedMs: number): Problem => {
  const code = error.code ?? '';
  const known = REFUSALS[ALIASES[code] ?? code];
  if (known) return problem(known.code, `${where(target)} ${known.words}. (After ${seconds(waitedMs)}.)`);
  return problem('internal', `Asking ${where(target)} failed after ${seconds(waitedMs)}: ${error.message}`);
};

export const unanswered = (target: SnmpTarget, answer: Unanswered): Problem => {
  if (answer.kind === 'refused') return refused(target, answer.error, answer.waitedMs);
  if (answer.kind === 'cancelled')
    return problem('cancelled', `Asking ${where(target)} was cancelled after ${seconds(answer.waitedMs)}.`);
  return answer.garbage > 0 ? garbage(target, answer.waitedMs) : silent(target, answer);
};

const V3: Readonly<Record<string, { readonly code: ProblemCode; readonly words: string }>> = {
  'unknown-user': {
    code: 'unknown-user',
    words: 'does not know the SNMPv3 user. Check the user name, or create the user on the device',
  },
  'wrong-auth': {
    code: 'wrong-auth',
    words: 'says the authentication is wrong. Check the authentication password and its protocol',
  },
  'wrong-priv': {
    code: 'wrong-priv',
    words:
      'knows the user and the authentication password, but not what was encrypted. Check the privacy password and its protocol (AES-256 comes in two kinds, aes256 and aes256r)',
  },
  'unsupported-level': {
    code: 'unsupported-level',
    words:
      'does not offer this user the security level that was asked. Check whether the user has authentication and privacy on the device',
  },
  unsupported: {
    code: 'unsupported',
    words: 'was not asked: the cryptography of this platform lacks that privacy protocol. Use AES for the user',
  },
  'clock-astray': {
    code: 'silent',
    words:
      'keeps saying that our time is outside its window (usmStatsNotInTimeWindows). Check whether two devices share one engine id',
  },
  'engine-astray': {
    code: 'silent',
    words: 'tells another engine id with each answer. Check whether two devices share the address',
  },
};

export type V3Trouble = keyof typeof V3;

export const v3Problem = (target: SnmpTarget, trouble: string, waitedMs: number): Problem => {
  const known = V3[trouble] ?? { code: 'internal' as const, words: `failed: ${trouble}` };
  return problem(known.code, `${where(target)} ${known.words}. (After ${seconds(waitedMs)}.)`);
};

const STATUS_WORDS: Readonly<Record<number, string>> = {
  [ERROR_STATUS.tooBig]: 'tooBig',
  [ERROR_STATUS.noSuchName]: 'noSuchName',
  [ERROR_STATUS.genErr]: 'genErr',
  [ERROR_STATUS.noAccess]: 'noAccess',
  [ERROR_STATUS.authorizationError]: 'authorizationError',
};

/** The agent answered with an error status (RFC 3416 section 3). */
export const statusProblem = (target: SnmpTarget, status: number, what: string): Problem => {
  const word = STATUS_WORDS[status] ?? `error ${status}`;
  if (status === ERROR_STATUS.noAccess || status === ERROR_STATUS.authorizationError)
    return problem(
      'refused-by-agent',
      `${where(target)} refuses ${what} (${word}). Check the access of this community or user on the device: its view, and the security level it demands.`,
    );
  return problem('refused-by-agent', `${where(target)} cannot give ${what} (${word}): a fault of its agent.`);
};

export const hidden = (target: SnmpTarget, what: string): Problem =>
  problem(
    'refused-by-agent',
    `${where(target)} answers, but shows nothing of ${what}. Widen the view of this community or user on the device.`,
  );

export const brokenAgent = (target: SnmpTarget, what: string): Problem =>
  problem('garbage', `${where(target)}: ${what}`);

export const notAnAddress = (target: SnmpTarget): Problem =>
  problem('bad-target', `"${target.host}" is not an IP address, so it cannot be asked. Give an IPv4 or IPv6 address.`);
