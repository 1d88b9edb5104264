/** How much leaves each end of a link, from the newest samples of its ports. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { UseOfEnds } from '../paint/canvas-context.ts';
import type { SceneEnd, SceneLink } from '../scene/scene-types.ts';

type Sample = (interfaceId: number) => InterfaceLatest | undefined;
interface Flow {
  readonly percent: number | null;
  readonly bps: number | null;
}

const nothing: Flow = { percent: null, bps: null };

function busiest(flows: readonly Flow[]): Flow {
  return flows.reduce((most, flow) => ((flow.percent ?? -1) > (most.percent ?? -1) ? flow : most), nothing);
}

/** The port's own count goes before what the other end received: a silent device still tells by its neighbour. */
function leaving(end: SceneEnd, other: SceneEnd, sample: Sample): Flow {
  const own = end.interfaceIds.flatMap((id) => sample(id) ?? []);
  const sent = busiest(own.map(({ outUse, outBps }) => ({ percent: outUse, bps: outBps })));
  if (sent.percent !== null) return sent;
  const heard = other.interfaceIds.flatMap((id) => sample(id) ?? []);
  return busiest(heard.map(({ inUse, inBps }) => ({ percent: inUse, bps: inBps })));
}

/** Of links drawn as one: the busiest of each direction. */
export function linkUse(link: Pick<SceneLink, 'a' | 'b'>, sample: Sample): UseOfEnds {
  const a = leaving(link.a, link.b, sample);
  const b = leaving(link.b, link.a, sample);
  return { a: a.percent, b: b.percent, aBps: a.bps, bBps: b.bps };
}
