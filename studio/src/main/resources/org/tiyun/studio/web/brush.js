// @ts-check
/** Futures chosen by how they end: a histogram that is brushed, and what was drawn in those that are chosen. */
import { bisectLeft, scaleLinear } from './vendor/d3.js';
import { h, fill, svg, esc, table, framed, announce } from './dom.js';
import { t, number, percent, period, lang } from './words.js';
import * as state from './state.js';
import { exports } from './export.js';
import { NARROW } from './charts.js';

/** @typedef {{key: string, low: string, high: string}} Bin its key in the address, and its ends in words */
/** @typedef {{title: string, bins: Bin[], bin: number[], fails: boolean[], number: number[], unit: string}} Outcome the bin of each future, whether somebody fails in it, its number */
/** @typedef {{name: string, draws: number[]}} Drawn */

const BARS = 20;
const ROWS = 12;
const LISTED = 10;
/** A narrow screen gets a narrow drawing, so that its letters can be read. */
const whole = () => (innerWidth < NARROW ? 340 : 620);
const H = 180;
const LEFT = 46;
const BOTTOM = 24;
const TOP = 10;

/** The value below which a part of the sorted values lies, between its neighbours. @param {number[]} sorted @param {number} part */
function quantile(sorted, part) {
  const at = part * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - low);
}

/** @param {number[]} values */
const ordered = (values) => [...values].sort((a, b) => a - b);

/** Bins of equal width; the outer two hold what lies beyond. @param {number[]} ends */
export function byValue(ends) {
  const sorted = ordered(ends);
  const [low, high] = [quantile(sorted, 0.01), quantile(sorted, 0.99)];
  const edges = low < high ? scaleLinear([low, high], [0, 1]).ticks(BARS) : [low];
  const bins = [...edges, Infinity].map((edge, i) => ({ key: i === 0 ? 'least' : String(edges[i - 1]), low: i === 0 ? t('brush.least') : number(edges[i - 1]), high: i === edges.length ? t('brush.most') : number(edge) }));
  return { bins, bin: ends.map((v) => { const i = bisectLeft(edges, v); return edges[i] === v ? i + 1 : i; }) };
}

/** A bin for each period in which somebody fails first, and one for futures in which nobody does. @param {number[]} first @param {string[]} periods those of the model */
export function byDate(first, periods) {
  const bins = [...periods.map((p) => ({ key: p, low: period(p), high: period(p) })), { key: 'never', low: t('brush.never'), high: t('brush.never') }];
  return { bins, bin: first.map((p) => (p > 0 ? p - 1 : periods.length)) };
}

/**
 * How the draws of chosen futures lie among those of all: medians, and how far the middle rank moves, in
 * hundredths of all futures.
 * @param {Drawn[]} drawn @param {boolean[]} chosen
 */
export function spread(drawn, chosen) {
  return drawn.map(({ name, draws }) => {
    const all = ordered(draws);
    const mine = draws.filter((_, i) => chosen[i]);
    // Equal values share the middle of their ranks.
    const rank = (/** @type {number} */ v) => {
      const from = bisectLeft(all, v);
      let to = from;
      while (all[to] === v) to++;
      return (from + to) / 2 / all.length;
    };
    const shift = mine.reduce((sum, v) => sum + rank(v), 0) / mine.length - 0.5;
    return { name, chosen: quantile(ordered(mine), 0.5), all: quantile(all, 0.5), shift: 100 * shift };
  }).sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift)).slice(0, ROWS);
}

/** Two standard errors of the mean rank of so many futures, drawn blindly out of all. @param {number} n @param {number} of */
const chance = (n, of) => (200 / Math.sqrt(12 * n)) * Math.sqrt(Math.max(0, (of - n) / Math.max(1, of - 1)));

/** @param {number} shift */
const points = (shift) => (shift >= 0.05 ? '+' : shift <= -0.05 ? '\u2212' : '') + Math.abs(shift).toFixed(1);

/**
 * @param {Outcome} outcome @param {Drawn[]} drawn @param {Record<string, string>} names of parameters
 */
