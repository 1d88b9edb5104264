/** What a list has to say of itself to be filtered. */
export interface FilterField<R> {
  /** What people write before the colon, lower case letters. */
  readonly id: string;
  /** Its name for people. */
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** A row's value or values; null where it is unknown, which only `field:unknown` finds. */
  readonly of: (row: R) => string | number | null | readonly string[];
  /** What people read in place of the value: "L3 switch" for l3-switch. Both can be written. */
  readonly nameOf?: ((value: string) => string) | undefined;
  /** Its values are offered while typing. */
  readonly offered?: boolean | undefined;
  /** Whether a row fits one value, lower case, where that is not a matter of comparing it. */
  readonly fits?: ((row: R, value: string) => boolean) | undefined;
  /** One line for people: what can be written. */
  readonly hint?: string | undefined;
}

export interface FilterSpec<R> {
  readonly fields: readonly FilterField<R>[];
  /** Everything that a plain word may be found in, lower case. */
  readonly textOf: (row: R) => string;
}

/** A row's values of a field of text, as they are. */
export function textsOf<R>(field: FilterField<R>, row: R): readonly string[] {
  const value = field.of(row);
  if (value === null) return [];
  return typeof value === 'object' ? value : [String(value)];
}

export const fieldIds = <R>(spec: FilterSpec<R>): readonly string[] => spec.fields.map((field) => field.id);
