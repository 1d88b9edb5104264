/** One step of the file's schema. `number` is what user_version becomes; `sql` never changes once released. */
export interface Migration {
  readonly number: number;
  readonly purpose: string;
  readonly sql: string;
}
