// @ts-check
/** Small drawings of lines, bands, bars and heat, as markup. Every one has a table behind it. */
import { area, extent, line, scaleLinear } from './vendor/d3.js';
import { esc, svg, h, table, framed } from './dom.js';
import { exports } from './export.js';
import { broken, wide } from './flowplace.js';
import { number, period, t, inUnit, unitName } from './words.js';

/** @typedef {{name: string, values: (number|null)[], past?: (number|null)[], ghost?: (number|null)[], colour?: number}} Line */
/** @typedef {{low: (number|null)[], high: (number|null)[], weight: number, name?: string}} Band */
/** @typedef {{id: string, title: string, unit: string, periods: string[], first: number, lines: Line[], bands?: Band[], faint?: (number|null)[][], cursor?: number, marks?: {at: number, text: string}[], singles?: {names: string[], open: (k: number) => void}}} Chart singles: what the faint lines are called, and what opens one */

/** Pixels below which a screen is narrow. */
export const NARROW = 620;

const W = 360;
const H = 190;
const LEFT = 46;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 24;
const NEAR = 8; // pixels of the screen

/** @param {number | null | undefined} v */
const known = (v) => v !== null && v !== undefined && Number.isFinite(v);

/** Where the periods and the values of a chart stand; zero is always on the axis. @param {Chart} chart */
function scales(chart) {
  const all = [...chart.lines.flatMap((l) => [l.values, l.past, l.ghost]), ...(chart.bands || []).flatMap((b) => [b.low, b.high]), ...(chart.faint || [])];
  const [low, high] = extent([0, ...all.flatMap((values) => (values || []).filter(known))]);
  return { x: across(chart), y: scaleLinear(low === high ? [0, 1] : [Number(low), Number(high)], [H - BOTTOM, TOP]).nice(4) };
}

/** @param {Chart} chart */
function across(chart) {
  return scaleLinear([0, Math.max(1, chart.periods.length - 1)], [LEFT, W - RIGHT]);
}

/** Which periods are named: all of a few; every fifth part; of quarters the years, every one to fourth. @param {string[]} periods */
function named(periods) {
  const n = periods.length;
  const every = Math.max(1, Math.ceil(n / 5));
  return (/** @type {string} */ label, /** @type {number} */ i) => {
    if (n <= 6) return true;
    if (n <= 12 || !/Q/.test(label)) return i % every === 0;
    return /Q1$/.test(label) && Number(label.slice(0, 4)) % (n > 60 ? 4 : n > 24 ? 2 : 1) === 0;
  };
}

/** @param {Chart} chart @returns {string} markup */
export function lineChart(chart) {
  const { x, y } = scales(chart);
  const n = chart.periods.length;
  const path = line((/** @type {number} */ _, i) => x(i), y).defined(known).digits(1);
  const way = (/** @type {any} */ values) => path(values) || '';
  let out = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${W} ${H}" role="${chart.singles ? 'group' : 'img'}" aria-label="${esc(chart.title)}">`;
  out += `<rect class="c-page" width="${W}" height="${H}"/>`;
  for (const v of y.ticks(4)) {
    out += `<line class="${v === 0 ? 'c-grid c-zero' : 'c-grid'}" x1="${LEFT}" x2="${W - RIGHT}" y1="${y(v).toFixed(1)}" y2="${y(v).toFixed(1)}"/><text class="c-axis" x="${LEFT - 5}" y="${(y(v) + 3.5).toFixed(1)}" text-anchor="end">${esc(number(v))}</text>`;
  }
  const isNamed = named(chart.periods);
  chart.periods.forEach((label, i) => {
    if (isNamed(label, i)) out += `<text class="c-axis" x="${x(i).toFixed(1)}" y="${H - 8}" text-anchor="${i === n - 1 && label.length > 4 ? 'end' : 'middle'}">${esc(label.replace(/Q1$/, ''))}</text>`;
  });
  const down = `y1="${TOP}" y2="${H - BOTTOM}"`;
  if (chart.first > 1 && chart.first < n) out += `<line class="c-now" x1="${x(chart.first - 0.5).toFixed(1)}" x2="${x(chart.first - 0.5).toFixed(1)}" ${down}/>`;
  for (const band of chart.bands || []) {
    const between = area((/** @type {any} */ _, i) => x(i), (_, i) => y(Number(band.low[i])), y).defined((v, i) => known(v) && known(band.low[i])).digits(1);
    out += `<path class="c-band" fill-opacity="${band.weight}" d="${between(/** @type {any} */ (band.high)) || ''}"/>`;
  }
  (chart.faint || []).forEach((values, k) => {
    const opens = chart.singles ? ` role="link" tabindex="${k ? -1 : 0}" aria-label="${esc(chart.singles.names[k])}"` : '';
    out += `<path class="c-faint" data-path="${k}"${opens} d="${way(values)}"/>`;
  });
  chart.lines.forEach((each, k) => {
    const c = each.colour ?? k;
    if (each.ghost) out += `<path class="c-ghost" d="${way(each.ghost)}"/>`;
    if (each.past) out += `<path class="c-line c-past k${c}" d="${way(each.past)}"/>`;
    out += `<path class="c-line k${c}" d="${way(each.values)}"/>`;
  });
  for (const mark of chart.marks || []) out += `<path class="c-mark" d="M${x(mark.at).toFixed(1)} ${H - BOTTOM}l-4 7h8z"><title>${esc(mark.text)}</title></path>`;
  if (chart.cursor !== undefined) out += `<line class="c-cursor" x1="${x(chart.cursor).toFixed(1)}" x2="${x(chart.cursor).toFixed(1)}" ${down}/>`;
  return out + '</svg>';
}

