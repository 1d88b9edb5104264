/**
 * What a host (Electron, headless server, command line, test) lends the engine. The engine asks for nothing else of the
 * world around it but sockets, its file, and these.
 */

/** Wall clock for what people read, monotonic clock for every difference. Both in milliseconds. */
export interface Clock {
  now(): number;
  monotonic(): number;
  /** Calls back once after `delayMs`; returns what cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** Seals secrets with a key that stays outside the network file. */
export interface Vault {
  /** In words for the settings page: "this computer's key store", "key file", "passphrase". */
  readonly description: string;
  seal(plain: string): Promise<Uint8Array>;
  /** Null when this vault's key cannot open it (another machine, another passphrase). */
  open(sealed: Uint8Array): Promise<string | null>;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** One line an event; fields carry what varies. Never a secret. */
export interface Log {
  debug(message: string, fields?: LogLine['fields']): void;
  info(message: string, fields?: LogLine['fields']): void;
  warn(message: string, fields?: LogLine['fields']): void;
  error(message: string, fields?: LogLine['fields']): void;
  child(fields: LogLine['fields']): Log;
}

/** One address asked by ICMP echo a few times. Milliseconds; null where nothing came back. */
export interface EchoResult {
  readonly address: string;
  readonly sent: number;
  readonly received: number;
  readonly rttMinMs: number | null;
  readonly rttAvgMs: number | null;
  readonly rttMaxMs: number | null;
  /** Mean absolute difference of successive round trips (RFC 3550's idea of jitter, unsmoothed). */
  readonly jitterMs: number | null;
  /** What the way back said, for example "destination host unreachable"; null for plain silence. */
  readonly note: string | null;
}

export interface Pinger {
  /** In words: "fping 5.1", "ping package", "simulated network". */
  readonly description: string;
  /** Asks each address `count` times within `withinMs`. Answers come as they are known, each address once. */
  ping(
    addresses: readonly string[],
    options: { count: number; withinMs: number; signal: AbortSignal },
  ): Promise<EchoResult[]>;
  /** Ends what it runs beside; absent where there is nothing. */
  close?(): Promise<void>;
}

/**
 * The way to the devices. The real one is the identity; the demo maps its devices' addresses to agents on loopback and
 * brings a pinger of its own, so that the simulated network looks real without a packet leaving the machine.
 */
export interface NetworkAccess {
  /** Where to send for this device address and port; null refuses the address. */
  endpoint(address: string, port: number): { readonly host: string; readonly port: number } | null;
  /** Replaces ICMP; null leaves it to the engine. */
  readonly pinger: Pinger | null;
}

export interface Host {
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly network: NetworkAccess;
  /** Lends a pinger, such as one in a process of its own; absent, the engine pings from its own. The engine closes it. */
  readonly openPinger?: ((options: { readonly log: Log }) => Promise<Pinger>) | undefined;
  /** Version of the application, for the file and the page. */
  readonly version: string;
}
