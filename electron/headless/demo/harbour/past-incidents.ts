/** The incidents of the past day, as data: what the timeline shows when the demo opens. Times count from the start. */

export type PastSeverity = 'critical' | 'major' | 'minor' | 'info';

export type PastKind =
  | 'link-down'
  | 'flapping'
  | 'restarted'
  | 'monitor-blind'
  | 'input-errors'
  | 'fan-failed'
  | 'processor-busy'
  | 'link-busy'
  | 'sessions-full'
  | 'config-saved'
  | 'device-removed';

export interface PastIncident {
  readonly kind: PastKind;
  readonly severity: PastSeverity;
  readonly title: string;
  readonly site: string | null;
  /** Device and port by name; null for the console itself. */
  readonly device: string | null;
  readonly port: string | null;
  /** Devices that could not be reached because of it. */
  readonly affected: readonly string[];
  readonly fromMs: number;
  /** Null: still open when the demo starts. */
  readonly toMs: number | null;
  readonly owner: string | null;
  readonly notes: readonly { readonly atMs: number; readonly author: string; readonly text: string }[];
}

const MINUTE = 60_000;

type Line = Omit<PastIncident, 'fromMs' | 'toMs' | 'affected' | 'notes' | 'port' | 'owner'> &
  Partial<Pick<PastIncident, 'affected' | 'notes' | 'port' | 'owner'>>;

function before(hours: number, minutes: number, lastsMinutes: number | null, line: Line): PastIncident {
  const fromMs = -(hours * 60 + minutes) * MINUTE;
  const toMs = lastsMinutes === null ? null : fromMs + lastsMinutes * MINUTE;
  return { affected: [], notes: [], port: null, owner: null, ...line, fromMs, toMs };
}

const DEPOT = [
  'dp-rt-1',
  'dp-sw-1',
  'dp-sw-2',
  'dp-acc-01',
  'dp-acc-02',
  'dp-acc-03',
  'dp-acc-04',
  'dp-ap-1',
  'dp-hv-1',
];

const northgate = (device: string): Pick<Line, 'site' | 'device'> => ({ site: 'Northgate', device });
const riverside = (device: string): Pick<Line, 'site' | 'device'> => ({ site: 'Riverside', device });

export const PAST_INCIDENTS: readonly PastIncident[] = [
  before(30, 10, 31, {
    kind: 'sessions-full',
    severity: 'major',
    title: 'ng-fw-1 session table at 97 %',
    ...northgate('ng-fw-1'),
    owner: 'M. Lind',
  }),
  before(17, 25, 12, {
    kind: 'flapping',
    severity: 'minor',
    title: 'rv-acc-08 Gi1/0/14 port flapping',
    ...riverside('rv-acc-08'),
    port: 'Gi1/0/14',
    owner: 'A. Berg',
  }),
  before(11, 5, 6, {
    kind: 'restarted',
    severity: 'info',
    title: 'rv-core-2 planned restart',
    ...riverside('rv-core-2'),
  }),
  before(7, 48, 38, {
    kind: 'link-busy',
    severity: 'minor',
    title: 'ng-hv-1 link at 92 %',
    ...northgate('ng-dist-1'),
    port: 'Te1/0/13',
    owner: 'A. Berg',
  }),
  before(5, 24, 17, {
    kind: 'processor-busy',
    severity: 'minor',
    title: 'rv-acc-03 processor at 94 %',
    ...riverside('rv-acc-03'),
  }),
  before(5, 3, 15, {
    kind: 'link-down',
    severity: 'major',
    title: 'Depot uplink down',
    site: 'Depot',
    device: 'ng-core-2',
    port: 'ge-0/1/7',
    affected: DEPOT,
    owner: 'A. Berg',
  }),
  before(4, 31, 1, {
    kind: 'config-saved',
    severity: 'info',
    title: 'ng-dist-2 configuration saved',
    ...northgate('ng-dist-2'),
  }),
  before(3, 43, 9, {
    kind: 'input-errors',
    severity: 'minor',
    title: 'rv-dist-2 Te1/1/3 input errors',
    ...riverside('rv-dist-2'),
    port: 'Te1/1/3',
  }),
  before(3, 10, 14, {
    kind: 'monitor-blind',
    severity: 'info',
    title: 'This console was asleep',
    site: null,
    device: null,
  }),
  before(2, 13, 19, {
    kind: 'link-down',
    severity: 'major',
    title: 'ng-fw-1 to Transit A down',
    ...northgate('ng-fw-1'),
    port: 'x2',
    owner: 'M. Lind',
  }),
  before(1, 43, null, {
    kind: 'flapping',
    severity: 'minor',
    title: 'ng-acc-07 uplink flapping',
    ...northgate('ng-dist-2'),
    port: 'Te1/0/7',
    owner: 'M. Lind',
    notes: [{ atMs: -95 * MINUTE, author: 'M. Lind', text: 'Optic ordered, patch cord changed in the meantime' }],
  }),
  before(1, 36, 4, { kind: 'device-removed', severity: 'info', title: 'rv-dist-3 removed', ...riverside('rv-dist-3') }),
  before(0, 53, 44, {
    kind: 'fan-failed',
    severity: 'minor',
    title: 'dp-sw-2 fan 2 failed',
    site: 'Depot',
    device: 'dp-sw-2',
    owner: 'A. Berg',
    notes: [{ atMs: -45 * MINUTE, author: 'A. Berg', text: 'Spare fan tray goes with the afternoon van' }],
  }),
];
