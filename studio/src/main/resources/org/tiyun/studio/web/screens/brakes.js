// @ts-check
/** The brakes: each scenario beside the run without it, the cascade hop by hop, and where it starts to hurt. */
import { h, fill, svg, table, esc, announce } from '../dom.js';
import { t, said, number, period, percent, inUnit, unitName } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { model, modelId, runAddress, nameOf, term, eventTeller, hashLine } from '../model.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const limits = h('div', { class: 'cards' });
  const rows = h('div', {});
  const cascade = h('div', { class: 'card' });
  const heat = h('figure', { class: 'panel heat' });
  fill(root, h('h1', {}, t('brakes.title')), h('p', { class: 'lead' }, t('brakes.lead') + ' ' + t('notforecast')), limits, rows, h('div', { class: 'grid2' }, cascade, heat));
  let closed = false;
  let hop = 1;
  /** @type {any} */
  let data = null;
  /** @type {any} */
  let wide = null;
  const eventText = eventTeller(info);
  const title = (/** @type {string} */ id) => said(info.scenarios.find((/** @type {any} */ s) => s.id === id), id);
  const chosen = () => state.get('brake') || info.scenarios[0]?.id || '';
  const money = (/** @type {number} */ v) => inUnit(v, info.unit);

  async function load() {
    if (!info.scenarios.length) {
      fill(rows, h('p', { class: 'note' }, t('brakes.none')));
      return;
    }
    fill(rows, h('p', { class: 'note' }, t('loading')));
    try {
      data = await json(runAddress({ scenario: '' }, 'brakes'));
      if (closed) return;
      draw();
      hops();
      wide = await json('/api/brakes/limits?m=' + encodeURIComponent(modelId()) + (state.get('seed') ? '&seed=' + state.get('seed') : ''));
      if (closed) return;
      drawLimits();
      draw();
    } catch (fault) {
      if (!closed) fill(data ? limits : rows, wrong(fault, load));
    }
  }

  /** A number that was searched for; where none was found, on which side it lies. @param {any} found @param {string} field @param {(v: number) => string} say */
  function solved(found, field, say) {
    if (!found) return '–';
    if (found.status === 'found') return say(found[field]) + (found.monotone ? '' : ' *');
    if (found.status === 'holds_everywhere') return found.searched_to ? '≤ ' + say(found.searched_to) : say(0);
    return '> ' + say(found.searched_to);
  }
  const growth = (/** @type {any} */ c) => solved(c.stall_speed, 'value', percent);
  const revenue = (/** @type {any} */ c) => solved(c.minimum_external_revenue, 'multiplier', (v) => t('brakes.times', { x: number(v) }));
  const bill = (/** @type {any} */ c) => solved(c.backstop_bill, 'value', money);

  /** The limits of the model as it is, each as one number. */
  function drawLimits() {
    const base = wide.base;
    const one = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ note) => h('div', { class: 'card' }, h('h2', {}, t('brakes.' + key)), h('p', { class: 'big' }, value), h('p', { class: 'mute' }, note));
    const stall = base.stall_speed;
    const least = base.minimum_external_revenue;
    fill(
      limits,
      stall ? one('stall', growth(base), t('brakes.stall.note', { actual: percent(stall.actual) })) : null,
      least ? one('revenue', revenue(base), least.needed_by ? t('brakes.revenue.note', { by: period(least.needed_by) }) : t('brakes.revenue.plain')) : null,
      base.backstop_bill ? one('bill', bill(base), t('brakes.bill.note')) : null,
      wide.climb ? one('climb', number(wide.climb.gain), t('brakes.climb.note')) : null,
    );
  }

  /** One row for each brake: what fails, who loses, what is left, how far the limits are. */
  function draw() {
    const left = (/** @type {any} */ brake) => brake.changes.map((/** @type {any} */ c) => percent(c.braked / c.base));
    const columns = data.brakes[0]?.changes || [];
    const of = (/** @type {string} */ id) => wide?.scenarios[info.scenarios.findIndex((/** @type {any} */ s) => s.id === id)];
    const losers = (/** @type {any} */ c) => (c ? Object.entries(c.loss.by_holder).sort((a, b) => /** @type {number} */ (b[1]) - /** @type {number} */ (a[1])).slice(0, 2).map(([who, v]) => nameOf(info, who) + ' ' + number(/** @type {number} */ (v))).join(', ') : '…');
    const first = (/** @type {any[]} */ events) => (events.length ? eventText(events[0]) : t('brakes.nobody'));
    const row = (/** @type {any} */ label, /** @type {any[]} */ events, /** @type {string[]} */ parts, /** @type {any} */ c, /** @type {any} */ opens, /** @type {boolean} */ on) => h('tr', { class: on ? 'on' : '' }, h('th', { scope: 'row' }, label), h('td', {}, first(events)), h('td', { class: 'num' }, String(events.length)), parts.map((p) => h('td', { class: 'num' }, p)), h('td', {}, losers(c)), [growth, revenue, bill].map((f) => h('td', { class: 'num' }, c ? f(c) : '…')), h('td', {}, opens));
    const heads = [t('brakes.brake'), t('brakes.firstfall'), t('brakes.count'), ...columns.map((/** @type {any} */ c) => term(info, 'variable', c.variable)), t('brakes.losers', { unit: unitName(info.unit) }), t('brakes.stall'), t('brakes.revenue'), t('brakes.bill'), ''];
    const numbers = [2, ...columns.map((/** @type {any} */ _, /** @type {number} */ i) => 3 + i), 4 + columns.length, 5 + columns.length, 6 + columns.length];
    fill(
      rows,
      h('p', { class: 'mute' }, t('brakes.table.lead', { period: period(data.brakes[0]?.compared || '') }) + (Object.keys(state.settings()).length ? ' ' + t('brakes.levers') : '')),
      h(
        'div',
        { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': t('brakes.title') },
        h(
          'table',
          { class: 'brakes' },
          h('thead', {}, h('tr', {}, heads.map((text, i) => h('th', { scope: 'col', class: numbers.includes(i) ? 'num' : '' }, text)))),
          h(
            'tbody',
            {},
            row(t('brakes.base'), data.base, columns.map(() => '–'), wide?.base, null, false),
            data.brakes.map((/** @type {any} */ brake) => row(h('button', { 'data-brake': brake.id, 'aria-pressed': brake.id === chosen() ? 'true' : 'false', onclick: () => { hop = 1; state.set({ brake: brake.id }, { quiet: true }); draw(); hops(); } }, title(brake.id)), brake.events, left(brake), of(brake.id), h('a', { href: state.href({ scenario: brake.id, brake: null }, 'run') }, t('brakes.open')), brake.id === chosen())),
          ),
        ),
      ),
    );
  }

  function hops() {
    const brake = data.brakes.find((/** @type {any} */ b) => b.id === chosen());
    if (!brake) {
      fill(cascade);
      return;
    }
    const steps = [...new Set(brake.events.map((/** @type {any} */ e) => e.index))];
    hop = Math.min(hop, steps.length);
    fill(
      cascade,
      h('h2', {}, t('brakes.cascade') + ': ' + title(brake.id)),
      steps.length ? [h('p', { class: 'mute' }, t('brakes.hop', { n: hop, of: steps.length })), h('div', { class: 'row' }, h('button', { 'data-do': 'hop', disabled: hop >= steps.length, onclick: next }, t('brakes.next')), h('button', { onclick: () => { hop = steps.length; hops(); } }, t('brakes.all'))), h('ol', { class: 'hops' }, brake.events.map((/** @type {any} */ e) => h('li', { class: steps.indexOf(e.index) < hop ? '' : 'next' }, eventText(e))))] : h('p', { class: 'mute' }, t('brakes.nobody')),
      hashLine(data),
    );
    function next() {
      hop++;
      announce(brake.events.filter((/** @type {any} */ e) => e.index === steps[hop - 1]).map(eventText).join('. '));
      hops();
    }
  }

  /** Growth of failures over two levers. */
  async function grid() {
    const ids = info.sliders.map((/** @type {any} */ s) => s.name);
    if (ids.length < 2) return;
    const x = state.get('x') || ids[0];
    const y = state.get('y') || ids[1];
    const pick = (/** @type {string} */ name, /** @type {string} */ now, /** @type {string} */ label) => h('label', {}, label, ' ', h('select', { name, onchange: (/** @type {any} */ e) => { state.set({ [name]: e.target.value }, { keep: true }); grid(); } }, info.sliders.map((/** @type {any} */ s) => h('option', { value: s.name, selected: s.name === now }, said(s)))));
    const place = h('div', {}, h('p', { class: 'note' }, t('loading')));
    fill(heat, h('figcaption', {}, h('span', { class: 'ftitle' }, t('brakes.heat'))), h('div', { class: 'bar' }, pick('x', x, t('brakes.across')), pick('y', y, t('brakes.up')), exports({ name: 'tiyun-brakes', figure: () => /** @type {any} */ (place.querySelector('svg')) })), place);
    try {
      const g = await json(runAddress({ x, y, n: '9' }, 'grids'));
      if (closed) return;
      const label = (/** @type {string} */ n) => said(info.sliders.find((/** @type {any} */ s) => s.name === n), n);
      const most = Math.max(1, ...g.rows.flatMap((/** @type {any} */ r) => r.failures.map((/** @type {any} */ f) => f ?? 0)));
      const n = g.xs.length;
      const s = 44;
      const left = 60;
      const bottom = 40;
      let out = '';
      g.rows.forEach((/** @type {any} */ row, /** @type {number} */ j) => row.failures.forEach((/** @type {number|null} */ count, /** @type {number} */ i) => {
        const says = t('brakes.cell', { x: label(g.x), xv: number(g.xs[i]), y: label(g.y), yv: number(g.ys[j]), count: count === null ? '?' : count });
        const dark = (count ?? 0) / most;
        out += `<g class="cellg" data-i="${i}" data-j="${j}"><rect class="cell" tabindex="0" role="button" aria-label="${esc(says)}" x="${left + i * s}" y="${(n - 1 - j) * s + 4}" width="${s}" height="${s}" fill="${count === null ? 'none' : count === 0 ? 'var(--k0)' : 'var(--k1)'}" fill-opacity="${count === 0 ? 0.25 : (0.25 + 0.75 * dark).toFixed(2)}"><title>${esc(says)}</title></rect><text class="c-axis" pointer-events="none" x="${left + i * s + s / 2}" y="${(n - 1 - j) * s + 4 + s / 2 + 4}" text-anchor="middle">${count === null ? '?' : count}</text></g>`;
        // The line between nobody and somebody.
        if ((count ?? 1) === 0) {
          const right = row.failures[i + 1];
          const above = g.rows[j + 1]?.failures[i];
          const below = g.rows[j - 1]?.failures[i];
          const before = row.failures[i - 1];
          const X = left + i * s;
          const Y = (n - 1 - j) * s + 4;
          if (right > 0) out += `<path class="c-stall" d="M${X + s} ${Y}v${s}"/>`;
          if (before > 0) out += `<path class="c-stall" d="M${X} ${Y}v${s}"/>`;
          if (above > 0) out += `<path class="c-stall" d="M${X} ${Y}h${s}"/>`;
          if (below > 0) out += `<path class="c-stall" d="M${X} ${Y + s}h${s}"/>`;
        }
      }));
      g.xs.forEach((/** @type {number} */ v, /** @type {number} */ i) => { if (i % 2 === 0) out += `<text class="c-axis" x="${left + i * s + s / 2}" y="${n * s + 20}" text-anchor="middle">${esc(number(v))}</text>`; });
      g.ys.forEach((/** @type {number} */ v, /** @type {number} */ j) => { if (j % 2 === 0) out += `<text class="c-axis" x="${left - 6}" y="${(n - 1 - j) * s + s / 2 + 8}" text-anchor="end">${esc(number(v))}</text>`; });
      out += `<text class="c-name" x="${left + (n * s) / 2}" y="${n * s + 38}" text-anchor="middle">${esc(label(g.x))}</text><text class="c-name" transform="translate(14 ${(n * s) / 2})rotate(-90)" text-anchor="middle">${esc(label(g.y))}</text>`;
      const made = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${left + n * s + 6} ${n * s + bottom + 8}" role="group" aria-label="${esc(t('brakes.heat'))}"><rect class="c-page" width="100%" height="100%"/>${out}</svg>`);
      for (const cell of made.querySelectorAll('.cellg')) {
        const open = () => state.go(state.href({ ['s.' + g.x]: g.xs[Number(cell.getAttribute('data-i'))], ['s.' + g.y]: g.ys[Number(cell.getAttribute('data-j'))] }, 'run'));
        cell.addEventListener('click', open);
        cell.addEventListener('keydown', (e) => { if (/** @type {any} */ (e).key === 'Enter') open(); });
      }
      const behind = h('details', { class: 'behind' }, h('summary', {}, t('table')), table(t('brakes.heat'), [label(g.y) + ' \\ ' + label(g.x), ...g.xs.map(number)], g.rows.map((/** @type {any} */ r, /** @type {number} */ j) => [number(g.ys[j]), ...r.failures.map((/** @type {any} */ f) => (f === null ? '?' : f))]), 1));
      fill(place, h('p', { class: 'mute' }, t('brakes.heat.lead', { count: n * n })), made, behind);
    } catch (fault) {
      if (!closed) fill(place, wrong(fault, grid));
    }
  }

  load();
  grid();
  return { close() { closed = true; } };
}
