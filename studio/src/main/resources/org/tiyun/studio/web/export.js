// @ts-check
/**
 * What is shown, as a file: a drawing as SVG or PNG, its figures as CSV, the whole screen as one
 * HTML page. Each says its title, of what it is made, its sources and until when the data go, and
 * looks as the page does now, light or dark.
 */
import { h, save } from './dom.js';
import { t } from './words.js';
import { json } from './api.js';
import { screen } from './state.js';
import { standalone } from './standalone.js';

/** @typedef {string | number | null | undefined} Cell */
/**
 * @typedef {object} Shown
 * @property {string} name of the file, without its ending
 * @property {() => string} title
 * @property {() => SVGSVGElement | null} [figure]
 * @property {() => string} [csv] the address of the figures
 * @property {() => Cell[][]} [rows] the figures, with their head, where no address gives them
 * @property {() => any[] | Promise<any[]>} [rowsOfLedger] rows with publishers; without them it is a model's
 */

/** @type {WeakMap<Element, Shown>} */
const shownBy = new WeakMap();

/** @param {Shown} what */
export function exports(what) {
  const button = (/** @type {string} */ kind, /** @type {() => Promise<void>} */ act) => h('button', { 'data-export': kind, 'aria-label': t('export.as', { kind: kind.toUpperCase(), what: what.title() }), onclick: act }, kind.toUpperCase());
  const group = h(
    'div',
    { class: 'exports', role: 'group', 'aria-label': t('export') },
    what.figure ? [button('svg', () => drawing(what, false)), button('png', () => drawing(what, true))] : null,
    what.csv || what.rows ? button('csv', () => figures(what)) : null,
  );
  shownBy.set(group, what);
  return group;
}

/** Models and ledgers that the page says it is made of, such as `ai-loop@f8d638f81ba4`. */
function madeOf() {
  return [...new Set([...document.querySelectorAll('#screen .hash')].map((e) => e.textContent || ''))];
}

