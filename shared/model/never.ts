/** For the default of a switch over a union: a new member is then a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
