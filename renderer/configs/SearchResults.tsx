import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { routeHash } from '../state/route.ts';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { splitMatch } from './split-match.ts';
import { MOST_DEVICES, type ConfigSearchState } from './use-config-search.ts';
import styles from './ConfigsView.module.css';

export interface SearchResultsProps {
  readonly text: string;
  readonly search: ConfigSearchState;
  readonly devices: ReadonlyMap<number | string, Device>;
  /** How many configurations there are. */
  readonly total: number;
}

function summaryOf({ search, total }: SearchResultsProps): string {
  const lines = search.matches.reduce((sum, match) => sum + match.count, 0);
  const found = `${countText(lines, 'line')} in ${countText(search.matches.length, 'device')}`;
  if (search.state === 'running') return `${found}; ${search.searched} of ${total} looked through`;
  if (search.state === 'full') return `${found}; stopped at ${MOST_DEVICES} devices: look for something longer`;
  return `${found}; all ${search.searched} looked through`;
}

/** Lines of current configurations that hold a text; each leads to its place. */
export function SearchResults(props: SearchResultsProps): ReactNode {
  const { text, search, devices, total } = props;
  if (search.failure !== null) return <ErrorState message={search.failure.message} hint={search.failure.hint} />;
  return (
    <section className={styles.results} aria-label="Found lines">
      <div className={styles.summary} role="status">
        {summaryOf(props)}
        {search.state === 'running' && (
          <ProgressBar label="Search" percent={total === 0 ? 0 : (100 * search.searched) / total} />
        )}
      </div>
      {search.state === 'done' && search.matches.length === 0 && (
        <EmptyState
          title="In no configuration"
          text={`No current configuration holds “${text}”. Secrets are masked, so they are never found.`}
        />
      )}
      {search.matches.map(({ deviceId, lines, count }) => (
        <section key={deviceId} className={styles.match} aria-label={devices.get(deviceId)?.name ?? 'Removed device'}>
          <h2 className={styles.matchName}>
            {devices.get(deviceId)?.name ?? 'Removed device'}{' '}
            <span className={styles.quiet}>{countText(count, 'line')}</span>
          </h2>
          <ol className={styles.matchLines}>
            {lines.map(({ line, text: found }) => (
              <li key={line}>
                <a className={styles.matchLine} href={routeHash({ view: 'device', deviceId, tab: 'config', line })}>
                  <span className={styles.matchNumber}>{line}</span>
                  <span>
                    {splitMatch(found, text).map((piece, index) =>
                      // oxlint-disable-next-line react/no-array-index-key -- the pieces of a line never change places
                      piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
                    )}
                  </span>
                </a>
              </li>
            ))}
          </ol>
          {count > lines.length && <p className={styles.quiet}>and {count - lines.length} more there</p>}
        </section>
      ))}
    </section>
  );
}
