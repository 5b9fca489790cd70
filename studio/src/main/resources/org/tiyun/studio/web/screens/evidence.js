// @ts-check
/** The evidence: every row of the ledger, with where it was read. */
import { h, fill, table } from '../dom.js';
import { t, word, said, money, number, lang, has, kindName } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { ledgerId } from '../model.js';
import { exports } from '../export.js';
import { shelf } from '../levers.js';
import { wrong } from '../app.js';

/** What a file of the rows holds, named as the ledger and the interface name it. @type {Record<string, string[]>} */
const FIELDS = {
  deals: ['id', 'announced', 'kind', 'payer', 'payee', 'usd_b', 'basis', 'stage', 'settlement', 'scope', 'grade', 'terms', 'url', 'publisher', 'date', 'second_url', 'row'],
  cells: ['payer', 'payee', 'kind', 'value', 'low', 'high', 'grade', 'basis', 'note', 'url', 'publisher', 'row'],
  conflicts: ['subject', 'grade', 'row', 'stated', 'reached', 'strain'],
};

/** @param {HTMLElement} root */
export async function show(root) {
  const id = encodeURIComponent(ledgerId());
  const part = (/** @type {string} */ path) => json('/api/ledgers/' + id + path);
  // A ledger may have deals and no flows of a year: what it has is shown.
  const soft = (/** @type {string} */ path) => part(path).catch((fault) => ({ fault }));
  const [info, list, map, strained] = await Promise.all([part(''), part('/deals'), soft('/map?lang=' + lang()), soft('/conflicts')]);
  const home = await json('/api/home');
  const name = (/** @type {string} */ p) => said(info.names[p], p);
  const rows = h('div', {});
  /** @type {any[]} those that are shown */
  let found = [];
  const count = h('span', { class: 'mute', role: 'status' });
  const what = () => state.get('of', 'deals');
  const pick = (/** @type {string} */ param, /** @type {string[]} */ options, /** @type {(o: string) => string} */ label) => h('select', { name: param, 'aria-label': param === 'stage' ? t('stage') : t('grade', { grade: '' }).trim(), onchange: (/** @type {any} */ e) => state.set({ [param]: e.target.value }, { keep: true }) }, h('option', { value: '' }, (param === 'stage' ? t('stage') : t('grade', { grade: '' }).trim()) + ': ' + t('evidence.all')), options.map((o) => h('option', { value: o, selected: o === state.get(param) }, label(o))));
  const find = h('input', { type: 'search', name: 'q', value: state.get('q'), 'aria-label': t('evidence.find'), placeholder: t('evidence.find'), oninput: (/** @type {any} */ e) => { state.set({ q: e.target.value }, { quiet: true }); draw(); } });
  const bar = h('div', { class: 'bar' });
  const tools = () => fill(
    bar,
    shelf('l', home.ledgers, ledgerId()),
    h('div', { class: 'seg', role: 'group', 'aria-label': t('kind') }, ['deals', 'cells', 'conflicts'].map((w) => h('button', { 'aria-pressed': w === what() ? 'true' : 'false', onclick: () => state.set({ of: w === 'deals' ? null : w }, { keep: true }) }, t('evidence.' + w)))),
    find,
    what() === 'deals' ? pick('stage', ['paid', 'committed', 'announced', 'intent', 'reported'], (s) => (has('view.stage.' + s) ? word('view.stage.' + s) : s)) : null,
    pick('grade', ['A', 'B', 'C', 'D'], (g) => g),
    count,
    exports({ name: 'tiyun-evidence-' + what(), title: () => t('evidence.' + what()) + ' ' + (what() === 'deals' ? '' : map.year), rows: () => [FIELDS[what()], ...found.map((d) => FIELDS[what()].map((field) => d[field]))], rowsOfLedger: () => found }),
  );
  fill(root, h('h1', {}, t('evidence.title')), h('p', { class: 'lead' }, t('evidence.lead') + ' ' + t('evidence.words')), bar, rows, h('p', { class: 'mute hash' }, t('hash.ledger', { id: ledgerId(), hash: list.ledger.hash })));

  /** What a row is about, with the names of its parties. @param {any} c */
  function subject(c) {
    return c.subject.split(' ').map((/** @type {string} */ part) => (info.names[part] ? name(part) : part === '>' ? '→' : has('ledger.item.' + part) ? word('ledger.item.' + part) : kindName(part))).join(' ');
  }

  function draw() {
    const q = state.get('q').toLowerCase();
    const fault = what() === 'cells' ? map.fault : what() === 'conflicts' ? strained.fault : undefined;
    if (fault) {
      count.textContent = '';
      found = [];
      fill(rows, wrong(fault, () => location.reload()));
      return;
    }
    const all = what() === 'deals' ? list.deals : what() === 'cells' ? map.cells : strained.conflicts;
    const amount = (/** @type {any} */ d) => (what() === 'deals' ? d.usd_b : what() === 'cells' ? d.value : d.strain);
    const fits = all
      .filter((/** @type {any} */ d) => (!state.get('stage') || what() !== 'deals' || d.stage === state.get('stage')) && (!state.get('grade') || d.grade === state.get('grade')) && (!q || [d.id, d.payer, d.payee, name(d.payer), name(d.payee), d.terms, d.note, d.publisher, d.kind, d.kind ? kindName(d.kind) : '', d.subject, d.subject ? subject(d) : ''].join(' ').toLowerCase().includes(q)))
      .sort((/** @type {any} */ a, /** @type {any} */ b) => (amount(b) ?? -1) - (amount(a) ?? -1));
    found = fits;
    count.textContent = t('evidence.count', { shown: fits.length, of: all.length });
    const link = (/** @type {any} */ d) => (d.url ? h('a', { href: d.url, rel: 'noreferrer noopener', target: '_blank', lang: 'en' }, d.publisher || t('source')) : h('span', { class: 'mute' }, t('nosource')));
    if (!fits.length) {
      fill(rows, h('p', { class: 'note' }, t('evidence.empty')));
      return;
    }
    fill(
      rows,
      what() === 'deals'
        ? table(t('evidence.deals'), [t('payer'), t('payee'), t('stage'), t('evidence.announced'), t('grade', { grade: '' }).trim(), t('evidence.terms'), t('source'), t('evidence.row'), t('amount')], fits.map((/** @type {any} */ d) => [name(d.payer), name(d.payee), has('view.stage.' + d.stage) ? word('view.stage.' + d.stage) : d.stage, d.announced, d.grade, h('span', { lang: 'en' }, d.terms), h('span', {}, link(d), d.second_url ? [' · ', h('a', { href: d.second_url, rel: 'noreferrer noopener', target: '_blank' }, '2')] : null), d.row, d.usd_b === undefined ? t('undisclosed') : money(d.usd_b)]), 8)
        : what() === 'conflicts'
        ? [h('p', { class: 'mute' }, t('evidence.conflicts.lead', { year: strained.year })), table(t('evidence.conflicts') + ' ' + strained.year, [t('evidence.about'), t('grade', { grade: '' }).trim(), t('evidence.row'), t('evidence.stated'), t('evidence.value'), t('evidence.strain')], fits.map((/** @type {any} */ c) => [subject(c), c.grade, c.row, money(c.stated), money(c.reached), number(c.strain)]), 3)]
        : table(t('evidence.cells') + ' ' + map.year, [t('payer'), t('payee'), t('kind'), t('grade', { grade: '' }).trim(), t('source'), t('evidence.row'), t('evidence.range'), t('evidence.value')], fits.map((/** @type {any} */ c) => [name(c.payer), name(c.payee), kindName(c.kind), c.grade, h('span', {}, link(c), c.note ? h('div', { class: 'mute', lang: 'en' }, c.note) : null), c.row, money(c.low) + ' – ' + money(c.high), money(c.value)]), 6),
    );
    rows.querySelector(':scope > .scroll')?.classList.add('tall', what());
  }
  const off = state.onChange(() => { tools(); draw(); });
  tools();
  draw();
  return { close: off, keys: { '/': () => find.focus() } };
}
