import { useState } from 'react';
import type { BoardGraph } from '../../shared/contract/boards.ts';
import { useTopic } from '../engine/use-topic.ts';
import { BUSIEST, busiestGraphs, busiestLinks, type BusyLink } from './busiest-links.ts';

export interface Busiest {
  /** Null before anything is known. */
  readonly graphs: readonly BoardGraph[] | null;
  readonly pickAgain: () => void;
}

/** Picked once, and again on request: a page whose graphs change places by themselves cannot be read. */
export function useBusiest(): Busiest {
  const links = useTopic('links', {});
  const samples = useTopic('samples.interfaces', {});
  const devices = useTopic('devices', {});
  const [picked, setPicked] = useState<readonly BoardGraph[] | null>(null);
  const ready = links.ready && samples.ready && devices.ready;
  const nameOf = ({ deviceId, port }: BusyLink): string =>
    `${devices.byId.get(deviceId)?.name ?? ''} ${port ?? ''}`.trim();
  const pick = (): readonly BoardGraph[] => busiestGraphs(busiestLinks(links.items, samples.byId), nameOf);
  // A young network tells its links one by one: while there is room, more are put behind what is shown.
  if (ready && (picked === null || picked.length < BUSIEST)) {
    const more = pick().filter(({ id }) => picked?.every((one) => one.id !== id) ?? true);
    if (picked === null || more.length > 0) setPicked([...(picked ?? []), ...more].slice(0, BUSIEST));
  }
  return { graphs: picked, pickAgain: () => setPicked(pick()) };
}
