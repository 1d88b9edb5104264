import type { EchoResult, Log, Pinger } from '../../host/host.ts';
import { notAsked } from './echo-result.ts';
import { findFping, pingByFping, tryFping } from './fping.ts';
import type { EchoOptions } from './fping.ts';
import { plainAddress } from './plain-address.ts';
import type { PlainAddress } from './plain-address.ts';
import { MOST_AT_ONCE, pingBySystem } from './system-ping.ts';

export interface PingerOptions {
  readonly log: Log;
  /** Path of fping; null: do not use it. Default: looked for. */
  readonly fping?: string | null | undefined;
}

type Asker = (targets: readonly PlainAddress[], options: EchoOptions) => Promise<EchoResult[]>;

/** Refuses what is no address, asks each address once, and gives back one result for each address given, in that order. */
const pingerOf = (description: string, ask: Asker): Pinger => ({
  description,
  ping: async (addresses, options) => {
    const given = [...new Set(addresses)].map((address) => ({ address, target: plainAddress(address) }));
    const targets = given.map(({ target }) => target).filter((target) => target !== null);
    const once = new Map(targets.map((target) => [target.text, target]));
    const answers = new Map((await ask([...once.values()], options)).map((result) => [result.address, result]));
    return given.map(({ address, target }) => {
      if (target === null) return notAsked(address, 'not an IP address: refused');
      const asked = once.get(target.text)?.given ?? address;
      return { ...(answers.get(asked) ?? notAsked(address, 'not asked')), address };
    });
  },
});

const systemPinger = (): Pinger =>
  pingerOf(`ping package, ${MOST_AT_ONCE} addresses at once (install fping for more)`, pingBySystem);

/**
 * The best way to send ICMP echo on this machine: fping if it is installed and has the rights, else the system's ping
 * program through the ping package. Which one, and why, is one log line; `description` says it to people.
 */
export const openPinger = async ({ log, fping }: PingerOptions): Promise<Pinger> => {
  const path = fping === undefined ? findFping() : fping;
  if (path === null) {
    if (fping === undefined) log.info('fping is not installed: ICMP goes through the ping package, which is slower');
    return systemPinger();
  }
  const trial = await tryFping(path);
  if ('version' in trial)
    return pingerOf(`fping ${trial.version}`, (targets, options) => pingByFping(path, targets, options));
  log.warn('fping cannot send: ICMP goes through the ping package; give fping the right with "setcap cap_net_raw+ep"', {
    fping: path,
    problem: trial.problem,
  });
  return systemPinger();
};
