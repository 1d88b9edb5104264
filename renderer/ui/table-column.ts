import type { ReactNode } from 'react';

/** One column of a DataTable. */
export interface TableColumn<R> {
  readonly id: string;
  readonly header: ReactNode;
  /** A CSS grid track: "120px", "minmax(140px, 1fr)". */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end' | undefined;
  /** What the column sorts by; a null stays last either way. Absent: cannot be sorted. */
  readonly sortBy?: ((row: R) => string | number | null) | undefined;
  /** The first click sorts downwards: for use, loss, problems. */
  readonly downFirst?: boolean | undefined;
  readonly cell: (row: R) => ReactNode;
}

export interface TableSort {
  readonly id: string;
  readonly desc: boolean;
}
