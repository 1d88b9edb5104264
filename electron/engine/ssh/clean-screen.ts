/**
 * What a person would read of a terminal's output: escape sequences gone, backspaces and carriage returns played out.
 *
 * Devices erase their pager prompt by "\b" and spaces, or by "\r" and spaces; RouterOS draws its prompt several times
 * over itself; some colour. So each line is played as on a screen: a cursor, and characters that overwrite. Linear in time,
 * and the result is never longer than the input, whatever cursor movements a hostile device sends.
 */

// CSI … final; OSC … BEL or ST; ESC with intermediates; the 8-bit CSI. Each part bounded or ended by its own class.
const SEQUENCE =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /(?:\u001b\[|\u009b)([0-9;:?<=>]{0,64})[ -/]{0,8}([@-~])|\u001b\][^\u0007\u001b]{0,512}(?:\u0007|\u001b\\)?|\u001b[ -/]{0,8}[0-~]?/y;
const CONTROL = /[^\P{Cc}\t\n]/u;

/** Wider than any terminal; without it, erasing a long line again and again takes time by its square. */
const MAX_ERASED = 1000;

class Line {
  #cells: string[] = [];
  #column = 0;

  put(character: string): void {
    this.#cells[this.#column] = character;
    this.#column += 1;
  }

  home(): void {
    this.#column = 0;
  }

  back(columns: number): void {
    this.#column = Math.max(0, this.#column - columns);
  }

  /** Never beyond the text: a far jump counts as one space, or a few bytes could ask for megabytes. */
  forward(columns: number): void {
    const wanted = this.#column + columns;
    if (wanted <= this.#cells.length) this.#column = wanted;
    else {
      this.#column = this.#cells.length;
      this.put(' ');
    }
  }

  erase(how: string): void {
    if (how === '1') this.#cells.fill(' ', Math.max(0, this.#column - MAX_ERASED), this.#column + 1);
    else if (how === '2') {
      this.#cells = [];
      this.#column = 0;
    } else this.#cells.length = Math.min(this.#cells.length, this.#column);
  }

  text(): string {
    return this.#cells.join('').trimEnd();
  }
}

const applySequence = (line: Line, parameters: string, final: string): void => {
  const amount = Math.min(10_000, Math.max(1, Number.parseInt(parameters, 10) || 1));
  if (final === 'K') line.erase(parameters);
  else if (final === 'D') line.back(amount);
  else if (final === 'C') line.forward(amount);
  else if (final === 'G') {
    line.home();
    if (amount > 1) line.forward(amount - 1);
  }
};

const playLine = (raw: string): string => {
  const line = new Line();
  let at = 0;
  while (at < raw.length) {
    SEQUENCE.lastIndex = at;
    const sequence = SEQUENCE.exec(raw);
    if (sequence !== null) {
      applySequence(line, sequence[1] ?? '', sequence[2] ?? '');
      at += sequence[0].length;
      continue;
    }
    const character = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    at += character.length;
    if (character === '\b') line.back(1);
    else if (character === '\r') line.home();
    else if (character === '\t' || !CONTROL.test(character)) line.put(character);
  }
  return line.text();
};

/** One line, without its "\n". */
export const cleanLine = (raw: string): string => {
  const withoutEnd = raw.replace(/\r{1,8}$/, '');
  return CONTROL.test(withoutEnd) ? playLine(withoutEnd) : withoutEnd.trimEnd();
};

/** Cleans each line, keeps the line feeds. The result holds no control character but "\n" and "\t". */
export const cleanScreen = (raw: string): string => raw.split('\n').map(cleanLine).join('\n');
