/**
 * The two parts of the ping package that are used: per platform, the arguments of its ping program and the reading of
 * what that program writes. Its own `probe` is not: it keeps the child process to itself, so nothing could end it.
 */
declare module 'ping/lib/builder/factory.js' {
  interface Settings {
    numeric: boolean;
    /** Seconds; false leaves it out. */
    timeout: number | false;
    min_reply: number;
    v6: boolean;
    packetSize: number;
    extra: string[];
  }
  const factory: {
    isPlatformSupport(platform: string): boolean;
    getExecutablePath(platform: string, v6: boolean): string;
    createBuilder(platform: string): { getCommandArguments(target: string, settings: Settings): string[] };
  };
  export default factory;
}

declare module 'ping/lib/parser/factory.js' {
  const factory: {
    createParser(
      target: string,
      platform: string,
      settings: { v6: boolean; packetSize: number },
    ): { eat(line: string): void; getResult(): { times: readonly (number | 'unknown')[] } };
  };
  export default factory;
}
