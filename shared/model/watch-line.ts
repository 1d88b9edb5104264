/** What `trunkline watch --json` prints, one object a line: each change of state, each incident and its life. */
export interface WatchDevice {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

export type WatchLine =
  | {
      readonly at: string;
      readonly kind: 'state';
      readonly device: string;
      readonly interface?: string | undefined;
      /** A sensor, power supply or fan. */
      readonly sensor?: string | undefined;
      /** icmp, snmp or ssh where the state is that of one way of asking. */
      readonly aspect?: string | undefined;
      readonly from: string | null;
      readonly to: string;
      readonly because?: string | undefined;
    }
  | {
      readonly at: string;
      readonly kind: 'incident';
      readonly id: number;
      readonly phase: 'open' | 'update' | 'close';
      readonly title: string;
      readonly severity: string;
      readonly root: { readonly device: string | null; readonly interface?: string | undefined };
      readonly affected: readonly string[];
      readonly why: string;
    }
  | {
      readonly at: string;
      readonly kind: 'link';
      readonly from: string | null;
      readonly to: string;
      readonly a: { readonly device: string; readonly interface: string | null };
      readonly b: { readonly device: string; readonly interface: string | null };
    }
  | {
      readonly at: string;
      readonly kind: 'event';
      readonly event: string;
      readonly device?: string | undefined;
      readonly interface?: string | undefined;
      readonly text: string;
    };
