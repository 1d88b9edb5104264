/** Several streams, each in order, as one in the same order. Ends those that it leaves unfinished. Pure. */
export function* mergeNewest<T>(
  streams: readonly Iterator<T, unknown>[],
  isNewer: (a: T, b: T) => boolean,
): Generator<T, undefined> {
  const heads = streams.map((stream) => stream.next());
  try {
    for (;;) {
      let newest = -1;
      let found: T | null = null;
      for (const [at, head] of heads.entries()) {
        if (head.done === true || (found !== null && !isNewer(head.value, found))) continue;
        newest = at;
        found = head.value;
      }
      const stream = streams[newest];
      if (found === null || stream === undefined) return;
      yield found;
      heads[newest] = stream.next();
    }
  } finally {
    for (const stream of streams) stream.return?.();
  }
}
