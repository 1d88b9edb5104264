/** What an agent answers: GET, GETNEXT, GETBULK over an index of objects (RFC 3416 section 4.2, RFC 1157 section 4.1). */
import { END_OF_MIB_VIEW, NO_SUCH_INSTANCE, NO_SUCH_OBJECT, TAG, encodeOid } from '../ber/encode.ts';
import { compareOids, positionOf } from './object-index.ts';
import type { ObjectIndex } from './object-index.ts';
import { echoedVarBinds, varBindLength } from './snmp-message.ts';
import type { SnmpAnswer, SnmpRequest, VarBind } from './snmp-message.ts';

/** Below macOS's limit for one UDP datagram (net.inet.udp.maxdgram, 9,216). */
export const MOST_ANSWER_BYTES = 8192;
const ENVELOPE_BYTES = 64;
const MOST_REPETITIONS = 1000;
const ERROR = { tooBig: 1, noSuchName: 2, notWritable: 17 } as const;

interface Found extends VarBind {
  /** Place after this object in the index; where GETBULK goes on. */
  readonly next: number;
}

function valueOf<View>(index: ObjectIndex<View>, position: number, view: View, version: 1 | 2): Buffer | null {
  const object = index[position];
  if (object === undefined) return null;
  const value = typeof object.value === 'function' ? object.value(view) : object.value;
  // SNMPv1 has no Counter64: such an object does not exist there (RFC 3584 section 4.2.2.1).
  return version === 1 && value?.[0] === TAG.counter64 ? null : value;
}

function exactly<View>(index: ObjectIndex<View>, oid: readonly number[], view: View, version: 1 | 2): VarBind {
  const position = positionOf(index, oid, false);
  const object = index[position];
  const value =
    object !== undefined && compareOids(object.oid, oid) === 0 ? valueOf(index, position, view, version) : null;
  if (object !== undefined && value !== null) return { oid: object.encodedOid, value };
  // Same object, other instance: the index of a scalar or column is at least its last part.
  const prefix = oid.slice(0, -1);
  const near = [index[position], index[position - 1]].some(
    (other) => other !== undefined && compareOids(other.oid.slice(0, prefix.length), prefix) === 0,
  );
  return { oid: encodeOid(oid), value: near ? NO_SUCH_INSTANCE : NO_SUCH_OBJECT };
}

function following<View>(index: ObjectIndex<View>, from: number, view: View, version: 1 | 2): Found | null {
  for (let position = from; position < index.length; position += 1) {
    const value = valueOf(index, position, view, version);
    const object = index[position];
    if (object !== undefined && value !== null) return { oid: object.encodedOid, value, next: position + 1 };
  }
  return null;
}

function fitOrTooBig(request: SnmpRequest, varBinds: readonly VarBind[]): SnmpAnswer {
  const bytes = varBinds.reduce((sum, bind) => sum + varBindLength(bind), ENVELOPE_BYTES);
  if (bytes <= MOST_ANSWER_BYTES) return { errorStatus: 0, errorIndex: 0, varBinds };
  return { errorStatus: ERROR.tooBig, errorIndex: 0, varBinds: request.version === 1 ? echoedVarBinds(request) : [] };
}

function answerEach(request: SnmpRequest, varBinds: readonly VarBind[]): SnmpAnswer {
  if (request.version === 2) return fitOrTooBig(request, varBinds);
  const missing = varBinds.findIndex((bind) => (bind.value[0] ?? 0) >= TAG.noSuchObject);
  if (missing < 0) return fitOrTooBig(request, varBinds);
  return { errorStatus: ERROR.noSuchName, errorIndex: missing + 1, varBinds: echoedVarBinds(request) };
}

function next<View>(index: ObjectIndex<View>, oid: readonly number[], view: View, version: 1 | 2): VarBind {
  const found = following(index, positionOf(index, oid, true), view, version);
  return found ?? { oid: encodeOid(oid), value: END_OF_MIB_VIEW };
}

/** Takes varbinds until the answer is full. */
function openAnswer(request: SnmpRequest): { varBinds: VarBind[]; add: (bind: VarBind) => boolean } {
  const varBinds: VarBind[] = [];
  let bytes = ENVELOPE_BYTES + request.community.length;
  return {
    varBinds,
    add: (bind) => {
      bytes += varBindLength(bind);
      if (bytes > MOST_ANSWER_BYTES) return false;
      varBinds.push(bind);
      return true;
    },
  };
}

function answerBulk<View>(request: SnmpRequest, index: ObjectIndex<View>, view: View): SnmpAnswer {
  const { varBinds, add } = openAnswer(request);
  const once = request.oids.slice(0, request.nonRepeaters);
  if (!once.every((oid) => add(next(index, oid, view, 2)))) return { errorStatus: 0, errorIndex: 0, varBinds };
  let rows = request.oids
    .slice(request.nonRepeaters)
    .map((oid) => ({ oid: encodeOid(oid), at: positionOf(index, oid, true) }));
  const repetitions = Math.min(request.maxRepetitions, MOST_REPETITIONS);
  for (let turn = 0; turn < repetitions && rows.length > 0; turn += 1) {
    const found = rows.map((row) => ({ row, hit: following(index, row.at, view, 2) }));
    const fits = found.every(({ row, hit }) => add(hit ?? { oid: row.oid, value: END_OF_MIB_VIEW }));
    if (!fits || found.every(({ hit }) => hit === null)) break;
    rows = found.map(({ row, hit }) => (hit === null ? row : { oid: hit.oid, at: hit.next }));
  }
  return { errorStatus: 0, errorIndex: 0, varBinds };
}

/** Pure: the answer to a decoded request, given the agent's objects and the moment they are seen in. */
export function answerRequest<View>(request: SnmpRequest, index: ObjectIndex<View>, view: View): SnmpAnswer {
  const { version } = request;
  if (request.kind === 'get-bulk') return answerBulk(request, index, view);
  if (request.kind === 'get') {
    return answerEach(
      request,
      request.oids.map((oid) => exactly(index, oid, view, version)),
    );
  }
  if (request.kind === 'get-next') {
    return answerEach(
      request,
      request.oids.map((oid) => next(index, oid, view, version)),
    );
  }
  // The demo network can be read and not changed.
  const status = version === 1 ? ERROR.noSuchName : ERROR.notWritable;
  return { errorStatus: status, errorIndex: request.oids.length > 0 ? 1 : 0, varBinds: echoedVarBinds(request) };
}
