// @ts-check
/** A drawing as a file of its own: its colours written out, a title above, its key and what it rests on below. */
import { h } from './dom.js';

const SPACE = 'http://www.w3.org/2000/svg';
const PAD = 12;
const SOURCE_LINES = 3; // on the picture; all of them stand in the file's description

/** What of a style is written out, and what holds where nothing is said. */
const PROPERTIES = Object.entries({
  fill: 'rgb(0, 0, 0)', 'fill-opacity': '1', stroke: 'none', 'stroke-width': '1px', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  'paint-order': 'normal', 'font-size': '16px', 'font-weight': '400', 'font-style': 'normal', 'text-anchor': 'start', visibility: 'visible', opacity: '1', 'font-family': '',
});

/**
 * Writes the style that an element has on the page into a copy of it, so that no sheet is needed and
 * no preference of the reader's screen changes it.
 * @param {Element} from @param {Element} to @param {Record<string, string>} given what the copy's parent hands on
 */
function writeOut(from, to, given) {
  const style = getComputedStyle(from);
  if (style.display === 'none') {
    to.remove();
    return;
  }
  /** @type {Record<string, string>} */
  const own = {};
  for (const [name] of PROPERTIES) {
    const value = style.getPropertyValue(name);
    // Opacity is not handed on; everything else is.
    own[name] = name === 'opacity' ? '1' : value;
    if (value !== given[name] || to.hasAttribute(name)) to.setAttribute(name, value);
  }
  for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-hidden']) to.removeAttribute(name);
  [...from.children].map((child, i) => [child, to.children[i]]).forEach(([a, b]) => writeOut(a, b, own));
}

/** @param {string} name @param {Record<string, string|number>} attributes @param {string} [text] */
function element(name, attributes, text) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Breaks a text into lines of a width, after spaces and punctuation or between ideographs. @param {string} text @param {number} width @param {string} font */
function wrapped(text, width, font) {
  const pen = h('canvas', {}).getContext('2d');
  pen.font = font;
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s/&?;,\u2e80-\uffef]+[\s/&?;,]*|\s+|./gu) || []) {
    if (line && pen.measureText(line + piece.trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/**
 * @param {SVGSVGElement} shown
 * @param {{title: string, key: {colour: string, text: string}[], says: string, sources: string[], address: string, sourcesSay: (count: number, names: string) => string}} about
 */
export function standalone(shown, about) {
  const { x, y, width, height } = shown.viewBox.baseVal;
  const page = getComputedStyle(shown.closest('.panel, .card') || document.body);
  const colours = getComputedStyle(document.documentElement);
  const family = getComputedStyle(shown).fontFamily;
  const large = width > 600;
  const root = element('svg', { xmlns: SPACE, width: width + 2 * PAD, 'font-family': family });
  const back = element('rect', { width: '100%', height: '100%', fill: page.backgroundColor });
  const sources = about.sourcesSay(about.sources.length, about.sources.join('; '));
  root.append(element('title', {}, about.title), element('desc', {}, [about.says, ...(about.sources.length ? [sources] : []), about.address].join('\n')), back);
  let at = PAD;
  const write = (/** @type {string} */ text, /** @type {number} */ size, /** @type {string} */ colour, bold = false) => {
    for (const line of wrapped(text, width, (bold ? '650 ' : '') + size + 'px ' + family)) {
      at += size * 1.35;
      root.append(element('text', { x: PAD, y: at.toFixed(1), 'font-size': size, 'font-weight': bold ? 650 : 400, fill: colour }, line));
    }
  };
  const ink = colours.getPropertyValue('--ink').trim();
  const mute = colours.getPropertyValue('--mute').trim();
  const small = large ? 11 : 9;
  const says = !shown.matches('.magnified') && [...shown.querySelectorAll('text')].some((e) => e.textContent === about.title);
  if (!says) {
    write(about.title, large ? 17 : 13, ink, true);
    at += 8;
  }

  const inner = /** @type {SVGSVGElement} */ (shown.cloneNode(true));
  writeOut(shown, inner, Object.fromEntries(PROPERTIES));
  for (const name of ['aria-labelledby', 'lang']) inner.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: PAD, y: at, width, height, viewBox: [x, y, width, height].join(' ') })) inner.setAttribute(name, String(value));
  root.append(inner);
  at += height + 4;

  // The key, as many to a line as fit.
  let left = PAD;
  const pen = h('canvas', {}).getContext('2d');
  pen.font = small + 'px ' + family;
  about.key.forEach(({ colour, text }, i) => {
    const room = 18 + pen.measureText(text).width + 14;
    if (i === 0 || left + room > width + PAD) {
      left = PAD;
      at += small * 1.5;
    }
    root.append(element('rect', { x: left, y: (at - small * 0.5).toFixed(1), width: 14, height: 3, fill: colour }), element('text', { x: left + 18, y: at.toFixed(1), 'font-size': small, fill: ink }, text));
    left += room;
  });
  at += 6;
  write(about.says, small, mute);
  let names = about.sources.length;
  const font = small + 'px ' + family;
  const said = (/** @type {number} */ count) => about.sourcesSay(about.sources.length, about.sources.slice(0, count).join('; ') + (count < about.sources.length ? ' …' : ''));
  while (names > 1 && wrapped(said(names), width, font).length > SOURCE_LINES) names--;
  if (names) write(said(names), small, mute);
  write(about.address, small, mute);
  at += PAD;
  root.setAttribute('height', at.toFixed(1));
  root.setAttribute('viewBox', `0 0 ${width + 2 * PAD} ${at.toFixed(1)}`);
  return { text: new XMLSerializer().serializeToString(root), width: width + 2 * PAD, height: at };
}
