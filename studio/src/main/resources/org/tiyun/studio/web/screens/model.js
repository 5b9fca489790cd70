// @ts-check
/** The model as text: each symbol leads to its value, unit and source. */
import { h, fill, table } from '../dom.js';
import { t, number, inUnit, period, unitName, lang } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { modelId, sourceText } from '../model.js';
import { shelf } from '../levers.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const [data, home] = await Promise.all([json('/api/models/' + encodeURIComponent(modelId()) + '/text'), json('/api/home')]);
  /** @type {Map<string, any>} */
  const symbols = new Map(data.symbols.map((/** @type {any} */ s) => [s.name, s]));
  const text = h('pre', { class: 'text', tabindex: '0', 'aria-label': t('model.title') });
  const side = h('aside', { class: 'side', 'aria-label': t('model.symbol') });
  const file = () => state.get('file') || data.files[0]?.name || '';
  const select = h('select', { name: 'file', onchange: (/** @type {any} */ e) => state.set({ file: e.target.value, sym: null }) }, data.files.map((/** @type {any} */ f) => h('option', { value: f.name }, f.name)));
  const find = h('input', { type: 'search', name: 'sym', list: 'symbols', placeholder: t('model.find'), 'aria-label': t('model.find'), onchange: (/** @type {any} */ e) => { if (symbols.has(e.target.value)) go(e.target.value); } });
  fill(root, h('h1', {}, t('model.title')), h('p', { class: 'lead' }, t('model.lead')), h('div', { class: 'bar' }, shelf('m', home.models, modelId()), h('label', {}, t('model.file'), ' ', select), find, h('datalist', { id: 'symbols' }, [...symbols.keys()].map((n) => h('option', { value: n })))), h('div', { class: 'two' }, h('section', {}, text), side), h('p', { class: 'mute hash' }, t('hash.model', { id: data.model.id, hash: data.model.hash })));

  /** @param {string} name */
  function go(name) {
    state.set({ sym: name, file: symbols.get(name).file || null });
  }

  let drawn = '';
  function draw() {
    const sym = state.get('sym');
    const now = sym && symbols.get(sym)?.file ? symbols.get(sym).file : file();
    select.value = now;
    if (now !== drawn) {
      drawn = now;
      const body = data.files.find((/** @type {any} */ f) => f.name === now)?.text || '';
      /** @type {any[]} */
      const parts = [];
      body.split('\n').forEach((/** @type {string} */ row, /** @type {number} */ n) => {
        parts.push(h('span', { class: 'mute', 'aria-hidden': 'true' }, String(n + 1).padStart(3) + '  '));
        const comment = row.indexOf('//');
        const code = comment < 0 ? row : row.slice(0, comment);
        for (const piece of code.split(/("[^"]*"|[A-Za-z_][A-Za-z0-9_]*)/)) {
          if (symbols.has(piece)) parts.push(h('button', { class: 'sym', 'data-sym': piece, onclick: () => state.set({ sym: piece }) }, piece));
          else parts.push(piece);
        }
        if (comment >= 0) parts.push(h('span', { class: 'mute' }, row.slice(comment)));
        parts.push('\n');
      });
      fill(text, parts);
    }
    symbol(sym);
  }

  /** @param {string} name */
  function symbol(name) {
    const s = symbols.get(name);
    if (!s) {
      fill(side, h('div', { class: 'card' }, h('h2', {}, t('model.symbol')), h('p', { class: 'mute' }, t('model.pick'))));
      return;
    }
    const one = s.inputs[0] || s.variables[0];
    fill(
      side,
      h(
        'div',
        { class: 'card' },
        h('h2', {}, h('code', {}, name)),
        h('p', { class: 'mute' }, (s.inputs.length ? t('model.input') : t('model.variable')) + (one.unit ? ' · ' + unitName(one.unit) : '') + ' · ' + t('model.where') + ' ' + s.file + ':' + s.line),
        one.doc ? h('p', { lang: 'en' }, one.doc) : null,
        s.inputs.length ? table(t('model.value'), [t('model.symbol'), t('model.value'), t('model.range')], s.inputs.slice(0, 60).map((/** @type {any} */ i) => [h('code', {}, i.name), inUnit(i.value, i.unit), i.low === undefined ? '' : number(i.low) + ' – ' + number(i.high)]), 1) : null,
        s.inputs.filter((/** @type {any} */ i) => i.source).slice(0, 1).map((/** @type {any} */ i) => h('p', {}, h('b', {}, t('source') + (lang() === 'zh' ? '：' : ': ')), sourceText(i.source))),
        s.inputs.flatMap((/** @type {any} */ i) => i.rows || []).slice(0, 8).map((/** @type {any} */ r) => h('p', { class: 'mute' }, r.at + ' · ' + r.key + (r.grade ? ' · ' + t('grade', { grade: r.grade }) : ''), ' ', r.url ? h('a', { href: r.url, rel: 'noreferrer noopener', target: '_blank' }, r.publisher || t('source')) : r.publisher || '')),
        s.variables.length ? table(t('model.value'), [t('model.symbol'), period(data.first), period(data.last)], s.variables.slice(0, 60).map((/** @type {any} */ v) => [h('code', {}, v.name), inUnit(v.first ?? NaN, v.unit), inUnit(v.last ?? NaN, v.unit)]), 1) : null,
      ),
    );
  }
  const off = state.onChange(draw);
  draw();
  return { close: off, keys: { '/': () => find.focus() } };
}
