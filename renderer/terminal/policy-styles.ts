/**
 * xterm under a policy without inline styles (shared/page/content-security-policy.ts).
 *
 * xterm's renderer writes its colours into <style> elements and colours single cells by `setAttribute('style', …)`. Both are
 * inline styles, which the policy forbids, and rightly so. What the policy leaves alone is the CSSOM: constructed style sheets,
 * and the `style` property. So the <style> elements that xterm makes while it opens are stand-ins that fill a constructed
 * sheet, and spans whose `style` attribute is set take it through the property. Nothing is loosened: markup that comes from
 * outside still cannot bring a style. (Its option `documentOverride` would be the polite way, but xterm 6.0 passes it to some
 * of its parts only.)
 */

/** Looks like a <style> to xterm: its text becomes a sheet of the document, and goes with it. */
function styleStandIn(): HTMLElement {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const element = Document.prototype.createElement.call(document, 'template');
  Object.defineProperty(element, 'textContent', {
    set: (css: string) => {
      sheet.replaceSync(css);
    },
  });
  element.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((known) => known !== sheet);
    Element.prototype.remove.call(element);
  };
  return element;
}

/** Whatever `open` makes at once of <style> elements becomes constructed sheets. */
export function withoutInlineStyles(open: () => void): void {
  const createElement = (name: string): HTMLElement =>
    name === 'style' ? styleStandIn() : Document.prototype.createElement.call(document, name);
  Object.defineProperty(document, 'createElement', { value: createElement, configurable: true });
  try {
    open();
  } finally {
    // The prototype's own is there again.
    Reflect.deleteProperty(document, 'createElement');
  }
}

/** Cells are made at every drawing, so the spans themselves have to know better. Done once. */
export function styleSpansByProperty(): void {
  if (Object.hasOwn(HTMLSpanElement.prototype, 'setAttribute')) return;
  HTMLSpanElement.prototype.setAttribute = function setAttribute(name: string, value: string): void {
    if (name === 'style') this.style.cssText = value;
    else Element.prototype.setAttribute.call(this, name, value);
  };
}
