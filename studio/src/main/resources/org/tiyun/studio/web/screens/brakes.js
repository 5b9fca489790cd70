// @ts-check
/** The brakes: each scenario beside the run without it, the cascade hop by hop, and where it starts to hurt. */
import { h, fill, svg, table, esc, announce } from '../dom.js';
import { t, said, number, period, percent } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { model, modelId, runAddress, nameOf, term } from '../model.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const cards = h('div', { class: 'grid2' });
  const cascade = h('div', { class: 'card' });
  const heat = h('figure', { class: 'panel heat' });
  fill(root, h('h1', {}, t('brakes.title')), h('p', { class: 'lead' }, t('brakes.lead') + ' ' + t('notforecast')), cards, h('div', { class: 'grid2' }, cascade, heat));
  if (!info.scenarios.length) {
    fill(cards, h('p', { class: 'note' }, t('brakes.none')));
  }
  let closed = false;
  let hop = 1;
  /** @type {any} */
  let data = null;
  const eventText = (/** @type {any} */ e) => period(e.period) + ' ' + (e.firm ? nameOf(info, e.firm) + ': ' : '') + term(info, 'event', e.kind) + (e.amount ? ' (' + number(e.amount) + ')' : '');
  const chosen = () => state.get('brake') || info.scenarios[0]?.id || '';

  async function load() {
    fill(cards, h('p', { class: 'note' }, t('loading')));
    try {
      data = await json(runAddress({ scenario: '' }, 'brakes'));
      if (!closed) draw();
    } catch (fault) {
      if (!closed) fill(cards, wrong(fault, load));
    }
  }

  function draw() {
    const list = (/** @type {any[]} */ events) => (events.length ? h('ol', { class: 'hops' }, events.slice(0, 12).map((e) => h('li', {}, eventText(e)))) : h('p', { class: 'mute' }, t('brakes.nobody')));
    fill(
      cards,
      h('div', { class: 'card' }, h('h2', {}, t('brakes.base')), h('p', { class: 'big' }, String(data.base.length)), list(data.base)),
      data.brakes.map((/** @type {any} */ brake) => {
        const scenario = info.scenarios.find((/** @type {any} */ s) => s.id === brake.id);
        return h(
          'div',
          { class: 'card' },
          h('h2', {}, said(scenario, brake.id)),
          h('p', { class: 'big' }, String(brake.events.length)),
          h('p', { class: 'mute' }, t('brakes.failures', { count: brake.events.length })),
          brake.changes.length ? [h('h3', {}, t('brakes.change', { period: period(brake.compared) })), h('ul', { class: 'parts' }, brake.changes.map((/** @type {any} */ c) => h('li', {}, h('span', {}, term(info, 'variable', c.variable)), h('b', {}, percent(c.braked / c.base)))))] : null,
          h('div', { class: 'row' }, h('button', { 'aria-pressed': brake.id === chosen() ? 'true' : 'false', onclick: () => { hop = 1; state.set({ brake: brake.id }); draw(); } }, t('brakes.cascade')), h('a', { href: state.href({ scenario: brake.id, brake: null }, 'run') }, t('brakes.open'))),
        );
      }),
    );
    hops();
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
      h('h2', {}, t('brakes.cascade') + ': ' + said(info.scenarios.find((/** @type {any} */ s) => s.id === brake.id), brake.id)),
      steps.length ? [h('p', { class: 'mute' }, t('brakes.hop', { n: hop, of: steps.length })), h('div', { class: 'row' }, h('button', { 'data-do': 'hop', disabled: hop >= steps.length, onclick: next }, t('brakes.next')), h('button', { onclick: () => { hop = steps.length; hops(); } }, t('brakes.all'))), h('ol', { class: 'hops' }, brake.events.map((/** @type {any} */ e) => h('li', { class: steps.indexOf(e.index) < hop ? '' : 'next' }, eventText(e))))] : h('p', { class: 'mute' }, t('brakes.nobody')),
      h('p', { class: 'mute hash' }, t('hash.model', { id: data.model.id, hash: data.model.hash }) + (data.ledger ? ' · ' + t('hash.ledger', { id: data.ledger.id, hash: data.ledger.hash }) : '')),
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