/** Where on the time axis a pointer is. @param {SVGSVGElement} drawing @param {number} clientX @param {number} n */
export function periodAt(drawing, clientX, n) {
  const box = drawing.getBoundingClientRect();
  const at = scaleLinear([LEFT, W - RIGHT], [0, n - 1])(((clientX - box.left) / box.width) * W);
  return Math.max(0, Math.min(n - 1, Math.round(at)));
}

/** The faint line under a pointer, or next to it; -1 where none is near. @param {SVGSVGElement} drawing @param {Chart} chart @param {{clientX: number, clientY: number}} at */
export function faintAt(drawing, chart, { clientX, clientY }) {
  const box = drawing.getBoundingClientRect();
  const { x, y } = scales(chart);
  const when = x.invert(((clientX - box.left) / box.width) * W);
  const i = Math.max(0, Math.min(chart.periods.length - 2, Math.floor(when)));
  const away = (chart.faint || []).map((values) => {
    const value = Number(values[i] ?? NaN) + (when - i) * (Number(values[i + 1] ?? NaN) - Number(values[i] ?? NaN));
    const pixels = Math.abs((y(value) / H) * box.height - (clientY - box.top));
    return Number.isFinite(pixels) ? pixels : Infinity;
  });
  const least = Math.min(...away);
  return least <= NEAR ? away.indexOf(least) : -1;
}

/** Charts that are out of sight are drawn when they come into sight, so that a lever answers at once. */
/** @type {Map<Element, () => void>} */
const waiting = new Map();
/** @type {WeakSet<Element>} */
const hidden = new WeakSet();
const sight = new IntersectionObserver(
  (seen) => {
    for (const each of seen) {
      if (!each.isIntersecting) hidden.add(each.target);
      else {
        hidden.delete(each.target);
        waiting.get(each.target)?.();
        waiting.delete(each.target);
      }
    }
  },
  { rootMargin: '150px' },
);

// A file of the screen holds those too that were not looked at yet.
window.addEventListener('tiyun-whole', () => {
  for (const [figure, paint] of waiting) if (figure.isConnected) paint();
  waiting.clear();
});

/** A chart's figures with their head: lines, the run before, bands and single paths. @param {Chart} chart */
function rowsOf({ unit, periods, lines, bands = [], faint = [] }) {
  const inUnits = unit ? ' (' + unitName(unit) + ')' : '';
  const columns = [
    ...lines.map((l) => ({ name: l.name + inUnits, values: periods.map((_, i) => l.values[i] ?? l.past?.[i]) })),
    ...lines.filter((l) => l.ghost).map((l) => ({ name: t('export.before', { name: l.name }) + inUnits, values: l.ghost || [] })),
    ...bands.flatMap((b) => [{ name: t('export.low', { band: b.name || '' }) + inUnits, values: b.low }, { name: t('export.high', { band: b.name || '' }) + inUnits, values: b.high }]),
    ...faint.map((values, k) => ({ name: t('export.path', { n: k + 1 }) + inUnits, values })),
  ];
  return [[t('period'), ...columns.map((c) => c.name)], ...periods.map((p, i) => [p, ...columns.map((c) => c.values[i])])];
}

