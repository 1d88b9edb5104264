import type { ReactNode } from 'react';
import { standardSettings } from '../../shared/contract/settings.ts';
import { useItem } from '../engine/use-topic.ts';
import { showAround } from '../guide/guide-state.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { Button } from '../ui/Button.tsx';
import { SeverityPips, type SeverityName } from '../ui/SeverityPips.tsx';
import type { StateName } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import {
  graphEntries,
  holdSentences,
  linkEntries,
  protocolEntries,
  severityEntries,
  stateEntries,
  type GraphMarkSign,
  type HelpEntry,
  type LinkLook,
  type LookEntry,
} from './help-entries.ts';
import { GraphPicture, LinkPicture } from './LookDrawings.tsx';
import styles from './Help.module.css';

const stateSign = (state: StateName): ReactNode => <StateMark state={state} size={16} />;
const severitySign = (severity: SeverityName): ReactNode => <SeverityPips severity={severity} />;
const linkPicture = (look: LinkLook): ReactNode => <LinkPicture look={look} />;
const graphPicture = (mark: GraphMarkSign): ReactNode => <GraphPicture mark={mark} />;

/** Every sign with its word, its meaning, the engine's rule and what to do; with the intervals that are set here. */
export function StatesPage(): ReactNode {
  const settings = useItem('settings', {}, 'settings') ?? standardSettings;
  return (
    <>
      <ViewBar title="What the states mean" actions={<Button onClick={showAround}>Show me around</Button>} />
      <div className={styles.page} role="region" aria-label="States, severities and marks" tabIndex={0}>
        <Rules title="States" first="State" entries={stateEntries(settings)} sign={stateSign} />
        <Rules title="Severities of incidents" first="Severity" entries={severityEntries} sign={severitySign} />
        <ul className={styles.sentences}>
          {holdSentences(settings).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Looks title="Links on the map" entries={linkEntries(settings)} picture={linkPicture} />
        <Looks title="Who tells of a link" entries={protocolEntries} />
        <Looks title="Graphs" entries={graphEntries} picture={graphPicture} />
      </div>
    </>
  );
}

interface RulesProps<S extends string> {
  readonly title: string;
  /** Head of the first column. */
  readonly first: string;
  readonly entries: readonly HelpEntry<S>[];
  readonly sign: (sign: S) => ReactNode;
}

function Rules<S extends string>({ title, first, entries, sign }: RulesProps<S>): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">What it means</th>
            <th scope="col">When it is set</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sign}>
              <th scope="row">{sign(entry.sign)}</th>
              <td className={styles.means}>{entry.means}</td>
              <td>{entry.when}</td>
              <td>{entry.todo}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LooksProps<S extends string> {
  readonly title: string;
  readonly entries: readonly LookEntry<S>[];
  readonly picture?: (sign: S) => ReactNode;
}

function Looks<S extends string>({ title, entries, picture }: LooksProps<S>): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <dl className={styles.looks}>
        {entries.map(({ sign, name, text }) => (
          <div key={sign} className={styles.look}>
            <dt className={styles.lookName}>
              {picture?.(sign)}
              {name}
            </dt>
            <dd className={styles.lookText}>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
