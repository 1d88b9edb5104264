/** The slowest of each kind of work since the start, so that the console can show where time goes. */
export class Slowest {
  readonly #byName = new Map<string, number>();

  note(name: string, ms: number): void {
    this.#byName.set(name, Math.max(ms, this.#byName.get(name) ?? 0));
  }

  /** Slowest first. */
  list(count = 10): { name: string; ms: number }[] {
    const all = [...this.#byName].map(([name, ms]) => ({ name, ms }));
    return all.sort((a, b) => b.ms - a.ms).slice(0, count);
  }
}
