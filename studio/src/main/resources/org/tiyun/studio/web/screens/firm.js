// @ts-check
/** A firm: who pays it, its year as a Sankey, and its books in the model as a Godley matrix. */
import { area, curveBumpX } from '../vendor/d3.js';
import { h, fill, svg, table, esc } from '../dom.js';
import { t, word, said, money, moneyNumber, percent, period, inUnit, unitName, kindName } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { ledgerId, model, modelId, runAddress, nameOf } from '../model.js';
import { NARROW } from '../charts.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const id = encodeURIComponent(ledgerId());
  const [info, measures, map] = await Promise.all([model(modelId()), json('/api/ledgers/' + id + '/measures' + (state.get('year') ? '?year=' + state.get('year') : '')), json('/api/ledgers/' + id + '/map?lang=' + (state.get('lang') || document.documentElement.lang))]);
  const firms = [...measures.firms].sort((a, b) => b.inflow - a.inflow);
  const known = new Set([...firms.map((f) => f.id), ...info.parties.map((/** @type {any} */ p) => p.id)]);
  const firm = () => state.get('firm') || 'nvidia';
  const name = (/** @type {string} */ p) => map.names[p] ?? nameOf(info, p);
  const body = h('div', {});
  const select = h('select', { name: 'firm', onchange: (/** @type {any} */ e) => { state.set({ firm: e.target.value }, { keep: true }); } }, [...known].map((f) => h('option', { value: f, selected: f === firm() }, name(f))));
  fill(root, h('h1', {}, t('firm.title')), h('div', { class: 'bar' }, h('label', {}, t('firm.pick'), ' ', select)), body);
  let closed = false;

  async function draw() {
    select.value = firm();
    const m = firms.find((f) => f.id === firm());
    const cells = map.cells.filter((/** @type {any} */ c) => c.payer === firm() || c.payee === firm());
    const books = h('div', { class: 'card' }, h('p', { class: 'note' }, t('loading')));
    const sankey = h('figure', { class: 'panel' });
    fill(body, h('div', { class: 'grid2' }, m ? revenue(m) : h('p', { class: 'note' }, t('firm.nomatrix')), sankey), books, h('p', { class: 'mute hash' }, t('hash.ledger', { id: ledgerId(), hash: map.ledger.hash })));
    if (cells.length) drawSankey(sankey, cells);
    else sankey.hidden = true;
    try {
      const data = await json(runAddress({ party: firm() }, 'books'));
      if (!closed) godley(books, data);
    } catch (fault) {
      if (closed) return;
      if (info.parties.some((/** @type {any} */ p) => p.id === firm())) fill(books, wrong(fault, draw));
      else fill(books, h('p', { class: 'note' }, t('firm.nomodel')));
    }
  }

  /** @param {any} m */
  function revenue(m) {
    return h(
      'div',
      { class: 'card' },
      m.revenue ? [h('h2', {}, t('firm.sales')), h('ul', { class: 'parts' }, h('li', {}, h('span', {}, t('firm.gross')), h('b', {}, money(m.revenue.gross))), h('li', {}, h('span', {}, t('firm.less')), h('b', {}, money(m.revenue.less_own_money))), h('li', { class: 'users' }, h('span', {}, t('firm.users')), h('b', {}, money(m.revenue.from_end_users))))] : null,
      h('h2', {}, t('firm.paidby')),
      h('ul', { class: 'parts' }, Object.entries(m.paid_by).map(([origin, share]) => h('li', { class: origin === 'end_users' ? 'users' : '' }, h('span', {}, word('origin.' + origin)), h('b', {}, percent(/** @type {number} */ (share))))), Number.isFinite(m.unattributed) && m.unattributed > 1e-9 ? h('li', {}, h('span', {}, t('firm.unknown')), h('b', {}, percent(m.unattributed))) : null),
    );
  }

  /** @param {HTMLElement} figure @param {any[]} cells */
  function drawSankey(figure, cells) {
    // On a narrow screen names stand over their amounts, so that they can be read.
    const narrow = innerWidth < NARROW;
    const W = narrow ? 380 : 760;
    const side = narrow ? 112 : 200;
    const gap = narrow ? 28 : 12;
    const sides = [cells.filter((c) => c.payee === firm()), cells.filter((c) => c.payer === firm())].map((list, out) => {
      /** @type {Map<string, number>} */
      const sums = new Map();
      for (const c of list) sums.set(out ? c.payee : c.payer, (sums.get(out ? c.payee : c.payer) || 0) + c.value);
      return [...sums].sort((a, b) => b[1] - a[1]);
    });
    const totals = sides.map((s) => s.reduce((a, [, v]) => a + v, 0));
    const rows = Math.max(...sides.map((s) => s.length));
    const H = Math.max(220, rows * (narrow ? 40 : 26) + 40);
    const scale = (H - 40 - rows * gap) / Math.max(...totals);
    let out = '';
    sides.forEach((list, right) => {
      let y = 20 + (H - 40 - totals[right] * scale - (list.length - 1) * gap) / 2;
      let inner = 20 + (H - 40 - totals[right] * scale) / 2;
      for (const [party, value] of list) {
        const w = Math.max(1, value * scale);
        const users = ['consumers', 'enterprises', 'end-users'].includes(party);
        // A ribbon of one width from the party's side to the firm's.
        const ends = right ? [[W / 2 + 8, inner], [W - side, y]] : [[side, y], [W / 2 - 8, inner]];
        const ribbon = area((/** @type {number[]} */ end) => end[0], (end) => end[1], (end) => end[1] + w).curve(curveBumpX).digits(1)(ends);
        const at = `x="${right ? W - side + 6 : side - 6}" text-anchor="${right ? 'start' : 'end'}"`;
        const middle = y + w / 2;
        const label = narrow ? `<text class="c-name" ${at} y="${(middle - 1).toFixed(1)}">${esc(name(party))}</text><text class="c-axis" ${at} y="${(middle + 12).toFixed(1)}">${esc(money(value))}</text>` : `<text class="c-name" ${at} y="${(middle + 4).toFixed(1)}">${esc(name(party))} ${esc(money(value))}</text>`;
        out += `<path class="s-flow ${users && !right ? 's-users' : ''}" d="${ribbon}"/>${label}`;
        y += w + gap;
        inner += w;
      }
    });
    const bar = Math.max(...totals) * scale;
    out += `<rect class="s-bar" x="${W / 2 - 8}" y="${20 + (H - 40 - bar) / 2}" width="16" height="${bar}"/><text class="c-name" x="${W / 2}" y="14" text-anchor="middle">${esc(name(firm()))}</text>`;
    const drawing = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="chart sankey" viewBox="0 0 ${W} ${H}" role="img" aria-label="${esc(t('firm.sankey'))}"><rect class="c-page" width="100%" height="100%"/>${out}</svg>`);
    const lines = cells.map((c) => [c.payee === firm() ? t('firm.in') : t('firm.out'), name(c.payee === firm() ? c.payer : c.payee), kindName(c.kind), c.grade, c.row, money(c.value)]);
    fill(figure, h('figcaption', {}, h('span', { class: 'ftitle' }, t('firm.sankey') + ' ' + map.year)), exports({ name: 'tiyun-firm', title: () => name(firm()) + ': ' + t('firm.sankey') + ' ' + map.year, figure: () => drawing, rows: () => [[t('payer'), t('payee'), t('kind'), t('grade', { grade: '' }), t('evidence.row'), t('amount') + ' (' + unitName('bn USD') + ')'], ...cells.map((c) => [name(c.payer), name(c.payee), kindName(c.kind), c.grade, c.row, c.value])], rowsOfLedger: () => cells }), drawing, h('details', { class: 'behind' }, h('summary', {}, t('table')), table(t('firm.sankey'), ['', t('firm'), t('kind'), t('grade', { grade: '' }), t('evidence.row'), t('amount')], lines, 5)));
  }

  /** @param {HTMLElement} card @param {any} data */
  function godley(card, data) {
    const drcr = state.get('sign') === 'drcr';
    const start = Math.max(1, data.periods.indexOf(state.get('t')));
    const columns = data.periods.map((/** @type {string} */ p, /** @type {number} */ i) => ({ p, i })).slice(start, start + 8);
    const show = (/** @type {number} */ v) => (!v ? '' : drcr ? t(v > 0 ? 'firm.dr' : 'firm.cr', { amount: moneyNumber(Math.abs(v)) }) : (v > 0 ? '+' : '') + moneyNumber(v));
    const rows = data.rows.filter((/** @type {any} */ r) => columns.some((/** @type {any} */ c) => r.values[c.i])).map((/** @type {any} */ r) => [h('a', { href: state.href({ sym: r.flow.split('[')[0], firm: null }, 'model'), title: r.where }, h('code', {}, r.flow)), name(r.with), ...columns.map((/** @type {any} */ c) => show(r.values[c.i]))]);
    rows.push([h('b', {}, t('firm.sum')), '', ...columns.map((/** @type {any} */ c) => h('b', {}, show(data.rows.reduce((/** @type {number} */ a, /** @type {any} */ r) => a + (r.values[c.i] || 0), 0))))]);
    const move = (/** @type {number} */ by) => { state.set({ t: data.periods[Math.max(1, Math.min(data.periods.length - 8, start + by))] }, { quiet: true }); godley(card, data); };
    fill(
      card,
      h('h2', {}, t('firm.godley')),
      h('p', { class: 'mute' }, t('firm.godley.lead') + ' ' + t('notforecast')),
      h('div', { class: 'bar' }, h('div', { class: 'seg', role: 'group', 'aria-label': t('firm.signs') }, h('button', { 'aria-pressed': drcr ? 'false' : 'true', onclick: () => { state.set({ sign: null }, { quiet: true }); godley(card, data); } }, t('firm.signs')), h('button', { 'aria-pressed': drcr ? 'true' : 'false', onclick: () => { state.set({ sign: 'drcr' }, { quiet: true }); godley(card, data); } }, t('firm.drcr'))), h('button', { 'aria-label': t('run.back'), onclick: () => move(-4) }, '◀'), h('span', {}, period(columns[0].p) + ' – ' + period(columns.at(-1).p)), h('button', { 'aria-label': t('run.step'), onclick: () => move(4) }, '▶')),
      exports({ name: 'tiyun-firm-books', title: () => name(firm()) + ': ' + t('firm.godley'), rows: () => [[t('firm.flow'), t('firm.with'), ...data.periods], ...data.rows.map((/** @type {any} */ r) => [r.flow, name(r.with), ...r.values])] }),
      table(t('firm.godley'), [t('firm.flow'), t('firm.with'), ...columns.map((/** @type {any} */ c) => period(c.p))], rows, 2),
      h('p', { class: 'mute hash' }, t('hash.model', { id: data.model.id, hash: data.model.hash })),
    );
  }

  let last = firm();
  const off = state.onChange(() => { if (firm() !== last) { last = firm(); draw(); } });
  await draw();
  return { close() { closed = true; off(); } };
}
