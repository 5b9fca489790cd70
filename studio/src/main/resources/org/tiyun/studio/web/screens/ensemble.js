// @ts-check
/** The ensemble: a fan that grows while it is computed, single futures in it, and what decides. */
import { h, fill, svg, table, announce } from '../dom.js';
import { t, said, number, period, percent, unitName, lang } from '../words.js';
import * as state from '../state.js';
import { model, modelId, runAddress, term } from '../model.js';
import { chartFigure, tornado } from '../charts.js';
import { scenarios } from '../levers.js';
import { brush, byDate, byValue, replay } from '../brush.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const lead = h('p', { class: 'lead' }, t('ensemble.lead'));
  const says = h('p', { class: 'big', role: 'status' });
  const bar = h('progress', { max: '1', value: '0', 'aria-label': t('ensemble.title') });
  const tools = h('div', { class: 'bar' });
  const charts = h('div', { class: 'charts' });
  const below = h('div', { class: 'grid2' });
  const picked = h('div', {});
  const tail = h('div', {});
  fill(root, h('h1', {}, t('ensemble.title')), lead, tools, bar, says, picked, charts, below, tail);
  /** @type {EventSource | null} */
  let source = null;
  /** @type {Map<string, any>} */
  let figures = new Map();
  /** @type {any} */
  let fan = null;
  let brushed = () => {};
  const names = Object.fromEntries(info.inputs.map((/** @type {any} */ i) => [i.name, said(i)]));
  const count = () => Number(state.get('paths', '1000'));

  function controls() {
    fill(
      tools,
      h('label', {}, t('scenario'), ' ', scenarios(info)),
      h('div', { class: 'seg', role: 'group', 'aria-label': t('ensemble.title') }, [200, 1000, 5000].map((n) => h('button', { 'aria-pressed': n === count() ? 'true' : 'false', onclick: () => { state.set({ paths: n === 1000 ? null : n }, { keep: true, quiet: true }); start(); } }, t('ensemble.run', { paths: n })))),
      h('button', { 'data-do': 'stop', disabled: !source, onclick: stop }, t('ensemble.stop')),
    );
  }

  function stop() {
    source?.close();
    source = null;
    controls();
  }

  function start() {
    stop();
    fill(below);
    fill(tail);
    brushed = () => {};
    fill(picked);
    bar.value = 0;
    says.textContent = t('loading');
    const address = runAddress({ paths: String(count()), lang: lang() }, 'ensembles');
    source = new EventSource(address);
    source.addEventListener('fan', (e) => grow(JSON.parse(/** @type {MessageEvent} */ (e).data)));
    source.addEventListener('end', (e) => { end(JSON.parse(/** @type {MessageEvent} */ (e).data)); stop(); });
    source.onerror = async () => {
      stop();
      try {
        const { json } = await import('../api.js');
        await json(address);
      } catch (fault) {
        says.textContent = '';
        fill(picked, wrong(fault, start));
      }
    };
    controls();
  }

  /** @param {any} data */
  function grow(data) {
    fan = data;
    bar.value = data.done / data.of;
    const text = data.failing > 0 ? t('ensemble.failures', { share: percent(data.failing), when: period(data.first) }) : t('ensemble.never');
    says.textContent = text;
    lead.textContent = t('ensemble.lead') + ' ' + t('ensemble.progress', { done: data.done, of: data.of }) + (data.broken ? ' ' + t('ensemble.broken', { count: data.broken }) : '') + ' · ' + t('notforecast');
    for (const chart of data.charts) {
      const q = (/** @type {number} */ part) => chart.quantiles.find((/** @type {any} */ r) => r.part === part).values;
      const spec = {
        id: chart.id, title: term(info, 'chart', chart.id), unit: chart.unit, periods: chart.periods, first: chart.first,
        bands: [{ low: q(0.025), high: q(0.975), weight: 0.15, name: '95%' }, { low: q(0.1), high: q(0.9), weight: 0.2, name: '80%' }, { low: q(0.25), high: q(0.75), weight: 0.3, name: '50%' }],
        faint: chart.paths.map((/** @type {any} */ p) => p.values),
        singles: { names: data.faint.map(future), open: (/** @type {number} */ k) => state.go(replay(data.faint[k])) },
        lines: [{ name: term(info, 'variable', chart.variable), values: q(0.5), past: chart.past, colour: 0 }],
      };
      const old = figures.get(chart.id);
      if (old) old.draw(spec);
      else {
        const made = chartFigure(spec);
        figures.set(chart.id, made);
        charts.append(made.element);
      }
    }
  }

  /** What a thin line is called. @param {number} n */
  function future(n) {
    return t('ensemble.path', { n });
  }

  /** What is brushed: the ends of the futures in the chosen outcome, or when somebody fails first. @param {any} data @param {string} target */
  function outcome(data, target) {
    const rest = { number: data.numbers, fails: data.first.map((/** @type {number} */ p) => p > 0) };
    const first = fan.charts[0];
    if (target === 'failures' || !first) return { ...rest, ...byDate(data.first, first ? first.periods.slice(first.first) : []), title: t('brush.first'), unit: '' };
    const { variable, ends } = data.targets.find((/** @type {any} */ x) => x.variable === target) || data.targets[0];
    return { ...rest, ...byValue(ends), title: t('brush.end', { what: term(info, 'variable', variable) }), unit: unitName(fan.charts.find((/** @type {any} */ c) => c.variable === variable)?.unit) };
  }

  /** @param {any} data */
  function end(data) {
    bar.value = 1;
    announce(says.textContent || '');
    if (!data.inputs.length) {
      fill(below, h('p', { class: 'note' }, t('ensemble.nodraws')));
      return;
    }
    const target = () => state.get('target', data.targets[0]?.variable || '');
    const figure = h('figure', { class: 'panel' });
    const drawTornado = () => {
      const ranks = target() === 'failures' ? data.failures.ranks : (data.targets.find((/** @type {any} */ x) => x.variable === target()) || data.targets[0]).ranks;
      const label = target() === 'failures' ? t('run.events') : term(info, 'variable', target());
      const bars = data.inputs.map((/** @type {string} */ n, /** @type {number} */ i) => ({ name: names[n] || n, value: ranks[i] })).sort((/** @type {any} */ a, /** @type {any} */ b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 14);
      const title = t('ensemble.tornado', { what: label });
      fill(
        figure,
        h('figcaption', {}, h('span', { class: 'ftitle' }, title)),
        h('label', {}, t('ensemble.target'), ' ', h('select', { name: 'target', onchange: (/** @type {any} */ e) => { state.set({ target: e.target.value, brush: null }, { quiet: true }); drawTornado(); drawBrush(); } }, [...data.targets.map((/** @type {any} */ x) => x.variable), 'failures'].map((v) => h('option', { value: v, selected: v === target() }, v === 'failures' ? t('run.events') : term(info, 'variable', v))))),
        svg(tornado(title, bars)),
        h('details', { class: 'behind' }, h('summary', {}, t('table.files')), exports({ name: 'tiyun-ensemble-ranks', title: () => title, figure: () => /** @type {any} */ (figure.querySelector('svg')), rows: () => [[t('ensemble.parameter'), t('ensemble.rank')], ...bars.map((/** @type {any} */ b) => [b.name, b.value])] }), table(title, [t('ensemble.parameter'), t('ensemble.rank')], bars.map((/** @type {any} */ b) => [b.name, number(b.value)]), 1)),
      );
    };
    const chosen = h('div', {});
    const drawBrush = () => {
      const made = brush(outcome(data, target()), data.believe, names);
      brushed = made.draw;
      fill(chosen, made.element, data.numbers.length + data.broken < data.done ? h('p', { class: 'mute' }, t('brush.some', { n: data.numbers.length })) : null);
    };
    drawTornado();
    drawBrush();
    const spread = (/** @type {number[]} */ v) => number(v[0]) + ' – ' + number(v[2]);
    const shifted = [...data.believe].sort((a, b) => shift(b) - shift(a)).slice(0, 14);
    fill(
      below,
      figure,
      h('div', { class: 'card' }, h('h2', {}, t('ensemble.believe')), h('p', { class: 'mute' }, t('ensemble.believe.lead')), data.survivors > 0 ? table(t('ensemble.believe'), [t('ensemble.parameter'), t('ensemble.among'), t('ensemble.overall')], shifted.map((b) => [names[b.name] || b.name, spread(b.survivors), spread(b.all)]), 1) : h('p', { class: 'mute' }, t('ensemble.none'))),
    );
    fill(
      tail,
      chosen,
      h('p', { class: 'mute hash' }, t('hash.model', { id: fan.model.id, hash: fan.model.hash }) + (fan.ledger ? ' · ' + t('hash.ledger', { id: fan.ledger.id, hash: fan.ledger.hash }) : '') + ' · ' + t('hash.seed', { seed: state.get('seed', '1') })),
    );
  }

  /** How far the middle moves, in widths of the whole. @param {any} b */
  function shift(b) {
    return Math.abs((b.survivors[1] ?? b.all[1]) - b.all[1]) / Math.max(1e-12, b.all[2] - b.all[0]);
  }

  let last = runAddress();
  const off = state.onChange(() => {
    if (runAddress() !== last) {
      last = runAddress();
      start();
    } else brushed();
  });
  start();
  return { close() { off(); source?.close(); source = null; } };
}
