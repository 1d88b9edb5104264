import { IconChevronDown, IconMap2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatesHelpLink } from '../help/StatesHelpLink.tsx';
import { stepsOfUse } from '../ui/scale-of-use.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMapChoices } from './live/map-choices.ts';
import styles from './MapLegend.module.css';

const SPEEDS = [
  { label: '1 G', width: 2 },
  { label: '10 G', width: 4 },
  { label: '40 G', width: 6 },
  { label: '100 G', width: 8 },
] as const;

/** What colours, widths and strokes of links mean. Folds to a button. */
export function MapLegend(): ReactNode {
  const folded = useMapChoices((choices) => choices.legendFolded);
  const setFolded = useMapChoices((choices) => choices.setLegendFolded);
  if (folded) {
    return (
      <div className={styles.corner}>
        <Button
          size="small"
          icon={<IconMap2 size={14} aria-hidden />}
          aria-expanded={false}
          onClick={() => setFolded(false)}
        >
          Legend
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.legend} aria-label="Legend">
      <header className={styles.head}>
        <h2>Use of each direction</h2>
        <StatesHelpLink />
        <IconButton size="small" label="Fold the legend" aria-expanded onClick={() => setFolded(true)}>
          <IconChevronDown size={14} aria-hidden />
        </IconButton>
      </header>
      <UseScale />
      <ul className={styles.row}>
        {SPEEDS.map(({ label, width }) => (
          <li key={label}>
            <svg width={30} height={10} aria-hidden>
              <path className={styles.speed} d="M0 5h30" strokeWidth={width} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ul className={styles.row}>
        {STROKES.map(({ label, drawing }) => (
          <li key={label}>
            {drawing}
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Idle first; each number stands at the beginning of its step. */
function UseScale(): ReactNode {
  return (
    <ol className={styles.scale}>
      {stepsOfUse.toReversed().map(({ token, fromPercent }) => (
        <li key={token}>
          <svg width="100%" height={9} aria-hidden>
            <rect width="100%" height={9} fill={`var(${token})`} />
          </svg>
          {Number.isFinite(fromPercent) ? fromPercent : 'idle'}
        </li>
      ))}
      <li className={styles.unit}>%</li>
    </ol>
  );
}

const STROKES: readonly { readonly label: string; readonly drawing: ReactNode }[] = [
  {
    label: 'Down',
    drawing: (
      <svg width={26} height={10} aria-hidden>
        <path className={styles.down} strokeWidth={4} strokeDasharray="2 2" d="M0 5h8M18 5h8" />
        <path className={styles.down} strokeWidth={1.6} strokeLinecap="round" d="M10.5 2.5l5 5M15.5 2.5l-5 5" />
      </svg>
    ),
  },
  {
    label: 'Inferred',
    drawing: (
      <svg width={26} height={10} aria-hidden>
        <path className={styles.speed} strokeWidth={4} strokeDasharray="7 2.5" d="M0 5h26" />
      </svg>
    ),
  },
  {
    label: 'One-sided',
    drawing: (
      <svg width={26} height={10} aria-hidden>
        <path className={styles.speed} strokeWidth={4} d="M0 5h17" />
        <circle className={styles.ring} cx={21} cy={5} r={3.75} />
      </svg>
    ),
  },
  {
    label: 'Flapping',
    drawing: (
      <svg width={20} height={10} aria-hidden>
        <path className={styles.wave} d="M1 8L4 2L7 8L10 2L13 8L16 2L19 8" />
      </svg>
    ),
  },
];
