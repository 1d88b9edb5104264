/** What a state in the log is about: the device and port it belongs to, what they are called, and what the state was before. */
import type { Connection } from '../connection.ts';
import type { StateSubject } from '../rows.ts';
import type { LogState } from './log-streams.ts';

export interface LogSubject {
  readonly deviceId: number;
  /** All that it concerns: a link has two. */
  readonly deviceIds: readonly number[];
  readonly interfaceId: number | null;
  readonly linkId: number | null;
  /** Null for the device itself. */
  readonly name: string | null;
}

const NAME = 'coalesce(given_name, sys_name, address)';
const LINK = `
  SELECT a_device_id AS a, b_device_id AS b,
    (SELECT ${NAME} FROM devices WHERE id = a_device_id) || ' ' || coalesce(a_port, '') AS aName,
    (SELECT ${NAME} FROM devices WHERE id = b_device_id) || ' ' || coalesce(b_port, '') AS bName
  FROM links WHERE id = ?
`;
/** The one before of the same thing. A thing that is seen for the first time has none, and that is no change. */
export const STATE_BEFORE = `
  SELECT state FROM states WHERE subject = ? AND subject_id = ? AND from_ms <= ? AND id < ?
  ORDER BY from_ms DESC, id DESC LIMIT 1
`;

interface LinkNames {
  readonly a: number;
  readonly b: number;
  readonly aName: string;
  readonly bName: string;
}

type Part = { readonly deviceId: number; readonly name: string; readonly interfaceId: number | null };

/** The questions, prepared once for all rows of a page. */
export function logSubjects(connection: Connection) {
  const before = connection.prepare<unknown[], string>(STATE_BEFORE).pluck();
  const link = connection.prepare<[number], LinkNames>(LINK);
  const port = connection.prepare<[number], Part>(
    'SELECT device_id AS deviceId, name, id AS interfaceId FROM interfaces WHERE id = ?',
  );
  const sensor = connection.prepare<[number], Part>(
    'SELECT device_id AS deviceId, name, interface_id AS interfaceId FROM sensors WHERE id = ?',
  );
  return {
    stateBefore: ({ subject, subjectId, fromMs, id }: LogState): string | null =>
      before.get(subject, subjectId, fromMs, id) ?? null,
    /** Null for what the file does not know any more. */
    subjectOf: (subject: StateSubject, id: number): LogSubject | null => {
      if (subject === 'link') return linkSubject(id, link.get(id));
      if (subject === 'interface') return partSubject(port.get(id));
      if (subject === 'sensor') return partSubject(sensor.get(id));
      return { deviceId: id, deviceIds: [id], interfaceId: null, linkId: null, name: null };
    },
  };
}

function linkSubject(linkId: number, row: LinkNames | undefined): LogSubject | null {
  if (row === undefined) return null;
  const name = `${row.aName.trim()} to ${row.bName.trim()}`;
  return { deviceId: row.a, deviceIds: [row.a, row.b], interfaceId: null, linkId, name };
}

const partSubject = (row: Part | undefined): LogSubject | null =>
  row === undefined ? null : { ...row, deviceIds: [row.deviceId], linkId: null };

/** "Gi1/0/3: down, was up; ifOperStatus is down" */
export function stateText(name: string | null, state: string, before: string, because: string | null): string {
  const change = `${state}, was ${before}`;
  const told = name === null ? change.slice(0, 1).toUpperCase() + change.slice(1) : `${name}: ${change}`;
  return because === null || because === '' ? told : `${told}; ${because}`;
}
