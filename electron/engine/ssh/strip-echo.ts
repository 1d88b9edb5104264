/**
 * Takes the echo of the command off its output: the first line that ends with it, where nothing but the prompt stands
 * before. RouterOS draws prompt and command several times; many devices echo nothing to a closed terminal.
 */
export const stripEcho = (text: string, command: string): string => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1 || !(lines[first] ?? '').trimEnd().endsWith(command.trim())) return text;
  return lines.slice(first + 1).join('\n');
};
