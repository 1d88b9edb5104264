import { useState, type ReactNode } from 'react';
import type { StorageUse } from '../../shared/contract/storage.ts';
import { retentionOf, type RetentionSettings } from '../../shared/model/storage-forecast.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { useCall } from '../engine/use-call.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ErrorState } from '../ui/EmptyState.tsx';
import { Numeric } from '../ui/Numeric.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Time } from '../ui/Time.tsx';
import type { SettingsProps } from './NetworkSettings.tsx';
import { NumberForm } from './NumberForm.tsx';
import { retentionFields } from './number-fields.ts';
import { forecastOf, storageRows } from './storage-rows.ts';
import styles from './Settings.module.css';

function UseTable({ use, draft }: { readonly use: StorageUse; readonly draft: RetentionSettings }): ReactNode {
  const retention = retentionOf(draft);
  return (
    <table className={styles.storage}>
      <caption className="only-for-readers">What the space of the network file goes to</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Kept for</th>
          <th scope="col">Now</th>
          <th scope="col">A day</th>
          <th scope="col">In a year</th>
        </tr>
      </thead>
      <tbody>
        {storageRows(use, retention).map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>{row.kept}</td>
            <td>
              <Numeric value={row.bytes} format={formatBytes} />
            </td>
            <td>
              <Numeric value={row.bytesPerDay} format={formatBytes} />
            </td>
            <td>
              <Numeric value={row.inAYear} format={formatBytes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Measured({ use, draft }: { readonly use: StorageUse; readonly draft: RetentionSettings }): ReactNode {
  const forecast = forecastOf(use, retentionOf(draft));
  return (
    <>
      <p className={classNames(styles.forecast, forecast.tone === 'warning' && styles.unsealed)} role="status">
        <strong>{formatBytes(use.fileBytes)} now.</strong> {forecast.text}
      </p>
      <UseTable use={use} draft={draft} />
      <p className={styles.hint}>
        Measured <Time atMs={use.atMs} seconds />: the pages of the file, and what the last day added.{' '}
        {use.freeBytes === null ? '' : `${formatBytes(use.freeBytes)} are free on its disk.`}
      </p>
    </>
  );
}

/** How long what is kept, and how large the file will be for it. */
export function StorageSettings({ settings }: SettingsProps): ReactNode {
  const [draft, setDraft] = useState<RetentionSettings>(settings);
  const { data, error, loading, reload } = useCall('storage.measure', {});
  return (
    <>
      <p className={styles.lead}>
        What is older leaves the file within an hour; the forecast below follows what you type.
      </p>
      <NumberForm
        settings={settings}
        fields={retentionFields}
        onDraft={(numbers) => setDraft({ ...settings, ...numbers })}
      />
      <section className={styles.storageUse} aria-label="Size of the file">
        <div className={styles.storageHead}>
          <h3>Size of the file</h3>
          <Button size="small" onClick={reload} busy={loading && data !== undefined}>
            Measure again
          </Button>
        </div>
        {data !== undefined && <Measured use={data} draft={draft} />}
        {data === undefined && error === null && (
          <p className={styles.measuring} role="status">
            <Spinner /> Reading every page of the file
          </p>
        )}
        {error !== null && <ErrorState message={error.message} hint={error.hint} />}
      </section>
    </>
  );
}
