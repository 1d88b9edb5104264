import type { ReactNode } from 'react';

/** The mark of Trunkline: a trunk with two ends and a root. */
export function Logo({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" role="img" aria-label="Trunkline">
      <rect width={28} height={28} rx={6} fill="var(--accent-fill)" />
      <path d="M7 9h14M14 9v10.5" stroke="var(--on-accent)" strokeWidth={2.6} strokeLinecap="round" fill="none" />
      <circle cx={7} cy={9} r={2.1} fill="var(--on-accent)" />
      <circle cx={21} cy={9} r={2.1} fill="var(--on-accent)" />
      <circle cx={14} cy={20} r={2.9} fill="var(--on-accent)" />
    </svg>
  );
}
