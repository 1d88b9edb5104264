/** What the filter box shows of a filter: finished terms as chips, the rest as the text that is being typed. Pure. */
import { parseTerms, piecesOf, type FieldTerm } from './parse-terms.ts';

export interface SplitFilter {
  readonly chips: readonly string[];
  readonly draft: string;
}

export function joinFilter({ chips, draft }: SplitFilter): string {
  return [...chips, draft.trim()].filter((text) => text !== '').join(' ');
}

/** The term of a piece that is finished: a field with a value, quotation marks closed. */
export function finishedTerm(piece: string, fields: readonly string[]): FieldTerm | null {
  const [term] = parseTerms(piece, fields);
  const closed = (piece.match(/"/g)?.length ?? 0) % 2 === 0;
  return closed && term?.kind === 'field' && term.values.length > 0 && !piece.endsWith(',') ? term : null;
}

/** Takes the finished terms out of the text that was typed. */
export function splitFilter(text: string, fields: readonly string[], chips: readonly string[] = []): SplitFilter {
  const pieces = piecesOf(text);
  const finished = pieces.filter((piece) => finishedTerm(piece, fields) !== null);
  const rest = pieces.filter((piece) => finishedTerm(piece, fields) === null);
  return { chips: [...chips, ...finished.filter((piece) => !chips.includes(piece))], draft: rest.join(' ') };
}

/** The piece that is being typed: what stands behind the last blank outside quotation marks. */
export function lastPiece(draft: string): string {
  return /\s$/.test(draft) && (draft.match(/"/g)?.length ?? 0) % 2 === 0 ? '' : (piecesOf(draft).at(-1) ?? '');
}
