/**
 * A pinger that asks together what is asked for within a moment. Each run of fping costs some 20 ms to start, one
 * address or a thousand, and a crawl asks thousands of addresses one by one.
 */
import type { Clock, EchoResult, Pinger } from '../../host/host.ts';

type Options = Parameters<Pinger['ping']>[1];

interface Batch {
  readonly options: Options;
  readonly addresses: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, EchoResult>>;
}

const GATHER_MS = 50;

export function gatherEchoes(pinger: Pinger, clock: Clock): Pinger {
  let open: Batch | null = null;
  const begin = (options: Options): Batch => {
    const { promise: gathered, resolve } = Promise.withResolvers<void>();
    const addresses = new Set<string>();
    const answers = gathered.then(async () => {
      const echoes = await pinger.ping([...addresses], options);
      return new Map(echoes.map((echo) => [echo.address, echo]));
    });
    const batch = { options, addresses, answers };
    clock.after(GATHER_MS, () => {
      if (open === batch) open = null;
      resolve();
    });
    return batch;
  };
  return {
    description: pinger.description,
    ping: async (asked, options) => {
      if (open === null || !sameOptions(open.options, options)) open = begin(options);
      for (const address of asked) open.addresses.add(address);
      const answers = await open.answers;
      return asked.flatMap((address) => answers.get(address) ?? []);
    },
  };
}

const sameOptions = (one: Options, other: Options): boolean =>
  one.count === other.count && one.withinMs === other.withinMs && one.signal === other.signal;
