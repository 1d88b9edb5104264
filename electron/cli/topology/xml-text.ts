/** Device text inside XML: nothing in it may become markup, and characters that XML 1.0 forbids are left out. */
// oxlint-disable-next-line no-control-regex -- the control characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

export function xmlText(value: string | number): string {
  const text = String(value).replace(FORBIDDEN, '').toWellFormed();
  return text.replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] ?? '');
}