/** The title, the drawing, the key of several lines, and the table. @param {Chart} chart */
export function chartFigure(chart) {
  const figure = h('figure', { class: 'panel', 'data-chart': chart.id });
  let now = chart;
  const head = h('figcaption', {}, h('span', { class: 'ftitle' }, chart.title), chart.unit ? h('span', { class: 'mute' }, ' ' + unitName(chart.unit)) : null);
  const holder = h('div', { class: 'draw' });
  const key = chart.lines.length > 1 ? h('ul', { class: 'key' }, chart.lines.map((line, k) => h('li', {}, h('i', { class: 'swatch k' + (line.colour ?? k) }), line.name))) : null;
  const files = exports({ name: 'tiyun-' + chart.id, title: () => now.title + (now.unit ? ', ' + unitName(now.unit) : ''), figure: () => /** @type {any} */ (holder.querySelector('svg')), rows: () => rowsOf(now) });
  const more = h('details', { class: 'behind' }, h('summary', {}, t('table.files')), files);
  figure.append(head, holder);
  if (key) figure.append(key);
  figure.append(more);
  const fillTable = () => {
    if (!(/** @type {any} */ (more).open)) return;
    more.querySelector('.scroll')?.remove();
    more.append(table(now.title, [t('period'), ...now.lines.map((l) => l.name)], now.periods.map((p, i) => [period(p), ...now.lines.map((l) => {
      const v = l.values[i] ?? l.past?.[i];
      return v === null || v === undefined ? '' : inUnit(v, now.unit);
    })]), 1));
  };
  more.addEventListener('toggle', fillTable);
  const paint = () => {
    const on = holder.contains(document.activeElement) && document.activeElement?.getAttribute('data-path');
    holder.replaceChildren(svg(lineChart(now)));
    if (on) focus(on);
    fillTable();
  };
  const focus = (/** @type {string|number} */ k) => holder.querySelector('[data-path="' + k + '"]')?.focus();
  if (chart.singles) singles();

  /** Faint lines that open: near the pointer, or by ↑, ↓ and Enter. */
  function singles() {
    const near = (/** @type {any} */ e) => faintAt(holder.querySelector('svg'), now, e);
    holder.addEventListener('pointermove', framed((/** @type {any} */ e) => {
      const k = near(e);
      holder.querySelectorAll('[data-path]').forEach((/** @type {Element} */ each, /** @type {number} */ i) => each.classList.toggle('near', i === k));
    }));
    holder.addEventListener('click', (/** @type {any} */ e) => {
      const k = near(e);
      if (k >= 0) now.singles?.open(k);
    });
    holder.addEventListener('keydown', (/** @type {any} */ e) => {
      const k = Number(e.target.getAttribute('data-path') ?? NaN);
      const step = { ArrowDown: 1, ArrowUp: -1 }[/** @type {string} */ (e.key)];
      if (Number.isNaN(k) || (!step && e.key !== 'Enter')) return;
      e.preventDefault();
      if (step) focus(Math.max(0, Math.min((now.faint || []).length - 1, k + step)));
      else now.singles?.open(k);
    });
  }
  const draw = (/** @type {Chart} */ next) => {
    now = next;
    if (hidden.has(figure)) waiting.set(figure, paint);
    else paint();
  };
  paint();
  sight.observe(figure);
  /** Moves the mark of the period that is shown. @param {number} at */
  const cursor = (at) => {
    const x = across(now)(Math.max(0, Math.min(now.periods.length - 1, at)));
    for (const end of ['x1', 'x2']) figure.querySelector('.c-cursor')?.setAttribute(end, x.toFixed(1));
  };
  return { element: figure, draw, cursor, get chart() { return now; } };
}

/**
 * Bars around a middle line. @param {string} title @param {{name: string, value: number}[]} bars -1 to 1
 */
export function tornado(title, bars) {
  // On a narrow screen a name stands above its bar, so that it can be read.
  const narrow = innerWidth < NARROW;
  const names = bars.map((bar) => (narrow ? [bar.name] : broken(bar.name, 230)));
  const row = narrow ? 38 : names.some((lines) => lines.length > 1) ? 31 : 24;
  const left = narrow ? 20 : Math.max(120, ...names.flat().map((line) => wide(line) * 0.96 + 12));
  const w = narrow ? 340 : left + 290;
  const height = bars.length * row + 30;
  const x = scaleLinear([-1, 1], [left, w - 20]);
  let out = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${w} ${height}" role="img" aria-label="${esc(title)}"><rect class="c-page" width="${w}" height="${height}"/>`;
  for (const v of x.ticks(4)) out += `<line class="c-grid" x1="${x(v)}" x2="${x(v)}" y1="4" y2="${height - 24}"/><text class="c-axis" x="${x(v)}" y="${height - 8}" text-anchor="middle">${esc(number(v))}</text>`;
  bars.forEach((bar, i) => {
    const a = Math.min(x(0), x(bar.value));
    const top = i * row + (narrow ? 22 : 7 + (row - 24) / 2);
    const name = narrow ? `<text class="c-name tm-halo" x="2" y="${top - 6}">${esc(bar.name)}</text>` : names[i].map((line, k) => `<text class="c-name" x="${left - 8}" y="${top + 12 + (k - (names[i].length - 1) / 2) * 13}" text-anchor="end">${esc(line)}</text>`).join('');
    out += `${name}<rect class="${bar.value < 0 ? 'c-minus' : 'c-plus'}" x="${a.toFixed(1)}" y="${top}" width="${Math.abs(x(bar.value) - x(0)).toFixed(1)}" height="16"/><text class="c-axis" x="${bar.value < 0 ? x(0) + 5 : x(0) - 5}" y="${top + 12}" text-anchor="${bar.value < 0 ? 'start' : 'end'}">${esc(number(bar.value))}</text>`;
  });
  return out + '</svg>';
}
