// @ts-check
/** The twin: two models with their own money on one clock. */
import { h, fill } from '../dom.js';
import { t, said, period, money, number } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { model, term, nameOf } from '../model.js';
import { FlowMap } from '../flowmap.js';
import { chartFigure } from '../charts.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const home = await json('/api/home');
  const ids = home.models.includes('chengtou') ? ['ai-loop', 'chengtou'] : [];
  if (!ids.length) {
    fill(root, h('h1', {}, t('twin.title')), h('p', { class: 'note' }, t('twin.none')));
    return {};
  }
  const pair = await Promise.all(ids.map(async (id) => ({ id, info: await model(id), run: await json('/api/runs?m=' + id) })));
  const length = Math.min(...pair.map((p) => p.run.periods.length)) - 1;
  const clock = h('input', { type: 'range', min: '0', max: String(length - 1), value: state.get('k', '0'), name: 'clock', 'aria-label': t('twin.clock'), oninput: (/** @type {any} */ e) => at(Number(e.target.value)) });
  const halves = pair.map((p) => {
    const stage = h('div', { class: 'stage' });
    const when = h('output', { class: 'when' });
    const map = new FlowMap(stage, p.info.parties.map((/** @type {any} */ x) => ({ ...x, name: said(x) })), { title: p.info.model.title, hidden: ['economy'], most: 30 });
    map.setRun(p.run.flows, p.run.periods.length - 1);
    const charts = h('div', { class: 'charts' }, p.run.charts.slice(0, 4).map((/** @type {any} */ c) => chartFigure({ id: c.id, title: term(p.info, 'chart', c.id), unit: c.unit, periods: c.periods, first: c.first, lines: c.lines.map((/** @type {any} */ l, /** @type {number} */ k) => ({ name: l.entity ? nameOf(p.info, l.entity) : term(p.info, 'variable', l.variable), values: l.values, past: l.past, colour: k % 8 })) }).element));
    return { map, when, p, element: h('section', { class: 'card' }, h('h2', {}, p.info.model.title, ' ', when), stage, charts, h('p', { class: 'mute hash' }, t('hash.model', { id: p.id, hash: p.info.model.hash }))) };
  });
  /** @param {number} k */
  function at(k) {
    state.set({ k: k || null }, { quiet: true });
    for (const half of halves) {
      half.map.setTime(k + 0.99);
      half.when.textContent = period(half.p.run.periods[Math.min(half.p.run.periods.length - 1, k + 1)]);
    }
  }
  fill(root, h('h1', {}, t('twin.title')), h('p', { class: 'lead' }, t('twin.lead') + ' ' + t('notforecast')), h('div', { class: 'bar' }, h('label', { class: 'grow' }, t('twin.clock'), ' ', clock)), h('div', { class: 'grid2' }, halves.map((x) => x.element)));
  at(Number(state.get('k', '0')));
  return { close() { halves.forEach((x) => x.map.close()); }, keys: { ArrowRight: () => { clock.value = String(Number(clock.value) + 1); at(Number(clock.value)); }, ArrowLeft: () => { clock.value = String(Number(clock.value) - 1); at(Number(clock.value)); } } };
}
