/** The steps of the use scale: colour of a share of capacity in percent. */
export const stepsOfUse = [
  { fromPercent: 85, token: '--use-85' },
  { fromPercent: 70, token: '--use-70' },
  { fromPercent: 55, token: '--use-55' },
  { fromPercent: 40, token: '--use-40' },
  { fromPercent: 25, token: '--use-25' },
  { fromPercent: 10, token: '--use-10' },
  { fromPercent: 1, token: '--use-1' },
  { fromPercent: Number.NEGATIVE_INFINITY, token: '--use-idle' },
] as const;

export type UseToken = (typeof stepsOfUse)[number]['token'];

/** Token of the colour for a use in percent; idle below 1 % and when unknown. */
export function tokenOfUse(percent: number | null): UseToken {
  const step = stepsOfUse.find((candidate) => percent !== null && percent >= candidate.fromPercent);
  return step?.token ?? '--use-idle';
}