export function brush(outcome, drawn, names) {
  const { bins, bin, fails } = outcome;
  const failing = fails.filter(Boolean).length;
  const only = () => state.get('fails', failing > 0 ? '1' : '0') === '1';
  const element = h('section', { class: 'card brush', 'aria-label': t('brush.title') });
  const drawing = h('div', { class: 'brushing' });
  const says = h('p', { class: 'brushed', role: 'status' });
  const below = h('div', {});
  const key = h('ul', { class: 'key' }, h('li', {}, h('i', { class: 'swatch fallen' }), t('brush.fails')), h('li', {}, h('i', { class: 'swatch k0' }), t('brush.never')));
  const select = (/** @type {string} */ name, /** @type {'low'|'high'} */ end) => h('select', { name, onchange: fromSelects }, bins.map((b, i) => h('option', { value: String(i) }, b[end])));
  const from = select('brush-from', 'low');
  const to = select('brush-to', 'high');
  const box = h('input', { type: 'checkbox', name: 'fails', onchange: () => { state.set({ fails: box.checked ? '1' : '0' }, { quiet: true }); draw(); } });
  const files = exports({ name: 'tiyun-ensemble-brush', title: () => says.textContent || t('brush.title'), figure: () => /** @type {any} */ (drawing.querySelector('svg')), rows: () => [[t('ensemble.parameter'), t('brush.chosen'), t('ensemble.overall'), t('brush.shift')], ...spread(drawn, chosen()).map((r) => [names[r.name] || r.name, r.chosen, r.all, r.shift])] });

  /** First and last bin that are chosen; all where nothing is. @returns {[number, number]} */
  function range() {
    const [a, b] = state.get('brush').split('..').map((key) => bins.findIndex((each) => each.key === key));
    return a >= 0 && b >= a ? [a, b] : [0, bins.length - 1];
  }

  /** @param {number} a @param {number} b */
  function choose(a, b) {
    const [low, high] = a < b ? [a, b] : [b, a];
    const whole = low === 0 && high === bins.length - 1;
    state.set({ brush: whole ? null : bins[low].key + '..' + bins[high].key }, { quiet: true });
    draw();
  }

  function fromSelects() {
    choose(Number(from.value), Number(to.value));
    announce(says.textContent || '');
  }

  const counted = () => bin.map((_, i) => !only() || fails[i]);

  function chosen() {
    const [a, b] = range();
    return counted().map((is, i) => is && bin[i] >= a && bin[i] <= b);
  }

  const draw = framed(() => {
    const [a, b] = range();
    const mine = chosen();
    const n = mine.filter(Boolean).length;
    const fallen = fails.filter((is, i) => is && mine[i]).length;
    box.checked = only();
    from.value = String(a);
    to.value = String(b);
    drawing.replaceChildren(svg(histogram(outcome, counted(), a, b)));
    says.textContent = t('brush.says', { n, of: bin.length, share: percent(n ? fallen / n : 0) });
    if (n === 0 || n === bin.length) {
      fill(below, h('p', { class: 'note' }, t(n === 0 ? 'brush.none' : 'brush.everything')));
      return;
    }
    const rows = spread(drawn, mine);
    const title = t('brush.spread');
    fill(
      below,
      table(title, [t('ensemble.parameter'), t('brush.chosen'), t('ensemble.overall'), t('brush.shift')], rows.map((r) => [names[r.name] || r.name, number(r.chosen), number(r.all), points(r.shift)]), 1),
      h('p', { class: 'mute' }, t('brush.chance', { points: chance(n, bin.length).toFixed(1) })),
      h('p', { class: 'singles' }, t('brush.replay') + ' ', outcome.number.filter((_, i) => mine[i]).slice(0, LISTED).flatMap((k, i) => [i ? (lang() === 'zh' ? '、' : ', ') : '', h('a', { href: replay(k), 'data-future': String(k) }, String(k))])),
    );
  });

  /** @type {number | null} */
  let held = null;
  const at = (/** @type {PointerEvent} */ e) => {
    const place = drawing.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor((((e.clientX - place.left) / place.width) * whole() - LEFT) / width(bins.length))));
  };
  drawing.addEventListener('pointerdown', (/** @type {PointerEvent} */ e) => {
    held = at(e);
    drawing.setPointerCapture(e.pointerId);
    choose(held, held);
  });
  drawing.addEventListener('pointermove', (/** @type {PointerEvent} */ e) => { if (held !== null) choose(held, at(e)); });
  for (const end of ['pointerup', 'pointercancel']) drawing.addEventListener(end, () => { if (held !== null) announce(says.textContent || ''); held = null; });
  fill(
    element,
    h('h2', {}, t('brush.title')),
    h('p', { class: 'mute' }, t('brush.lead')),
    h('div', { class: 'bar' }, h('label', {}, box, ' ', t('brush.only')), h('label', {}, t('brush.from'), ' ', from), h('label', {}, t('brush.to'), ' ', to), h('button', { 'data-do': 'brush-all', onclick: () => choose(0, bins.length - 1) }, t('brush.all'))),
    h('div', { class: 'grid2' }, h('div', {}, h('figure', {}, h('figcaption', { class: 'mute' }, outcome.title + (outcome.unit ? ', ' + outcome.unit : '')), drawing), key, says), below),
    h('details', { class: 'behind' }, h('summary', {}, t('table.files')), files),
  );
  draw();
  return { element, draw };
}

