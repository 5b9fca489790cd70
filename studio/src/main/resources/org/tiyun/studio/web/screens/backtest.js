// @ts-check
/** The backtest: what the model would have said before, beside what came and beside naive forecasts. */
import { h, fill, table } from '../dom.js';
import { t, percent, period } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { model, modelId, term, hashLine } from '../model.js';
import { chartFigure } from '../charts.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const place = h('div', {});
  fill(root, h('h1', {}, t('backtest.title')), h('p', { class: 'lead' }, t('backtest.lead') + ' ' + t('notforecast')), place);
  let closed = false;
  /** @type {any} */
  let data = null;
  const name = (/** @type {string} */ id) => term(info, 'target', id);
  const error = (/** @type {number|undefined} */ e) => (e === undefined || e === null ? '–' : e.toFixed(2));

  async function load() {
    fill(place, h('p', { class: 'note', role: 'status' }, t('backtest.wait')));
    try {
      data = await json('/api/backtests?m=' + encodeURIComponent(modelId()));
      if (!closed) draw();
    } catch (fault) {
      if (!closed) fill(place, wrong(fault, load));
    }
  }

  function draw() {
    const starts = data.origins.map((/** @type {any} */ o) => o.start);
    const chosen = starts.includes(state.get('from')) ? state.get('from') : starts.at(-1);
    const origin = data.origins.find((/** @type {any} */ o) => o.start === chosen);
    const lost = origin.series.filter((/** @type {any} */ s) => s.loses);
    const best = Math.min(origin.naive.growth, origin.naive.trend);
    const row = (/** @type {any} */ s, /** @type {string} */ label, /** @type {string} */ held) => [label, error(s.score), error(s.naive.growth), error(s.naive.trend), error(s.naive.average_with_growth), held];
    fill(
      place,
      h('div', { class: 'bar' }, h('div', { class: 'seg', role: 'group', 'aria-label': t('backtest.from') }, starts.map((/** @type {string} */ s) => h('button', { 'data-from': s, 'aria-pressed': s === chosen ? 'true' : 'false', onclick: () => { state.set({ from: s === starts.at(-1) ? null : s }, { keep: true, quiet: true }); draw(); } }, t('backtest.origin', { from: period(s) })))),),
      h('p', { class: 'big', role: 'status' }, t(origin.score < best ? 'backtest.wins' : 'backtest.loses', { model: error(origin.score), naive: error(best), from: period(origin.start), to: period(origin.end) })),
      h('p', {}, t('backtest.count', { lost: lost.length, of: origin.series.length, coverage: percent(origin.coverage), above: percent(origin.misses_above) })),
      h('p', { class: 'mute' }, t('backtest.how', { kept: origin.kept, draws: data.draws.toLocaleString('en-US') })),
      h('div', { class: 'charts' }, origin.series.map(chart)),
      exports({ name: 'tiyun-backtest', title: () => t('backtest.errors'), rows: () => [[t('backtest.target'), t('backtest.model'), t('backtest.growth'), t('backtest.trend'), t('backtest.average'), t('backtest.held')], ...[origin, ...origin.series].map((/** @type {any} */ s) => [s.id ? name(s.id) : t('backtest.mean'), s.score, s.naive.growth, s.naive.trend, s.naive.average_with_growth, s.id ? s.covered + '/' + s.figures : origin.coverage])] }),
      table(t('backtest.errors'), [t('backtest.target'), t('backtest.model'), t('backtest.growth'), t('backtest.trend'), t('backtest.average'), t('backtest.held')], [row(origin, t('backtest.mean'), percent(origin.coverage)), ...origin.series.map((/** @type {any} */ s) => row(s, name(s.id) + (lost.includes(s) ? ' ✗' : ''), s.covered + '/' + s.figures))], 1),
      hashLine(data),
    );
    place.querySelector(':scope > .scroll')?.classList.add('tall');
  }

  /** @param {any} s */
  function chart(s) {
    return chartFigure({
      id: s.id, title: name(s.id), unit: s.unit || '', periods: s.periods, first: 0,
      bands: [{ low: s.low, high: s.high, weight: 0.22, name: '80%' }],
      lines: [{ name: t('backtest.came'), values: s.actual, colour: 6 }, { name: t('backtest.model'), values: s.forecast, colour: 0 }, { name: t('backtest.growth'), values: s.naive.growth_values, colour: 1 }, { name: t('backtest.trend'), values: s.naive.trend_values, colour: 2 }],
    }).element;
  }

  load();
  return { close() { closed = true; } };
}
