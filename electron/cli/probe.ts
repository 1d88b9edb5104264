/** `trunkline probe`: interrogates one device once and stores nothing. */
import type { Clock } from '../host/host.ts';
import type { SnmpCredential } from '../engine/targets.ts';
import { openSnmp } from '../engine/snmp/session.ts';
import { readDevice } from '../engine/snmp/read-device.ts';
import { probeJson } from '../engine/snmp/reading-to-json.ts';
import { describeReading } from './describe-reading.ts';
import { withOptions } from './option-hints.ts';

export interface ProbeArguments {
  readonly address: string;
  readonly port: number;
  readonly credential: SnmpCredential;
  readonly json: boolean;
}

export interface ProbeIo {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  out(text: string): void;
  err(text: string): void;
}

const STEP_WORDS = {
  identify: 'Who is it?',
  interfaces: 'Interfaces, neighbours, processors, memory, sensors …',
} as const;

/** Exit code: 0 done (warnings go to stderr), 1 failed. */
export const runProbe = async (args: ProbeArguments, io: ProbeIo): Promise<number> => {
  const { address, port, credential } = args;
  const session = openSnmp({ address, host: address, port, credential }, { clock: io.clock });
  try {
    const onStep = args.json ? undefined : (step: keyof typeof STEP_WORDS): void => io.err(`${STEP_WORDS[step]}\n`);
    const outcome = await readDevice(session, { signal: io.signal, clock: io.clock, onStep });
    if (outcome.kind === 'failed') {
      io.err(`${withOptions(outcome.problem)}\n`);
      return 1;
    }
    io.out(args.json ? `${JSON.stringify(probeJson(outcome.value), null, 2)}\n` : describeReading(outcome.value));
    for (const warning of outcome.value.warnings) io.err(`warning: ${warning}\n`);
    return 0;
  } finally {
    session.close();
  }
};
