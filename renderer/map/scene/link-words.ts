/** One sentence about a link: how fast, how sure. */
import { formatBits } from '../../../shared/units/bits.ts';
import type { SceneLink } from './scene-types.ts';

const CONFIDENCE_WORDS = {
  confirmed: 'confirmed',
  'one-sided': 'told by one end',
  inferred: 'inferred',
  manual: 'drawn by a person',
} as const;

/** "100 Gbit/s, confirmed", "3 links, up to 10 Gbit/s" */
export function sentenceOf({
  speedBps,
  linkIds,
  confidence,
}: Pick<SceneLink, 'speedBps' | 'linkIds' | 'confidence'>): string {
  const speed = speedBps === null ? 'Speed unknown' : formatBits(speedBps).replace(/\.0+ /, ' ');
  return linkIds.length > 1 ? `${linkIds.length} links, up to ${speed}` : `${speed}, ${CONFIDENCE_WORDS[confidence]}`;
}
