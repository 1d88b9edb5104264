/** A number with its unit as sentences have it; device units are text of ours (profiles), not of devices. */
export const numberText = (value: number | null, unit: string | null): string => {
  if (value === null) return 'unknown';
  const text = String(Number(value.toPrecision(4)));
  return unit === null ? text : `${text} ${unit}`;
};
