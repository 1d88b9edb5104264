import { IconChevronDown, IconMap2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatesHelpLink } from '../help/StatesHelpLink.tsx';
import { stepsOfUse } from '../ui/scale-of-use.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { stateNames, type StateName } from '../ui/state-marks.ts';
import { useMapChoices } from './live/map-choices.ts';
import { useLegendFolded } from './use-legend-folded.ts';
import { stepsOfErrors, type Colouring } from './scene/link-ink.ts';
import styles from './MapLegend.module.css';

const TITLES: Readonly<Record<Colouring, string>> = {
  use: 'Use of each direction',
  errors: 'Errors and discards of each direction',
  state: 'State of links',
};

const SPEEDS = [
  { label: '1 G', width: 2 },
  { label: '10 G', width: 4 },
  { label: '40 G', width: 6 },
  { label: '100 G', width: 8 },
] as const;

/** What colours, widths and strokes of links mean. Folds to a button. */
export function MapLegend(): ReactNode {
  const folded = useLegendFolded();
  const setFolded = useMapChoices((choices) => choices.setLegendFolded);
  const colouring = useMapChoices((choices) => choices.colouring);
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
        <h2>{TITLES[colouring]}</h2>
        <StatesHelpLink />
        <IconButton size="small" label="Fold the legend" aria-expanded onClick={() => setFolded(true)}>
          <IconChevronDown size={14} aria-hidden />
        </IconButton>
      </header>
      {colouring === 'use' && <Scale steps={scaleOfUse} unit="%" />}
      {colouring === 'errors' && <Scale steps={errorSteps} unit="/s" />}
      {colouring === 'state' && <StateScale />}
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

interface Step {
  readonly token: string;
  readonly label: string;
}

const scaleOfUse: readonly Step[] = stepsOfUse
  .toReversed()
  .map(({ token, fromPercent }) => ({ token, label: Number.isFinite(fromPercent) ? String(fromPercent) : 'idle' }));

const errorSteps: readonly Step[] = [{ token: '--use-idle', label: 'unknown' }, ...stepsOfErrors.toReversed()];

/** The least first; each word stands at the beginning of its step. */
function Scale({ steps, unit }: { readonly steps: readonly Step[]; readonly unit: string }): ReactNode {
  return (
    <ol className={styles.scale}>
      {steps.map(({ token, label }) => (
        <li key={label}>
          <svg width="100%" height={9} aria-hidden>
            <rect width="100%" height={9} fill={`var(${token})`} />
          </svg>
          {label}
        </li>
      ))}
      <li className={styles.unit}>{unit}</li>
    </ol>
  );
}

const shownStates: readonly StateName[] = ['up', 'degraded', 'down', 'unreachable', 'unknown'];

/** Links that are up are quiet; what is not has the colour of its state. */
function StateScale(): ReactNode {
  return (
    <ul className={styles.states}>
      {shownStates.map((state) => (
        <li key={state}>
          <svg width={18} height={9} aria-hidden>
            <rect width={18} height={9} rx={2} fill={state === 'up' ? 'var(--line3)' : `var(--state-${state})`} />
          </svg>
          {stateNames[state]}
        </li>
      ))}
    </ul>
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
