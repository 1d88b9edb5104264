/** The design system on one sheet, in both themes at once, for whoever changes a token or a part: `#/gallery`. */
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Badge, Chip } from '../ui/Chip.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { deviceGlyphNames, deviceGlyphs, type DeviceGlyph } from '../ui/device-glyphs.ts';
import { DeviceTile } from '../ui/DeviceTile.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { stepsOfUse } from '../ui/scale-of-use.ts';
import { SecretField } from '../ui/SecretField.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SeverityPips, severityNames, type SeverityName } from '../ui/SeverityPips.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { stateMarks, type StateName } from '../ui/state-marks.ts';
import { Switch } from '../ui/Switch.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { TextField } from '../ui/TextField.tsx';
import { UseBar } from '../ui/UseBar.tsx';
import styles from './Gallery.module.css';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.row}>{children}</div>
    </section>
  );
}

function Kinds(): ReactNode {
  return keysOf<DeviceGlyph>(deviceGlyphs).map((kind) => (
    <figure key={kind} className={styles.kind}>
      <DeviceTile kind={kind} state="up" />
      <figcaption>{deviceGlyphNames[kind]}</figcaption>
    </figure>
  ));
}

const stateHints: Readonly<Record<StateName, string>> = {
  up: 'answers, all well',
  degraded: 'answers, one fault',
  down: 'silent, is the root',
  unreachable: 'silent, behind a root',
  maintenance: 'planned, no alarm',
  unknown: 'no fresh fact',
  suspect: 'a probe missed',
  blind: 'we cannot see',
};

function States(): ReactNode {
  return keysOf<StateName>(stateMarks).map((state) => (
    <div key={state} className={styles.state}>
      <DeviceTile kind="switch" state={state} />
      <div>
        <StateMark state={state} />
        <p className={styles.hint}>{stateHints[state]}</p>
      </div>
    </div>
  ));
}

interface Row {
  readonly id: number;
  readonly state: StateName;
  readonly port: string;
  readonly rate: number | null;
  readonly use: number | null;
}

const rows: readonly Row[] = [
  { id: 1, state: 'up', port: 'Te1/1/1', rate: 23.2, use: 58 },
  { id: 2, state: 'degraded', port: 'Te1/0/7', rate: 0.31, use: 3 },
  { id: 3, state: 'unknown', port: 'Po1', rate: null, use: null },
];

const columns: readonly TableColumn<Row>[] = [
  {
    id: 'state',
    header: <span className="only-for-readers">State</span>,
    width: '16px',
    cell: (row) => <StateMark state={row.state} shapeOnly />,
  },
  {
    id: 'port',
    header: 'Port',
    width: '1fr',
    sortBy: (row) => row.port,
    cell: (row) => <span className="mono">{row.port}</span>,
  },
  {
    id: 'rate',
    header: 'Gbit/s',
    width: '64px',
    align: 'end',
    sortBy: (row) => row.rate,
    cell: (row) => row.rate?.toFixed(2) ?? 'no data',
  },
  {
    id: 'use',
    header: 'Use',
    width: '60px',
    align: 'end',
    cell: (row) => <UseBar percent={row.use} width={40} height={5} />,
  },
];

function Buttons(): ReactNode {
  const [on, setOn] = useState(true);
  const [span, setSpan] = useState<'1' | '6' | '24'>('6');
  return (
    <>
      <Button tone="primary">Acknowledge</Button>
      <Button>Replay</Button>
      <Button tone="quiet">Path</Button>
      <Button tone="danger">Remove</Button>
      <Button disabled>Disabled</Button>
      <Button size="small">Small</Button>
      <Button size="large">First run</Button>
      <Switch label="Switch" checked={on} onChange={setOn} />
      <SegmentedControl
        label="Span"
        value={span}
        options={[
          { value: '1', label: '1 h' },
          { value: '6', label: '6 h' },
          { value: '24', label: '24 h' },
        ]}
        onChange={setSpan}
      />
      <Chip icon={<IconCheck size={12} aria-hidden />}>Confirmed</Chip>
      <Badge count={3} label="open" />
      <KeyHint keys="Ctrl K" />
      <Spinner />
    </>
  );
}

function Fields(): ReactNode {
  const [address, setAddress] = useState('10.0.0.1');
  const [secret, setSecret] = useState('community');
  return (
    <>
      <TextField
        label="Start address"
        mono
        value={address}
        onChange={setAddress}
        hint="A core switch knows the most."
      />
      <TextField label="Range" mono value="10.0.0" onChange={() => undefined} error="“10.0.0” is not a range" />
      <SecretField label="Community" value={secret} onChange={setSecret} />
      <div className={styles.progress}>
        <ProgressBar label="Discovery" percent={70} />
      </div>
    </>
  );
}

const surfaces = ['canvas', 'chrome', 'panel', 'raised', 'hover', 'selected', 'accent-fill', 'past-fill'] as const;

function Surfaces(): ReactNode {
  return surfaces.map((name) => (
    <figure key={name} className={styles.kind}>
      <span className={styles.swatch} style={{ background: `var(--${name})` }} />
      <figcaption>{name}</figcaption>
    </figure>
  ));
}

function Sheet({ theme }: { readonly theme: 'dark' | 'light' }): ReactNode {
  return (
    <div className={styles.sheet} data-theme={theme}>
      <h1 className={styles.title}>
        Trunkline <span className={styles.subtitle}>Design system, {theme}</span>
      </h1>
      <Section title="Device kinds">
        <Kinds />
      </Section>
      <Section title="States: colour, shape and word">
        <States />
      </Section>
      <Section title="Use of a link, each direction">
        <div className={styles.scale}>
          {stepsOfUse.toReversed().map(({ token }) => (
            <span key={token} className={styles.step}>
              <span className={styles.colour} style={{ background: `var(${token})` }} />
              {token.replace('--use-', '')}
            </span>
          ))}
        </div>
      </Section>
      <Section title="Severity">
        {keysOf<SeverityName>(severityNames).map((severity) => (
          <SeverityPips key={severity} severity={severity} />
        ))}
      </Section>
      <Section title="Buttons and keys">
        <Buttons />
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="Table">
        <div className={styles.table}>
          <DataTable label={`Table, ${theme}`} columns={columns} rows={rows} rowKey={(row) => row.id} selectedKey={1} />
        </div>
      </Section>
      <Section title="Surfaces">
        <Surfaces />
      </Section>
    </div>
  );
}

export function Gallery(): ReactNode {
  return (
    <main className={styles.gallery}>
      <Sheet theme="dark" />
      <Sheet theme="light" />
    </main>
  );
}
