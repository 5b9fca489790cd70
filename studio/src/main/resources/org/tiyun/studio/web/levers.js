// @ts-check
/** Sliders and the choice of a scenario. */
import { h, fill } from './dom.js';
import { t, said, number, percent, unitName } from './words.js';
import * as state from './state.js';
import { sourceText } from './model.js';

/**
 * The model's sliders; they change the address while they are dragged, and one drag is one step of undo.
 * @param {any} info @param {{moved: () => void}} how
 */
export function sliders(info, how) {
  const element = h('div', {});
  /** @type {(() => void)[]} */
  const refreshers = [];
  for (const lever of info.sliders) {
    const low = lever.low ?? Math.min(0, 2 * lever.value);
    const high = lever.high ?? Math.max(1e-9, 2 * lever.value);
    const step = 10 ** Math.floor(Math.log10((high - low) / 100));
    const out = h('output', {});
    const range = h('input', { type: 'range', name: lever.name, min: String(low), max: String(high), step: String(step), 'aria-label': said(lever) });
    let dragging = false;
    const now = () => Number(state.settings()[lever.name] ?? lever.value);
    const refresh = () => {
      range.value = String(now());
      out.textContent = number(now()) + (lever.unit ? ' ' + unitName(lever.unit) : '');
      range.setAttribute('aria-valuetext', out.textContent);
      row.classList.toggle('changed', lever.name in state.settings());
    };
    range.addEventListener('input', () => {
      if (!dragging) {
        dragging = true;
        state.mark();
      }
      const value = Number(Number(range.value).toPrecision(6));
      state.set({ ['s.' + lever.name]: value === lever.value ? null : value }, { quiet: true });
      refresh();
      how.moved();
    });
    range.addEventListener('change', () => {
      dragging = false;
    });
    const row = h('div', { class: 'lever' }, h('label', {}, h('span', {}, said(lever)), out, range), h('details', { class: 'why' }, h('summary', { 'aria-label': t('lever.why', { name: said(lever) }) }, t('why')), h('p', { class: 'mute' }, h('span', { lang: 'en' }, lever.doc || ''), ' ', lever.source ? sourceText(lever.source) : h('span', { lang: 'en' }, (lever.rows || []).join(', ')), ' ', h('code', {}, lever.name), ' ', t('lever.range', { low: number(low), high: number(high), base: number(lever.value) }))));
    refreshers.push(refresh);
    refresh();
    element.append(row);
  }
  const all = () => refreshers.forEach((r) => r());
  element.append(
    h(
      'div',
      { class: 'row' },
      h('button', { 'data-do': 'undo', onclick: () => state.undo() }, t('undo')),
      h('button', { 'data-do': 'reset', onclick: () => state.set(Object.fromEntries(Object.keys(state.settings()).map((n) => ['s.' + n, null])), { keep: true }) }, t('reset')),
    ),
  );
  return { element, refresh: all };
}

/**
 * How hard the scenario strikes, from nothing to what is written. @param {{moved: () => void}} how
 */
export function force(how) {
  const out = h('output', {});
  const range = h('input', { type: 'range', name: 'force', min: '0', max: '1', step: '0.05', 'aria-label': t('force') });
  let dragging = false;
  const refresh = () => {
    range.value = state.get('force', '1');
    out.textContent = percent(Number(range.value));
    range.setAttribute('aria-valuetext', out.textContent);
  };
  range.addEventListener('input', () => {
    if (!dragging) state.mark();
    dragging = true;
    state.set({ force: range.value === '1' ? null : range.value }, { quiet: true });
    refresh();
    how.moved();
  });
  range.addEventListener('change', () => { dragging = false; });
  refresh();
  return { element: h('div', { class: 'lever' }, h('label', {}, h('span', {}, t('force')), out, range), h('p', { class: 'mute' }, t('force.how'))), refresh };
}

/** The scenarios of the model. @param {any} info */
export function scenarios(info) {
  const select = h('select', { name: 'scenario', 'aria-label': t('scenario'), onchange: (/** @type {any} */ e) => state.set({ scenario: e.target.value }, { keep: true }) });
  fill(select, h('option', { value: '' }, t('scenario.none')), info.scenarios.map((/** @type {any} */ s) => h('option', { value: s.id, selected: s.id === state.get('scenario') }, said(s))));
  select.value = state.get('scenario');
  state.onChange(() => { select.value = state.get('scenario'); });
  return select;
}

/**
 * What lies on the shelf, one's own folders first; another one begins without what was set before.
 * @param {'m'|'l'} param @param {string[]} ids @param {string} now
 */
export function shelf(param, ids, now) {
  const open = (/** @type {any} */ e) => {
    const bare = ['scenario', 'force', 'path', 'sym', 'file', 'firm', 'sel', 'loop', 't', ...Object.keys(state.settings()).map((n) => 's.' + n)];
    state.go(state.href({ ...Object.fromEntries(bare.map((n) => [n, null])), [param]: e.target.value }));
  };
  return h('label', {}, t('shelf.' + param), ' ', h('select', { name: param, onchange: open }, ids.map((id) => h('option', { value: id, selected: id === now }, id))));
}
