/** Why a network file could not be opened. Each has one mend that a person can try; the message names it. */
export type StoreOpenCode =
  | 'locked' // another engine holds it
  | 'newer' // written by a newer Trunkline
  | 'older' // must be migrated first, and this opening may not write
  | 'damaged' // SQLite says it is malformed
  | 'not-a-network' // another kind of file
  | 'no-permission'
  | 'missing' // no such file or folder
  | 'disk-full'
  | 'exists' // a copy would overwrite something
  | 'migration-failed'
  | 'other';

/** A network file that cannot be opened, checked or copied. The message says what, why, and what mends it. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly code: StoreOpenCode;

  constructor(code: StoreOpenCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
