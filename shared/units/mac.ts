/** MAC addresses as text: one form everywhere, lower-case with colons. */

const NORMAL = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;
const SEPARATED = /^[0-9a-f]{1,2}([:-][0-9a-f]{1,2})+$/;
const DOTTED = /^[0-9a-f]{4}(\.[0-9a-f]{4})+$/;
const PLAIN = /^(0x)?([0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{40})$/;

function digitsOf(text: string): string | null {
  const trimmed = text.replaceAll('\u0000', '').trim().toLowerCase();
  if (SEPARATED.test(trimmed)) {
    const parts = trimmed.split(/[:-]/);
    return parts.map((part) => part.padStart(2, '0')).join('');
  }
  if (DOTTED.test(trimmed)) return trimmed.replaceAll('.', '');
  return PLAIN.test(trimmed) ? trimmed.replace(/^0x/, '') : null;
}

/**
 * Any usual spelling (aa:bb:…, aa-bb-…, aabb.ccdd.eeff, 12 hex digits) as "aa:bb:cc:dd:ee:ff"; null when it is no MAC.
 * Bytes of zero after the sixth are cut, because some agents pad the value (NetXMS lldp.cpp); EUI-64 is kept at 8 bytes.
 */
export function normaliseMac(text: string | null): string | null {
  if (text === null || NORMAL.test(text)) return text;
  const digits = digitsOf(text);
  if (digits === null || digits.length < 12) return null;
  const six = digits.slice(0, 12);
  if (digits.length === 12 || /^0+$/.test(digits.slice(12))) return colons(six);
  return digits.length === 16 ? colons(digits) : null;
}

function colons(digits: string): string {
  return digits.replace(/..(?!$)/g, '$&:');
}
