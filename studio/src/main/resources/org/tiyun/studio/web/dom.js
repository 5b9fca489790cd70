// @ts-check
/** Small makers of elements. Text is always text: nothing from the server becomes markup but its own drawings. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` are listeners, `class`, and any attribute; false and null leave it out
 * @param {...(Node|string|number|null|undefined|false|Array<any>)} children
 * @returns {any}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden') {
      /** @type {any} */ (element)[name] = value;
    } else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Node} to @param {any[]} children */
function append(to, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(to, child);
    else to.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** @param {Element} element @param {...any} children */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Text for use inside a drawing's markup. @param {unknown} text */
export function esc(text) {
  return String(text).replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');
}

/** A drawing from its markup. @param {string} markup @returns {SVGSVGElement} */
export function svg(markup) {
  const made = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  return /** @type {any} */ (document.importNode(made, true));
}

/**
 * A table that stands behind a figure.
 * @param {string} caption @param {string[]} head @param {(string|number|Node)[][]} rows @param {number} [numbers] columns from here on are numbers
 */
export function table(caption, head, rows, numbers = head.length) {
  const side = (/** @type {number} */ i) => (i >= numbers ? { class: 'num' } : {});
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, head.map((text, i) => h('th', { scope: 'col', ...side(i) }, text)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, i) => h('td', side(i), cell))))),
    ),
  );
}

/** Says something to those who do not see the page. @param {string} text */
export function announce(text) {
  const said = document.getElementById('said');
  if (said) said.textContent = text;
}

/** Hands a file to the browser. @param {string} name @param {Blob} blob */
export function save(name, blob) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Calls at most once a frame, with the latest arguments. @template {any[]} A @param {(...args: A) => void} work */
export function framed(work) {
  /** @type {A | null} */
  let last = null;
  return (/** @type {A} */ ...args) => {
    if (last === null) requestAnimationFrame(() => { const now = last; last = null; if (now) work(...now); });
    last = args;
  };
}