/** The run of one future; the force of a scenario, which an ensemble does not know, is left behind. @param {number} k */
export function replay(k) {
  return state.href({ path: k, paths: null, force: null, target: null, brush: null, fails: null }, 'run');
}

/** @param {number} n */
const width = (n) => (whole() - LEFT - 10) / n;

/** How many futures end in each bin; those in which somebody fails below, in their own colour. @param {Outcome} outcome @param {boolean[]} counted @param {number} a @param {number} b */
function histogram({ title, bins, bin, fails }, counted, a, b) {
  const tall = bins.map(() => [0, 0]);
  bin.forEach((k, i) => { if (counted[i]) tall[k][fails[i] ? 0 : 1]++; });
  const y = scaleLinear([0, Math.max(1, ...tall.map(([f, o]) => f + o))], [H - BOTTOM, TOP]);
  const W = whole();
  const w = width(bins.length);
  let out = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${W} ${H}" role="img" aria-label="${esc(title)}"><rect class="c-page" width="${W}" height="${H}"/>`;
  out += `<rect class="c-brush" x="${(LEFT + a * w).toFixed(1)}" y="${TOP}" width="${((b - a + 1) * w).toFixed(1)}" height="${H - BOTTOM - TOP}"/>`;
  for (const v of y.ticks(4).filter(Number.isInteger)) out += `<line class="c-grid" x1="${LEFT}" x2="${W - 10}" y1="${y(v).toFixed(1)}" y2="${y(v).toFixed(1)}"/><text class="c-axis" x="${LEFT - 5}" y="${(y(v) + 3.5).toFixed(1)}" text-anchor="end">${esc(number(v))}</text>`;
  const every = Math.ceil(bins.length / (W < NARROW ? 3 : 6));
  // A value stands where its bin begins, a date below the middle of its bin.
  const inner = bins[0].key === 'least' ? 0 : w / 2;
  bins.forEach((each, k) => {
    const [fallen, other] = tall[k];
    const bar = (/** @type {string} */ kind, /** @type {number} */ low, /** @type {number} */ high) => (high > low ? `<rect class="${kind}${k < a || k > b ? ' c-out' : ''}" x="${(LEFT + k * w + w * 0.08).toFixed(1)}" y="${y(high).toFixed(1)}" width="${(w * 0.84).toFixed(1)}" height="${(y(low) - y(high)).toFixed(1)}"><title>${esc(t('brush.bar', { range: each.low === each.high ? each.low : each.low + ' – ' + each.high, n: high - low }))}</title></rect>` : '');
    out += bar('c-fallen', 0, fallen) + bar('c-plus', fallen, fallen + other);
    if ((k + (inner ? 0 : every - 1)) % every === 0 && (inner || k > 0)) out += `<text class="c-axis" x="${(LEFT + k * w + inner).toFixed(1)}" y="${H - 8}" text-anchor="middle">${esc(each.low)}</text>`;
  });
  return out + '</svg>';
}
