import type { ReactNode } from 'react';

/** One column of a DataTable. */
export interface TableColumn<R> {
  readonly id: string;
  readonly header: ReactNode;
  /** A CSS grid track: "120px", "minmax(140px, 1fr)". */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end' | undefined;
  /** Letters and figures of one width: addresses, serials. */
  readonly mono?: boolean | undefined;
  /** All that it ever says fits its own width, so that its cells need not be cut off. */
  readonly fits?: boolean | undefined;
  /** What the column sorts by; a null stays last either way. Absent: cannot be sorted. */
  readonly sortBy?: ((row: R) => string | number | null) | undefined;
  /** The first click sorts downwards: for use, loss, problems. */
  readonly downFirst?: boolean | undefined;
  readonly cell: (row: R) => ReactNode;
  /** Its name in words, for menus and files, where the head is not a plain text or needs its unit. */
  readonly name?: string | undefined;
  /** What a file says in its place; by default what it sorts by. Null writes an empty cell. */
  readonly value?: ((row: R) => string | number | null) | undefined;
  /** Not shown before a person asks for it. */
  readonly optional?: boolean | undefined;
  /** Cannot be taken away. */
  readonly fixed?: boolean | undefined;
}

/** Width below which the columns cannot shrink, in px: the sum of what each track names first. Gaps are not in it. */
export function narrowest(columns: readonly { readonly width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);
}

export function columnName<R>({ id, name, header }: TableColumn<R>): string {
  return name ?? (typeof header === 'string' ? header : id);
}

export interface TableSort {
  readonly id: string;
  readonly desc: boolean;
}
