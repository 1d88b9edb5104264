import { IconRoute, IconSquare, IconTopologyStar3 } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../engine/connection.ts';
import { useTopic } from '../engine/use-topic.ts';
import { CredentialFields } from '../settings/CredentialFields.tsx';
import { draftProblems, emptyDraft, type CredentialDraft } from '../settings/credential-draft.ts';
import { goTo } from '../state/route.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextField } from '../ui/TextField.tsx';
import { listOf, rangesProblem, startProblem, type How } from './first-run-form.ts';
import { keepCredential, startDiscovery, useRun, type KeptCredential } from './use-discovery.ts';
import styles from './FirstRun.module.css';

type Access = 'stored' | 'snmp-community' | 'snmp-v3' | 'none';

const howOptions = [
  { value: 'crawl', label: 'Crawl from here' },
  { value: 'sweep', label: 'Sweep a range' },
  { value: 'one', label: 'One device' },
] as const;

const startTexts: Readonly<Record<How, { readonly label: string; readonly hint: string; readonly example: string }>> = {
  crawl: { label: 'Start address', hint: 'A core switch or router knows the most neighbours.', example: '10.0.0.1' },
  sweep: { label: 'Range', hint: 'Each address in it is asked once.', example: '10.0.0.0/24' },
  one: { label: 'Address', hint: 'Its neighbours are not followed.', example: '10.0.0.1' },
};

function accessOptions(hasStored: boolean): readonly { value: Access; label: string }[] {
  const stored = hasStored ? ([{ value: 'stored', label: 'Stored' }] as const) : [];
  const typed = [
    { value: 'snmp-community', label: 'SNMP v2c' },
    { value: 'snmp-v3', label: 'SNMP v3' },
  ] as const;
  return [...stored, ...typed, ...(hasStored ? [] : ([{ value: 'none', label: 'None, ping only' }] as const))];
}

export interface StartFormProps {
  /** There are devices already: more ways to add are offered. */
  readonly adding: boolean;
  readonly keptWhere: string | undefined;
}

/** Where to start, with what, and where to stay inside. */
export function StartForm({ adding, keptWhere }: StartFormProps): ReactNode {
  const credentials = useTopic('credentials', {}).items.length;
  const stored = adding && credentials > 0;
  const kept = useRef<KeptCredential | null>(null);
  const run = useRun();
  const [how, setHow] = useState<How>('crawl');
  const [start, setStart] = useState('');
  const [inside, setInside] = useState('');
  const [chosenAccess, setAccess] = useState<Access | null>(null);
  const [draft, setDraft] = useState<CredentialDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const access = chosenAccess ?? (stored ? 'stored' : 'snmp-community');
  const typed = access === 'snmp-community' || access === 'snmp-v3' ? { ...draft, kind: access } : null;
  const problems = {
    start: startProblem(how, start),
    inside: rangesProblem(inside),
    draft: typed === null ? {} : draftProblems(typed),
  };
  const fine = problems.start === null && problems.inside === null && Object.keys(problems.draft).length === 0;
  const begin = useAction(async () => {
    kept.current = typed === null ? null : await keepCredential(typed, kept.current);
    const credentialIds = kept.current === null ? [] : [kept.current.id];
    const wish = { seeds: listOf(start), allow: listOf(inside), follow: how === 'crawl' };
    await startDiscovery({ ...wish, credentialIds, pingOnly: access === 'none' });
  });
  const stop = useAction(() => call('discovery.cancel', {}));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (fine) begin.run();
  }

  const said = (problem: string | null): string | null => (tried ? problem : null);
  const running = run?.state === 'running';
  const found = (run?.found ?? 0) > 0;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{adding ? 'Add devices' : 'See your network'}</h1>
      <p className={styles.lead}>
        Give one address and a way to read it. Trunkline follows the neighbours from there. It reads and changes
        nothing.
      </p>
      {adding && (
        <div className={styles.group}>
          <span className={styles.label}>How</span>
          <SegmentedControl<How> label="How" size="form" value={how} options={howOptions} onChange={setHow} />
        </div>
      )}
      <TextField
        label={startTexts[how].label}
        mono
        autoFocus
        value={start}
        onChange={setStart}
        placeholder={startTexts[how].example}
        hint={startTexts[how].hint}
        error={said(problems.start)}
        icon={<IconRoute size={16} stroke={1.75} aria-hidden />}
      />
      <div className={styles.group}>
        <span className={styles.label}>Credential</span>
        <SegmentedControl<Access>
          label="Credential"
          size="form"
          value={access}
          options={accessOptions(stored)}
          onChange={setAccess}
        />
      </div>
      {typed !== null && (
        <CredentialFields
          draft={typed}
          problems={tried ? problems.draft : {}}
          onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
          keptWhere={keptWhere === undefined ? undefined : `Kept sealed (${keptWhere}), never shown again.`}
        />
      )}
      <TextField
        label="Stay inside"
        aside="optional"
        mono
        value={inside}
        onChange={setInside}
        placeholder="10.0.0.0/16"
        hint="Nothing outside these ranges is asked. Empty: the range of the start address."
        error={said(problems.inside)}
      />
      <FormError failure={begin.failure ?? stop.failure} />
      <div className={styles.buttons}>
        {running ? (
          <Button
            size="large"
            wide
            icon={<IconSquare size={16} aria-hidden />}
            busy={stop.busy}
            onClick={() => stop.run()}
          >
            Stop discovery
          </Button>
        ) : (
          <Button key="start" type="submit" size="large" wide tone={found ? 'normal' : 'primary'} busy={begin.busy}>
            {found ? 'Start again' : 'Start discovery'}
          </Button>
        )}
        {(running || found) && (
          <Button size="large" wide tone="primary" onClick={() => goTo({ view: 'map' })}>
            Open the map
          </Button>
        )}
      </div>
      {!adding && <DemoHint />}
    </form>
  );
}

function DemoHint(): ReactNode {
  return (
    <aside className={styles.demo}>
      <IconTopologyStar3 size={24} stroke={1.5} aria-hidden />
      <p>
        <strong className={styles.demoTitle}>No network at hand?</strong>
        <br />
        <code>npm start -- --demo</code> opens a simulated one, with traffic and an outage.
      </p>
    </aside>
  );
}
