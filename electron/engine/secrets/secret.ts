/** Values that refuse to print themselves: in a log line, an error, JSON or the inspector they read "[secret]". */
const HIDDEN = '[secret]';
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const hide = (): string => HIDDEN;

/** Holds a value that only `reveal` gives out. */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Every call of this is a place to look at in a review. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [INSPECT](): string {
    return HIDDEN;
  }
}

/**
 * The same object, taught to print as "[secret]" while its fields stay usable: for secrets whose shape others need. A copy
 * by spread or by structuredClone is a plain object again.
 */
export function hushed<T extends object>(value: T): T {
  for (const key of ['toString', 'toJSON', INSPECT]) {
    Object.defineProperty(value, key, { value: hide, enumerable: false, configurable: true });
  }
  return value;
}
