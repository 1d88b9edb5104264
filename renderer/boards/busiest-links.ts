/** The board that makes itself: the links that carry most of what they can. Pure. */
import type { BoardGraph } from '../../shared/contract/boards.ts';
import type { InterfaceLatest } from '../../shared/contract/series.ts';
import type { Link } from '../../shared/contract/topology.ts';

export const BUSIEST = 6;

export interface BusyLink {
  readonly deviceId: number;
  readonly interfaceId: number;
  /** As the link's end calls it. */
  readonly port: string | null;
}

const rateOf = ({ inBps, outBps }: InterfaceLatest): number => Math.max(inBps ?? 0, outBps ?? 0);
const useOf = ({ inUse, outUse }: InterfaceLatest): number => Math.max(inUse ?? 0, outUse ?? 0);

/** By share of the speed, then by rate; one end a link; links that carry nothing are left out. */
export function busiestLinks(
  links: readonly Link[],
  samples: ReadonlyMap<number | string, InterfaceLatest>,
): readonly BusyLink[] {
  const measured = links.flatMap(({ a, b }) => {
    const ends = [a, b].flatMap((end) => {
      const sample = end.interfaceId === null ? undefined : samples.get(end.interfaceId);
      return sample === undefined ? [] : [{ end, sample }];
    });
    const [best] = ends.toSorted((one, other) => rateOf(other.sample) - rateOf(one.sample));
    return best === undefined || rateOf(best.sample) === 0 ? [] : [best];
  });
  return measured
    .toSorted((one, other) => useOf(other.sample) - useOf(one.sample) || rateOf(other.sample) - rateOf(one.sample))
    .slice(0, BUSIEST)
    .map(({ end, sample }) => ({ deviceId: end.deviceId, interfaceId: sample.id, port: end.port }));
}

/** Ids that stay the same for a link, so that a graph which stays among the busiest is not drawn anew. */
export function busiestGraphs(busy: readonly BusyLink[], nameOf: (link: BusyLink) => string): readonly BoardGraph[] {
  return busy.map((link) => ({
    about: 'interfaces',
    id: `busy-${link.interfaceId}`,
    title: null,
    columns: 1,
    height: 'normal',
    compare: 'none',
    percentile: 'both',
    kind: 'traffic',
    ports: [{ deviceId: link.deviceId, interfaceId: link.interfaceId, name: nameOf(link) }],
  }));
}
