import type { ReactNode } from 'react';
import type { ConfigLines } from './diff-rows.ts';
import { LineList } from './LineList.tsx';
import styles from './Lines.module.css';

export interface ConfigTextProps {
  /** Absent while it is read. */
  readonly config: ConfigLines | undefined;
  /** To begin with, from 1. */
  readonly line: number | null;
  readonly actions: ReactNode;
}

/** A whole configuration with its line numbers. */
export function ConfigText({ config, line, actions }: ConfigTextProps): ReactNode {
  const lines = config?.text.replace(/\n$/, '').split('\n') ?? [];
  const byThemselves = new Set(config?.volatileLines ?? []);
  return (
    <section className={styles.view} aria-label="Configuration">
      <header className={styles.head}>
        <span className={styles.note}>
          Secrets are masked.{byThemselves.size > 0 && ' Dim lines change by themselves.'}
        </span>
        <span className={styles.actions}>{actions}</span>
      </header>
      <LineList
        label="Configuration"
        count={lines.length}
        goTo={line === null || lines.length === 0 ? null : Math.min(line, lines.length) - 1}
        renderRow={(index) => (
          <div className={styles.single} data-current={index + 1 === line || undefined}>
            <span role="rowheader" className={styles.number}>
              {index + 1}
            </span>
            <span role="cell" className={styles.text} data-volatile={byThemselves.has(index) || undefined}>
              {lines[index]}
            </span>
          </div>
        )}
      />
    </section>
  );
}
