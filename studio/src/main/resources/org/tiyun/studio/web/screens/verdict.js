// @ts-check
/** The verdict: takes off, glides or stalls, over many futures; what decides, who fails first, who loses. */
import { h, fill, svg, table, esc, announce } from '../dom.js';
import { t, word, said, number, percent, period, inUnit } from '../words.js';
import * as state from '../state.js';
import { newest } from '../api.js';
import { model, modelId, runAddress, nameOf, term, hashLine } from '../model.js';
import { tornado, NARROW } from '../charts.js';
import { scenarios } from '../levers.js';
import { wrong } from '../app.js';
import { exports } from '../export.js';

const OUTCOMES = ['takes_off', 'glides', 'stalls', 'unclear'];

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const names = Object.fromEntries(info.inputs.map((/** @type {any} */ i) => [i.name, said(i)]));
  const bar = h('div', { class: 'bar' });
  const body = h('div', {});
  fill(root, h('h1', {}, t('verdict.title')), h('p', { class: 'lead' }, t('verdict.lead') + ' ' + t('notforecast')), bar, body);
  let closed = false;
  let asked = '';
  const wanted = newest();
  const draws = () => Number(state.get('draws', '1000'));
  const address = () => runAddress({ draws: String(draws()) }, 'verdicts');
  const outcome = (/** @type {string} */ o) => word('view.outcome.' + o);

  function controls() {
    fill(
      bar,
      h('label', {}, t('scenario'), ' ', scenarios(info)),
      h('div', { class: 'seg', role: 'group', 'aria-label': t('verdict.draws') }, [1000, 10000].map((n) => h('button', { 'aria-pressed': n === draws() ? 'true' : 'false', onclick: () => { state.set({ draws: n === 1000 ? null : n }, { keep: true }); } }, t('verdict.run', { draws: n.toLocaleString('en-US') })))),
    );
  }

  async function load() {
    controls();
    asked = address();
    fill(body, h('p', { class: 'note', role: 'status' }, t('verdict.wait', { draws: draws().toLocaleString('en-US') })));
    const mine = asked;
    try {
      const data = await wanted(mine);
      if (!closed && mine === asked) draw(data);
    } catch (fault) {
      if (!closed && mine === asked) fill(body, wrong(fault, load));
    }
  }

  /** @param {any} data */
  function draw(data) {
    const leading = OUTCOMES.reduce((a, b) => (data.outcomes[b] > data.outcomes[a] ? b : a));
    const first = data.first_failure;
    const shares = bars(data.outcomes);
    const sentence = t(leading === 'stalls' ? 'verdict.sentence.stalls' : 'verdict.sentence', { outcome: outcome(leading), share: percent(data.outcomes[leading]), stalls: percent(data.outcomes.stalls) });
    announce(sentence);
    const decides = h('figure', { class: 'panel' });
    drawDeciders(decides, data);
    const holders = Object.entries(data.worst_twentieth.loss_by_holder).sort((a, b) => /** @type {number} */ (b[1]) - /** @type {number} */ (a[1])).slice(0, 8);
    fill(
      body,
      h('p', { class: 'big', role: 'status' }, sentence),
      h('figure', { class: 'panel outcomes' }, exports({ name: 'tiyun-verdict', title: () => t('verdict.title') + ' ' + sentence, figure: () => /** @type {any} */ (body.querySelector('.outcomes svg')), rows: () => [[t('verdict.outcome'), t('verdict.share')], ...OUTCOMES.map((o) => [outcome(o), data.outcomes[o]])] }), shares, h('details', { class: 'behind' }, h('summary', {}, t('table')), table(t('verdict.title'), [t('verdict.outcome'), t('verdict.share')], OUTCOMES.map((o) => [outcome(o), percent(data.outcomes[o])]), 1))),
      h('p', {}, first.futures ? t('verdict.first', { share: percent(first.futures / data.draws), median: period(first.median), early: period(first.early), late: period(first.late) }) : t('verdict.nofirst')),
      h(
        'div',
        { class: 'grid2' },
        decides,
        h(
          'div',
          { class: 'card' },
          first.futures ? [h('h2', {}, t('verdict.who')), h('ul', { class: 'parts' }, Object.entries(first.by_firm).slice(0, 8).map(([firm, n]) => h('li', {}, h('span', {}, nameOf(info, firm)), h('b', {}, percent(/** @type {number} */ (n) / data.draws)))))] : null,
          h('h2', {}, t('verdict.worst')),
          h('p', { class: 'mute' }, t('verdict.worst.lead', { futures: data.worst_twentieth.futures })),
          holders.length ? h('ul', { class: 'parts' }, holders.map(([holder, loss]) => h('li', {}, h('span', {}, nameOf(info, holder)), h('b', {}, inUnit(/** @type {number} */ (loss), info.unit))))) : h('p', { class: 'mute' }, t('verdict.noloss')),
        ),
      ),
      h('div', { class: 'card' }, h('h2', {}, t('verdict.counts')), h('p', { class: 'mute' }, t('verdict.counts.lead')), table(t('verdict.counts'), [t('verdict.outcome'), t('verdict.condition'), t('verdict.of'), t('verdict.over'), t('verdict.limit')], data.thresholds.map(condition), 4)),
      h('p', {}, h('a', { href: state.href({}, 'believe') }, t('verdict.believe')), ' · ', h('a', { href: state.href({}, 'ensemble') }, t('verdict.ensemble'))),
      hashLine(data),
    );
  }

  /** @param {any} c */
  function condition(c) {
    const of = c.name ? term(info, 'variable', c.name) : c.firms ? c.firms.map((/** @type {string} */ f) => nameOf(info, f)).join(', ') : '';
    const over = c.measure === 'failed' || c.measure === 'cancelled' ? '' : c.measure === 'fall' ? t('verdict.within', { periods: c.over }) : period(c.from) + ' – ' + period(c.to);
    return [outcome(c.outcome), t('verdict.measure.' + c.measure), of, over, (c.test === '>=' ? '≥ ' : '< ') + number(c.than)];
  }

  /** Shares as one bar, each part with its name below. @param {Record<string, number>} shares */
  function bars(shares) {
    const narrow = innerWidth < NARROW;
    const w = narrow ? 360 : 760;
    const high = narrow ? 100 : 76;
    let x = 0;
    let out = '';
    OUTCOMES.forEach((o, i) => {
      const wide = shares[o] * w;
      if (wide > 0) out += `<rect class="${o}" x="${x.toFixed(1)}" y="4" width="${Math.max(0.5, wide - 1.5).toFixed(1)}" height="34"/>`;
      const kx = narrow ? (i % 2) * 180 : i * 190;
      const ky = narrow ? 52 + 24 * Math.floor(i / 2) : 52;
      out += `<rect class="${o}" x="${kx}" y="${ky}" width="14" height="14"/><text x="${kx + 20}" y="${ky + 12}">${esc(outcome(o))} ${esc(percent(shares[o]))}</text>`;
      x += wide;
    });
    return svg(`<svg xmlns="http://www.w3.org/2000/svg" class="believe chart shares" viewBox="0 0 ${w} ${high}" role="img" aria-label="${esc(OUTCOMES.map((o) => outcome(o) + ' ' + percent(shares[o])).join(', '))}"><rect class="c-page" width="${w}" height="${high}"/>${out}</svg>`);
  }

  /** @param {HTMLElement} figure @param {any} data */
  function drawDeciders(figure, data) {
    const target = OUTCOMES.includes(state.get('outcome')) ? state.get('outcome') : 'stalls';
    const list = data.decided_by.map((/** @type {any} */ d) => ({ name: names[d.parameter] || d.parameter, value: d.by_outcome[target] })).sort((/** @type {any} */ a, /** @type {any} */ b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 12);
    const title = t('verdict.decides', { outcome: outcome(target) });
    fill(
      figure,
      h('figcaption', {}, h('span', { class: 'ftitle' }, title)),
      h('label', {}, t('verdict.outcome'), ' ', h('select', { name: 'outcome', onchange: (/** @type {any} */ e) => { state.set({ outcome: e.target.value === 'stalls' ? null : e.target.value }, { quiet: true }); drawDeciders(figure, data); } }, OUTCOMES.map((o) => h('option', { value: o, selected: o === target }, outcome(o))))),
      svg(tornado(title, list)),
      h('details', { class: 'behind' }, h('summary', {}, t('table.files')), exports({ name: 'tiyun-verdict-decides', title: () => title, figure: () => /** @type {any} */ (figure.querySelector('svg')), rows: () => [[t('ensemble.parameter'), t('ensemble.rank')], ...list.map((/** @type {any} */ b) => [b.name, b.value])] }), table(title, [t('ensemble.parameter'), t('ensemble.rank')], list.map((/** @type {any} */ b) => [b.name, number(b.value)]), 1)),
    );
  }

  const off = state.onChange(() => { if (address() !== asked) load(); });
  load();
  return { close() { closed = true; off(); }, keys: { t: () => { const behind = /** @type {any} */ (body.querySelector('details')); if (behind) behind.open = !behind.open; } } };
}
