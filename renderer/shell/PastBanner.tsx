import { IconHistory, IconPlayerSkipForward } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatAge } from '../../shared/units/durations.ts';
import { useTopic } from '../engine/use-topic.ts';
import { usePast } from '../past/past-moment.ts';
import { pastSentence } from '../past/past-words.ts';
import { usePlayhead } from '../state/playhead.ts';
import { nowKey } from '../state/view-keys.ts';
import { formatDay, formatSecond, zoneName } from '../ui/format-time.ts';
import { severityNames } from '../ui/SeverityPips.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useNow } from '../ui/use-now.ts';
import { openBySeverity } from './OpenIncidents.tsx';
import { useKeyText } from './key-text.ts';
import styles from './Banner.module.css';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function nowSentence(counts: ReturnType<typeof openBySeverity>): string {
  if (counts.length === 0) return 'Now: no open incidents';
  const words = counts.map(({ severity, count }) => `${count} ${severityNames[severity].toLowerCase()}`);
  return `Now: ${listed.format(words)} open`;
}

/** Nobody can take the past for the present: the moment, its age, what is open now, and the way back. */
export function PastBanner(): ReactNode {
  const { atMs, playing, speed, goToNow } = usePlayhead();
  const nowMs = useNow();
  const { items } = useTopic('incidents', {});
  const past = usePast();
  const keys = useKeyText(nowKey);
  if (atMs === null) return null;
  return (
    <div className={styles.past} role="status">
      <IconHistory size={18} aria-hidden />
      <strong className={styles.moment}>
        Viewing {formatDay(atMs)} {formatSecond(atMs)} {zoneName(atMs)}, {formatAge(nowMs - atMs)} ago
      </strong>
      <span className={styles.detail}>
        {pastSentence(past.moment, past.error)}
        {playing && ` Playing at ${speed}×.`}
      </span>
      <span className={styles.end}>{nowSentence(openBySeverity(items))}</span>
      <button type="button" className={styles.back} onClick={goToNow}>
        <IconPlayerSkipForward size={16} aria-hidden />
        Back to now
        {keys !== undefined && <KeyHint keys={keys} onFill />}
      </button>
    </div>
  );
}
