/** How much leaves each end of a link, from the newest samples of its ports. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { SceneEnd, SceneLink } from '../scene/scene-types.ts';

type Sample = (interfaceId: number) => InterfaceLatest | undefined;

/** What leaves one end. Null is unknown. */
export interface Flow {
  /** Percent of the port's speed. */
  readonly percent: number | null;
  /** Bits a second. */
  readonly bps: number | null;
  /** Errors and discards a second, of the sender and of the receiver together. */
  readonly errors: number | null;
  /** When it was read. */
  readonly atMs: number | null;
}

export interface LinkFlow {
  readonly a: Flow;
  readonly b: Flow;
}

export const unknownFlow: Flow = { percent: null, bps: null, errors: null, atMs: null };

type Carried = Pick<Flow, 'percent' | 'bps' | 'atMs'>;

function busiest(flows: readonly Carried[]): Carried {
  return flows.reduce((most, flow) => ((flow.percent ?? -1) > (most.percent ?? -1) ? flow : most), unknownFlow);
}

/** Null where nothing is known; what is unknown adds nothing. */
function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The port's own count goes before what the other end received: a silent device still tells by its neighbour. */
function leaving(end: SceneEnd, other: SceneEnd, sample: Sample): Flow {
  const own = end.interfaceIds.flatMap((id) => sample(id) ?? []);
  const far = other.interfaceIds.flatMap((id) => sample(id) ?? []);
  const sent = busiest(own.map(({ outUse, outBps, atMs }) => ({ percent: outUse, bps: outBps, atMs })));
  const heard = busiest(far.map(({ inUse, inBps, atMs }) => ({ percent: inUse, bps: inBps, atMs })));
  const errors = sumOfKnown([
    ...own.flatMap(({ outErrors, outDiscards }) => [outErrors, outDiscards]),
    ...far.flatMap(({ inErrors, inDiscards }) => [inErrors, inDiscards]),
  ]);
  return { ...(sent.percent === null ? heard : sent), errors };
}

/** Of links drawn as one: the busiest of each direction, and the errors of all. */
export function linkFlow(link: Pick<SceneLink, 'a' | 'b'>, sample: Sample): LinkFlow {
  return { a: leaving(link.a, link.b, sample), b: leaving(link.b, link.a, sample) };
}
