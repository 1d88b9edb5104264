import { IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { countText } from '../ui/count-text.ts';
import type { DiffRow, Side } from './diff-rows.ts';
import type { Fold, ShownRow } from './fold-rows.ts';
import styles from './Lines.module.css';

export interface DiffLineProps {
  readonly row: ShownRow;
  readonly unified: boolean;
  /** Of the change that a person is at. */
  readonly current: boolean;
  readonly onOpen: (from: number) => void;
}

function FoldedLines({ fold, onOpen }: { readonly fold: Fold; readonly onOpen: (from: number) => void }): ReactNode {
  return (
    <span role="cell" className={styles.foldCell}>
      <button type="button" className={styles.fold} onClick={() => onOpen(fold.from)}>
        <IconDotsVertical size={14} aria-hidden />
        {countText(fold.count, 'line')} the same
        {fold.heading !== null && <span className={styles.heading}>{fold.heading}</span>}
      </button>
    </span>
  );
}

interface HalfProps {
  readonly side: Side | null;
  readonly tone: 'added' | 'removed' | undefined;
  readonly volatile: boolean;
}

const signs = { added: '+', removed: '−' } as const;
const words = { added: 'added: ', removed: 'removed: ' } as const;

function Half({ side, tone, volatile }: HalfProps): ReactNode {
  if (side === null) return <span role="cell" className={styles.nothing} />;
  return (
    <>
      <span role="cell" className={styles.text} data-tone={tone} data-volatile={volatile || undefined}>
        <span className={styles.sign} aria-hidden>
          {tone === undefined ? '' : signs[tone]}
        </span>
        {tone !== undefined && <span className="only-for-readers">{words[tone]}</span>}
        <span>
          {side.pieces.map((piece, index) =>
            // oxlint-disable-next-line react/no-array-index-key -- the pieces of a line never change places
            piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
      </span>
    </>
  );
}

const Number = ({ side }: { readonly side: Side | null }): ReactNode => (
  <span role="cell" className={styles.number}>
    {side?.number}
  </span>
);

function BothSides({ row }: { readonly row: DiffRow }): ReactNode {
  const changed = row.kind !== 'same';
  return (
    <>
      <Number side={row.left} />
      <Half side={row.left} tone={changed ? 'removed' : undefined} volatile={row.volatile} />
      <Number side={row.right} />
      <Half side={row.right} tone={changed ? 'added' : undefined} volatile={row.volatile} />
    </>
  );
}

function OneColumn({ row }: { readonly row: DiffRow }): ReactNode {
  const tone = row.kind === 'removed' || row.kind === 'added' ? row.kind : undefined;
  return (
    <>
      <Number side={row.left} />
      <Number side={row.right} />
      <Half side={row.right ?? row.left} tone={tone} volatile={row.volatile} />
    </>
  );
}

/** One line of a comparison, or a fold. */
export function DiffLine({ row, unified, current, onOpen }: DiffLineProps): ReactNode {
  if (row.kind === 'fold') return <FoldedLines fold={row} onOpen={onOpen} />;
  return (
    <div className={unified ? styles.unified : styles.pair} data-current={current || undefined} role="presentation">
      {unified ? <OneColumn row={row} /> : <BothSides row={row} />}
    </div>
  );
}