/** Publishers, the most used first. @param {any[]} rows */
function publishers(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { publisher } of rows) if (publisher) counts.set(publisher, (counts.get(publisher) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** What models rest on, by the models with their hashes; asked for once. @type {Map<string, Promise<string[]>>} */
const rest = new Map();

function sourcesOfModels() {
  const made = [...new Set(madeOf().flatMap((line) => line.match(/[A-Za-z0-9_-]+@[0-9a-f]{12}/g) || []))];
  const key = made.join(' ');
  const asked = rest.get(key) || readSources(made.map((each) => each.split('@')[0]));
  rest.set(key, asked);
  asked.catch(() => rest.delete(key));
  return asked;
}

/** The rows of ledgers behind the inputs of models, or what their texts name. @param {string[]} ids of models, and of ledgers */
async function readSources(ids) {
  const models = (await json('/api/home')).models.filter((/** @type {string} */ id) => ids.includes(id));
  const texts = await Promise.all(models.map((/** @type {string} */ id) => json('/api/models/' + encodeURIComponent(id) + '/text')));
  const inputs = texts.flatMap((text) => text.symbols.flatMap((/** @type {any} */ s) => s.inputs));
  const rows = inputs.flatMap((i) => i.rows || []);
  return publishers(rows.length ? rows : inputs.map((i) => ({ publisher: /^assumption/.test(i.source?.en || '') ? '' : i.source?.en })));
}

/** What every file says of itself. @param {Shown[]} all */
async function provenance(all) {
  const models = !all.length || all.some((what) => !what.rowsOfLedger);
  const rows = (await Promise.all(all.map((what) => what.rowsOfLedger?.() || []))).flat();
  const sources = [...new Set([...publishers(rows), ...(models ? await sourcesOfModels() : [])])];
  return {
    says: [models ? t('notforecast') : '', ...madeOf(), t('dataend')].filter(Boolean).join(' · '),
    sources,
    address: 'tiyun serve → ' + decodeURIComponent(location.pathname + location.search),
  };
}

/** @param {Awaited<ReturnType<typeof provenance>>} from */
function lines({ says, sources, address }) {
  return [says, ...(sources.length ? [t('export.sources', { count: sources.length, names: sources.join('; ') })] : []), address];
}

/** The page brings what it draws late or elsewhere into its drawings, for as long as this takes. @param {() => any} work */
async function whole(work) {
  const tell = (/** @type {boolean} */ on) => window.dispatchEvent(new CustomEvent('tiyun-whole', { detail: on }));
  tell(true);
  try {
    return await work();
  } finally {
    tell(false);
  }
}

/** The key that stands beside a drawing. @param {Element} figure */
function keyOf(figure) {
  return [...(figure.closest('.panel, section')?.querySelector('.key')?.children || [])].map((li) => ({
    colour: getComputedStyle(/** @type {Element} */ (li.querySelector('.swatch'))).backgroundColor,
    text: li.textContent || '',
  }));
}

/** @param {Shown} what @param {boolean} png */
async function drawing(what, png) {
  const found = what.figure?.();
  if (!found) return;
  const from = await provenance([what]);
  const made = await whole(() => standalone(found, { title: what.title(), key: keyOf(found), ...from, sourcesSay: (count, names) => t('export.sources', { count, names }) }));
  if (!png) {
    save(what.name + '.svg', new Blob([made.text], { type: 'image/svg+xml' }));
    return;
  }
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(made.text);
  await image.decode();
  const canvas = h('canvas', { width: String(Math.round(made.width * 2)), height: String(Math.round(made.height * 2)) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((/** @type {Blob} */ b) => save(what.name + '.png', b), 'image/png');
}

/** @param {Cell[][]} rows */
function csv(rows) {
  const cell = (/** @type {Cell} */ v) => (v === null || v === undefined ? '' : /[",\n]/.test(String(v)) ? '"' + String(v).replaceAll('"', '""') + '"' : String(v));
  return rows.map((row) => row.map(cell).join(',') + '\n').join('');
}

/** What a table says, as rows. @param {Element | null} table */
export function tableRows(table) {
  return [...(table?.querySelectorAll('tr') || [])].map((row) => [...row.cells].map((cell) => cell.textContent));
}

/** Figures below lines that begin with #, which say what they are. @param {Shown} what */
async function figures(what) {
  const from = await provenance([what]);
  const body = what.csv ? await (await fetch(what.csv())).text() : csv(what.rows?.() || []);
  const head = [what.title(), ...lines(from)];
  save(what.name + '.csv', new Blob([head.map((line) => '# ' + line.replace(/\s*\n\s*/g, ' ') + '\n').join('') + body], { type: 'text/csv;charset=utf-8' }));
}

/** Saves the whole screen as one page that needs nothing else. */
export async function page() {
  const main = /** @type {HTMLElement} */ (document.getElementById('screen'));
  const from = await provenance([...main.querySelectorAll('.exports')].flatMap((group) => shownBy.get(group) || []));
  // The tables behind the figures come with it; those that were closed are filled when they open.
  const closed = [...main.querySelectorAll('details.behind:not([open])')];
  closed.forEach((details) => { /** @type {any} */ (details).open = true; });
  await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
  const copy = await whole(() => still(main));
  closed.forEach((details) => { /** @type {any} */ (details).open = false; });
  copy.append(h('footer', { class: 'mute' }, lines(from).map((line) => h('p', {}, line))));
  const root = document.documentElement;
  // As text: the page's own policy forbids to make such an element here.
  const style = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\n');
  const made = document.implementation.createHTMLDocument((main.querySelector('h1')?.textContent || '') + ' · ' + t('title'));
  made.documentElement.lang = root.lang;
  made.documentElement.dataset.theme = theme();
  made.head.prepend(h('meta', { charset: 'utf-8' }), h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }));
  made.body.append(copy);
  save('tiyun-' + screen() + '-' + root.lang + '.html', new Blob(['<!doctype html>\n' + made.documentElement.outerHTML.replace('</head>', () => '<style>\n' + style + '\n</style></head>')], { type: 'text/html;charset=utf-8' }));
}

/** Light or dark, as the page is now. */
export function theme() {
  return document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/** A copy in which nothing waits to be pressed: choices are words, links within the studio are text. @param {HTMLElement} main */
function still(main) {
  const copy = /** @type {HTMLElement} */ (main.cloneNode(true));
  const chosen = [...main.querySelectorAll('select')].map((select) => select.selectedOptions[0]?.textContent || '');
  copy.querySelectorAll('select').forEach((select, i) => select.replaceWith(h('b', {}, chosen[i])));
  copy.querySelectorAll('.exports, .zoom, .row button, canvas, progress, iframe, datalist, input, button.sheet, .seg button:not([aria-pressed=true]), .transport button').forEach((e) => e.remove());
  copy.querySelectorAll('button').forEach((button) => button.replaceWith(h('span', {}, [...button.childNodes])));
  copy.querySelectorAll('a[href^="/"]').forEach((a) => a.replaceWith(h('span', {}, [...a.childNodes])));
  copy.querySelectorAll('[tabindex]').forEach((e) => e.removeAttribute('tabindex'));
  copy.querySelectorAll('.side, .scroll').forEach((e) => e.classList.add('tall'));
  copy.classList.remove('stale');
  return copy;
}
