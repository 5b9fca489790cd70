// @ts-check
/** What you must believe: which outcome leads where, over parameters that no data identify. */
import { h, fill, svg, table } from '../dom.js';
import { t, word, said, number, percent, lang } from '../words.js';
import * as state from '../state.js';
import { newest, ask } from '../api.js';
import { model, modelId, runAddress, hashLine } from '../model.js';
import { scenarios } from '../levers.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

const OUTCOMES = ['takes_off', 'glides', 'stalls', 'unclear'];
const AXES = ['down', 'across', 'panels'];

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const names = Object.fromEntries(info.inputs.map((/** @type {any} */ i) => [i.name, said(i)]));
  const bar = h('div', { class: 'bar' });
  const place = h('div', {});
  fill(root, h('h1', {}, t('believe.title')), h('p', { class: 'lead' }, t('believe.lead') + ' ' + t('notforecast')), bar, place);
  let closed = false;
  let asked = '';
  /** @type {any} */
  let shown = null;
  const wanted = newest();
  const question = () => runAddress(state.get('axes') ? { axes: state.get('axes') } : {}, 'believe');

  /** @param {string[]} now the axes of the map that is shown */
  function controls(now) {
    const choices = [...new Set([...info.believe, ...now])];
    fill(
      bar,
      h('label', {}, t('scenario'), ' ', scenarios(info)),
      now.map((axis, a) => h('label', {}, t('believe.' + AXES[a]), ' ', h('select', { name: AXES[a], onchange: (/** @type {any} */ e) => {
        const next = [...now];
        // Who takes another axis' parameter gives his own for it.
        const other = next.indexOf(e.target.value);
        if (other >= 0) next[other] = axis;
        next[a] = e.target.value;
        state.set({ axes: next.join(',') }, { keep: true });
      } }, choices.map((c) => h('option', { value: c, selected: c === axis }, names[c] || c))))),
      exports({ name: 'tiyun-believe', title: () => t('believe.title'), figure: () => /** @type {any} */ (place.querySelector('svg')), rows: () => [[...shown.axes.map((/** @type {any} */ a) => names[a.parameter] || a.parameter), ...OUTCOMES.map((o) => word('view.outcome.' + o))], ...shown.regions.map((/** @type {any} */ r) => [...r.at, ...OUTCOMES.map((o) => r.outcome[o] || 0)])] }),
    );
  }

  async function load() {
    asked = question();
    const mine = asked;
    fill(place, h('p', { class: 'note', role: 'status' }, t('believe.wait')));
    try {
      const data = await wanted(mine);
      const picture = await (await ask(mine.replace('/api/believe', '/api/believe.svg') + '&bare=1&lang=' + lang())).text();
      if (!closed && mine === asked) draw(data, picture);
    } catch (fault) {
      if (!closed && mine === asked) fill(place, wrong(fault, load));
    }
  }

  /** @param {any} data @param {string} picture */
  function draw(data, picture) {
    shown = data;
    const axes = data.axes.map((/** @type {any} */ a) => a.parameter);
    controls(axes);
    const drawing = svg(picture);
    drawing.setAttribute('role', 'group');
    const where = (/** @type {any} */ r) => axes.map((/** @type {string} */ a, /** @type {number} */ i) => (names[a] || a) + ' ' + number(r.at[i])).join(', ');
    const shares = (/** @type {any} */ r) => OUTCOMES.map((o) => word('view.outcome.' + o) + ' ' + percent(r.outcome[o] || 0)).join(', ');
    for (const cell of drawing.querySelectorAll('[data-cell]')) {
      const region = data.regions[Number(cell.getAttribute('data-cell'))];
      const open = () => state.go(state.href({ ...Object.fromEntries(axes.map((/** @type {string} */ a, /** @type {number} */ i) => ['s.' + a, region.at[i]])), axes: null }, 'run'));
      cell.setAttribute('tabindex', '0');
      cell.setAttribute('role', 'button');
      cell.setAttribute('aria-label', where(region) + ': ' + shares(region));
      cell.addEventListener('click', open);
      cell.addEventListener('keydown', (e) => { if (/** @type {KeyboardEvent} */ (e).key === 'Enter') open(); });
    }
    const ruled = (/** @type {string} */ o) => percent(data.ruled[o]);
    fill(
      place,
      h('p', { class: 'big', role: 'status' }, t('believe.ruled', { stalls: ruled('stalls'), takes_off: ruled('takes_off'), glides: ruled('glides') })),
      h('figure', { class: 'panel' }, h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': t('believe.title') }, drawing)),
      h('p', { class: 'mute' }, t('believe.how', { draws: data.draws_per_region, futures: (data.draws_per_region * data.regions.length).toLocaleString('en-US') })),
      h('details', { class: 'behind' }, h('summary', {}, t('table')), table(t('believe.title'), [...axes.map((/** @type {string} */ a) => names[a] || a), ...OUTCOMES.map((o) => word('view.outcome.' + o))], data.regions.map((/** @type {any} */ r) => [...r.at.map(number), ...OUTCOMES.map((o) => percent(r.outcome[o] || 0))]), 0)),
      hashLine(data),
    );
  }

  const off = state.onChange(() => { if (question() !== asked) load(); });
  fill(bar, h('label', {}, t('scenario'), ' ', scenarios(info)));
  load();
  return { close() { closed = true; off(); }, keys: { t: () => { const behind = /** @type {any} */ (place.querySelector('details')); if (behind) behind.open = !behind.open; } } };
}
