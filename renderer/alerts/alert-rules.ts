/**
 * Which incidents a person who looks elsewhere is told of. Pure: what was known goes in, what to tell comes out.
 *
 * What is open when the page opens is on the screen and tells nobody. Right after the machine woke, everything looks down for a
 * moment: nothing is told until the console has had time to ask again, and then only what is still open, in one message.
 */
import type { Severity } from '../../shared/contract/common.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import type { ShellMessage } from '../../shared/contract/shell.ts';

export const severities = ['critical', 'major', 'minor', 'info'] as const satisfies readonly Severity[];

/** Two rounds of echo at their standard interval, and the hold of the incidents. */
export const QUIET_AFTER_SLEEP_MS = 60_000;
/** What opens within this time is told together. */
export const GATHER_MS = 2_000;
/** More than so many in one message become a count. */
const MOST_NAMED = 3;

export interface AlertBook {
  /** Null until the first snapshot. */
  readonly known: ReadonlySet<number> | null;
  /** Opened, not yet told. */
  readonly waiting: readonly number[];
  readonly quietUntilMs: number;
}

export const newAlertBook: AlertBook = { known: null, waiting: [], quietUntilMs: 0 };

const isOpen = (incident: Incident): boolean => incident.closedAtMs === null;

/** Takes a new state of the incidents in. */
export function hearIncidents(book: AlertBook, incidents: readonly Incident[]): AlertBook {
  const { known } = book;
  const ids = new Set(incidents.map(({ id }) => id));
  if (known === null) return { ...book, known: ids };
  const fresh = incidents.filter((one) => isOpen(one) && !known.has(one.id)).map(({ id }) => id);
  return { ...book, known: new Set([...known, ...ids]), waiting: [...book.waiting, ...fresh] };
}

/** While the machine sleeps nothing is told, and for a while after. */
export function hearSleep(book: AlertBook, asleep: boolean, nowMs: number): AlertBook {
  return { ...book, quietUntilMs: asleep ? Number.POSITIVE_INFINITY : nowMs + QUIET_AFTER_SLEEP_MS };
}

/** What is to be told now: those that waited and are still open and not acknowledged by then. Worst first. */
export function takeDue(
  book: AlertBook,
  incidents: readonly Incident[],
  nowMs: number,
): { readonly book: AlertBook; readonly due: readonly Incident[] } {
  if (nowMs < book.quietUntilMs || book.waiting.length === 0) return { book, due: [] };
  const due = incidents
    .filter((one) => book.waiting.includes(one.id) && isOpen(one) && one.acknowledgedAtMs === null)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { book: { ...book, waiting: [] }, due };
}

const LONGEST_TITLE = 200;
const LONGEST_BODY = 1000;
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
const behind = (count: number): string =>
  count === 1 ? '1 device is unreachable because of it.' : `${count} devices are unreachable because of it.`;

function bodyOf({ affected, site }: Incident): string {
  const lines = [site === null ? '' : `Site ${site}.`, affected.length === 0 ? '' : behind(affected.length)];
  return lines.filter((line) => line !== '').join(' ');
}

/** "2 critical, 1 minor" */
export function countsText(incidents: readonly { readonly severity: Severity }[]): string {
  return severities
    .map((severity) => [incidents.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`)
    .join(', ');
}

/** One message for each, or one for all when they are many: a list of forty would hide the first. Null for none. */
export function messagesFor(due: readonly Incident[]): ShellMessage[] {
  const [worst] = due;
  if (worst === undefined) return [];
  if (due.length <= MOST_NAMED) {
    return due.map((incident) => ({
      title: cut(incident.title, LONGEST_TITLE),
      body: cut(bodyOf(incident), LONGEST_BODY),
      severity: incident.severity,
      link: { kind: 'incident', incidentId: incident.id },
    }));
  }
  return [
    {
      title: `${due.length} new incidents: ${countsText(due)}`,
      body: cut(
        due
          .slice(0, MOST_NAMED)
          .map(({ title }) => title)
          .join('\n'),
        LONGEST_BODY,
      ),
      severity: worst.severity,
      link: { kind: 'incidents' },
    },
  ];
}
