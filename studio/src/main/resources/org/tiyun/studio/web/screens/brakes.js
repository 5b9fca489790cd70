// @ts-check
/** The brakes: each scenario beside the run without it, the cascade hop by hop, and where it starts to hurt. */
import { h, fill, svg, table, esc, announce } from '../dom.js';
import { t, said, number, period, percent, inUnit, unitName, lang } from '../words.js';
import * as state from '../state.js';
import { json, latest } from '../api.js';
import { model, modelId, runAddress, nameOf, term, eventTeller, hashLine } from '../model.js';
import { force } from '../levers.js';
import { wrong } from '../app.js';
import { exports, tableRows } from '../export.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const limits = h('div', { class: 'cards' });
  const rows = h('div', {});
  const many = h('div', { class: 'card' });
  const cascade = h('div', { class: 'card' });
  const heat = h('figure', { class: 'panel heat' });
  fill(root, h('h1', {}, t('brakes.title')), h('p', { class: 'lead' }, t('brakes.lead') + ' ' + t('notforecast')), limits, rows, many, h('div', { class: 'grid2' }, cascade, heat));
  let closed = false;
  let hop = 1;
  /** @type {any} */
  let data = null;
  /** @type {any} */
  let wide = null;
  const eventText = eventTeller(info);
  const title = (/** @type {string} */ id) => said(info.scenarios.find((/** @type {any} */ s) => s.id === id), id);
  const chosen = () => state.get('brake') || info.scenarios[0]?.id || '';
  const money = (/** @type {number} */ v) => inUnit(v, info.unit);

  async function load() {
    if (!info.scenarios.length) {
      fill(rows, h('p', { class: 'note' }, t('brakes.none')));
      return;
    }
    const mine = question();
    asked = mine;
    data = null;
    wide = null;
    fill(rows, h('p', { class: 'note' }, t('loading')));
    many.hidden = true;
    try {
      const answer = await json(mine);
      if (closed || mine !== asked) return;
      data = answer;
      draw();
      show_();
      const far = await json(runAddress({ scenario: '' }, 'brakes/limits'));
      if (closed || mine !== asked) return;
      wide = far;
      drawLimits();
      draw();
      drawMany();
    } catch (fault) {
      if (!closed && mine === asked) fill(data ? limits : rows, wrong(fault, load));
    }
  }

  const question = () => runAddress({ scenario: '' }, 'brakes');
  let asked = '';

  /** A number that was searched for; where none was found, on which side it lies. @param {any} found @param {string} field @param {(v: number) => string} say */
  function solved(found, field, say) {
    if (!found) return '–';
    if (found.status === 'found') return say(found[field]) + (found.monotone ? '' : ' *');
    if (found.status === 'holds_everywhere') return found.searched_to ? '≤ ' + say(found.searched_to) : say(0);
    return '> ' + say(found.searched_to);
  }
  const growth = (/** @type {any} */ c) => solved(c.stall_speed, 'value', percent);
  const revenue = (/** @type {any} */ c) => solved(c.minimum_external_revenue, 'multiplier', (v) => t('brakes.times', { x: number(v) }));
  const bill = (/** @type {any} */ c) => solved(c.backstop_bill, 'value', money);

  /** The limits of the model as it is, each as one number. */
  function drawLimits() {
    const base = wide.base;
    const one = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ note) => h('div', { class: 'card' }, h('h2', {}, t('brakes.' + key)), h('p', { class: 'big' }, value), h('p', { class: 'mute' }, note));
    const stall = base.stall_speed;
    const least = base.minimum_external_revenue;
    fill(
      limits,
      stall ? one('stall', growth(base), t('brakes.stall.note', { actual: percent(stall.actual) })) : null,
      least ? one('revenue', revenue(base), least.needed_by ? t('brakes.revenue.note', { by: period(least.needed_by) }) : t('brakes.revenue.plain')) : null,
      base.backstop_bill ? one('bill', bill(base), t('brakes.bill.note')) : null,
      wide.climb ? one('climb', number(wide.climb.gain), t('brakes.climb.note')) : null,
    );
  }

  /** The same brakes over many futures: shares, and who is most often the first to fall. */
  function drawMany() {
    const draws = wide.base.futures?.draws;
    if (!draws) return;
    many.hidden = false;
    const row = (/** @type {string} */ label, /** @type {any} */ f) => {
      const [who, share] = Object.entries(f.first_to_fall)[0] || ['', 0];
      return [label, percent(f.failing), percent(f.stalls), f.median_first_failure ? period(f.median_first_failure) : '–', who ? nameOf(info, who) + ' ' + percent(/** @type {number} */ (share)) : '–'];
    };
    fill(
      many,
      h('h2', {}, t('brakes.many', { draws })),
      h('p', { class: 'mute' }, t('brakes.many.lead')),
      table(t('brakes.many', { draws }), [t('brakes.brake'), t('brakes.many.fails'), t('brakes.many.stalls'), t('brakes.many.when'), t('brakes.many.first')], [row(t('brakes.base'), wide.base.futures), ...info.scenarios.map((/** @type {any} */ s, /** @type {number} */ i) => row(said(s), wide.scenarios[i].futures))], 1),
    );
    many.querySelector('table')?.classList.add('futures');
  }

  /** Inputs that the address sets, by name. */
  function moved() {
    return Object.entries(state.settings()).map(([name, value]) => said(info.inputs.find((/** @type {any} */ i) => i.name === name), name) + ' ' + value).join(lang() === 'zh' ? '、' : ', ');
  }

  /** One row for each brake: what fails, who loses, what is left, how far the limits are. */
  function draw() {
    const left = (/** @type {any} */ brake) => brake.changes.map((/** @type {any} */ c) => percent(c.braked / c.base));
    const columns = data.brakes[0]?.changes || [];
    const of = (/** @type {string} */ id) => wide?.scenarios[info.scenarios.findIndex((/** @type {any} */ s) => s.id === id)];
    const losers = (/** @type {any} */ c) => (c ? Object.entries(c.loss.by_holder).sort((a, b) => /** @type {number} */ (b[1]) - /** @type {number} */ (a[1])).slice(0, 2).map(([who, v]) => nameOf(info, who) + ' ' + number(/** @type {number} */ (v))).join(', ') : '…');
    const first = (/** @type {any[]} */ events) => (events.length ? eventText(events[0]) : t('brakes.nobody'));
    const row = (/** @type {any} */ label, /** @type {any[]} */ events, /** @type {string[]} */ parts, /** @type {any} */ c, /** @type {any} */ opens, /** @type {boolean} */ on) => h('tr', { class: on ? 'on' : '' }, h('th', { scope: 'row' }, label), h('td', {}, first(events)), h('td', { class: 'num' }, String(events.length)), parts.map((p) => h('td', { class: 'num' }, p)), h('td', {}, losers(c)), [growth, revenue, bill].map((f) => h('td', { class: 'num' }, c ? f(c) : '…')), h('td', {}, opens));
    const heads = [t('brakes.brake'), t('brakes.firstfall'), t('brakes.count'), ...columns.map((/** @type {any} */ c) => term(info, 'variable', c.variable)), t('brakes.losers', { unit: unitName(info.unit) }), t('brakes.stall'), t('brakes.revenue'), t('brakes.bill'), ''];
    const numbers = [2, ...columns.map((/** @type {any} */ _, /** @type {number} */ i) => 3 + i), 4 + columns.length, 5 + columns.length, 6 + columns.length];
    fill(
      rows,
      h('p', { class: 'mute' }, t('brakes.table.lead', { period: period(data.brakes[0]?.compared || '') })),
      moved() ? h('p', { class: 'warn' }, t('brakes.levers', { levers: moved() }), ' ', h('button', { 'data-do': 'reset', onclick: () => state.set(Object.fromEntries(Object.keys(state.settings()).map((n) => ['s.' + n, null])), { keep: true }) }, t('reset'))) : null,
      exports({ name: 'tiyun-brakes-all', title: () => t('brakes.title'), rows: () => tableRows(rows.querySelector('table')) }),
      h(
        'div',
        { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': t('brakes.title') },
        h(
          'table',
          { class: 'brakes' },
          h('thead', {}, h('tr', {}, heads.map((text, i) => h('th', { scope: 'col', class: numbers.includes(i) ? 'num' : '' }, text)))),
          h(
            'tbody',
            {},
            row(t('brakes.base'), data.base, columns.map(() => '–'), wide?.base, null, false),
            data.brakes.map((/** @type {any} */ brake) => row(h('button', { 'data-brake': brake.id, 'aria-pressed': brake.id === chosen() ? 'true' : 'false', onclick: () => { hop = 1; state.set({ brake: brake.id }, { keep: true }); } }, title(brake.id)), brake.events, left(brake), of(brake.id), h('a', { href: state.href({ scenario: brake.id, brake: null, force: null }, 'run') }, t('brakes.open')), brake.id === chosen())),
          ),
        ),
      ),
    );
  }

  /** What the chosen brake does at its force. @type {{address: string, events: any[]} | null} */
  let struck = null;
  const strike = force({ moved: () => show_() });
  const striking = latest(
    (answer, address) => {
      struck = { address, events: answer.events.filter((/** @type {any} */ e) => info.failures.includes(e.kind)) };
      hops();
    },
    (fault) => { fill(cascade, wrong(fault, show_)); },
  );

  /** The cascade of the chosen brake; one that strikes with less than all its force is a run of its own. */
  function show_() {
    const soft = Number(state.get('force', '1'));
    if (soft < 1 && chosen()) striking.ask(runAddress({ scenario: chosen(), force: String(soft), path: '' }));
    else {
      struck = null;
      hops();
    }
  }

  function hops() {
    const brake = data?.brakes.find((/** @type {any} */ b) => b.id === chosen());
    if (!brake) {
      fill(cascade);
      return;
    }
    const events = struck ? struck.events : brake.events;
    const steps = [...new Set(events.map((/** @type {any} */ e) => e.index))];
    hop = Math.max(1, Math.min(hop, steps.length));
    const focused = document.activeElement === strike.element.querySelector('input');
    strike.refresh();
    fill(
      cascade,
      h('h2', {}, t('brakes.cascade') + (lang() === 'zh' ? '：' : ': ') + title(brake.id)),
      strike.element,
      steps.length ? [h('p', { class: 'mute' }, t('brakes.hop', { n: hop, of: steps.length })), h('div', { class: 'row' }, h('button', { 'data-do': 'hop', disabled: hop >= steps.length, onclick: next }, t('brakes.next')), h('button', { onclick: () => { hop = steps.length; hops(); } }, t('brakes.all'))), h('ol', { class: 'hops' }, events.map((/** @type {any} */ e) => h('li', { class: steps.indexOf(e.index) < hop ? '' : 'next' }, eventText(e))))] : h('p', { class: 'mute nobody' }, t('brakes.nobody')),
      struck ? h('p', {}, h('a', { href: state.href({ scenario: brake.id, brake: null }, 'run') }, t('brakes.open'))) : null,
      hashLine(data),
    );
    // What is dragged is put back where it was, and must not lose its focus.
    if (focused) /** @type {HTMLElement} */ (strike.element.querySelector('input')).focus();
    function next() {
      hop++;
      announce(events.filter((/** @type {any} */ e) => e.index === steps[hop - 1]).map(eventText).join('. '));
      hops();
      /** @type {HTMLElement | null} */ (cascade.querySelector('[data-do=hop]:enabled'))?.focus();
    }
  }

  const leverName = (/** @type {string} */ n) => (n === info.growth ? t('brakes.growth.' + info.step) : said(info.sliders.find((/** @type {any} */ s) => s.name === n), n));
  const gridQuestion = () => {
    const ids = info.sliders.map((/** @type {any} */ s) => s.name);
    const x = state.get('x') || info.growth || ids[0];
    return runAddress({ x, y: state.get('y') || (x === ids[0] ? ids[1] : ids[0]), n: '9' }, 'grids');
  };
  let drawn = '';

  /** Failures over two levers. */
  async function grid() {
    const ids = info.sliders.map((/** @type {any} */ s) => s.name);
    if (ids.length < 2) return;
    // Growth across, patience up: how slow is too slow?
    const x = state.get('x') || info.growth || ids[0];
    const y = state.get('y') || (x === ids[0] ? ids[1] : ids[0]);
    const growth = x === info.growth;
    drawn = gridQuestion();
    const pick = (/** @type {string} */ name, /** @type {string} */ now, /** @type {string} */ label) => h('label', {}, label, ' ', h('select', { name, onchange: (/** @type {any} */ e) => state.set({ [name]: e.target.value }, { keep: true }) }, [...(name === 'x' && info.growth ? [{ name: info.growth }] : []), ...info.sliders].map((/** @type {any} */ s) => h('option', { value: s.name, selected: s.name === now }, leverName(s.name)))));
    const place = h('div', {}, h('p', { class: 'note' }, t('loading')));
    /** @type {import('../export.js').Cell[][]} */
    let cells = [];
    fill(heat, h('figcaption', {}, h('span', { class: 'ftitle' }, t('brakes.heat'))), h('div', { class: 'bar' }, pick('x', x, t('brakes.across')), pick('y', y, t('brakes.up')), exports({ name: 'tiyun-brakes', title: () => t('brakes.heat'), figure: () => /** @type {any} */ (place.querySelector('svg')), rows: () => cells })), place);
    try {
      const mine = drawn;
      const g = await json(mine);
      if (closed || mine !== drawn) return;
      const across = growth ? percent : number;
      cells = [[g.y + ' \\ ' + g.x, ...g.xs], ...g.rows.map((/** @type {any} */ r, /** @type {number} */ j) => [g.ys[j], ...r.failures])];
      const most = Math.max(1, ...g.rows.flatMap((/** @type {any} */ r) => r.failures.map((/** @type {any} */ f) => f ?? 0)));
      const n = g.xs.length;
      const s = 44;
      const left = 60;
      const bottom = 40;
      let out = '';
      g.rows.forEach((/** @type {any} */ row, /** @type {number} */ j) => row.failures.forEach((/** @type {number|null} */ count, /** @type {number} */ i) => {
        const says = t('brakes.cell', { x: leverName(g.x), xv: across(g.xs[i]), y: leverName(g.y), yv: number(g.ys[j]), count: count === null ? '?' : count });
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
      g.xs.forEach((/** @type {number} */ v, /** @type {number} */ i) => { if (i % 2 === 0) out += `<text class="c-axis" x="${left + i * s + s / 2}" y="${n * s + 20}" text-anchor="middle">${esc(across(v))}</text>`; });
      g.ys.forEach((/** @type {number} */ v, /** @type {number} */ j) => { if (j % 2 === 0) out += `<text class="c-axis" x="${left - 6}" y="${(n - 1 - j) * s + s / 2 + 8}" text-anchor="end">${esc(number(v))}</text>`; });
      out += `<text class="c-name" x="${left + (n * s) / 2}" y="${n * s + 38}" text-anchor="middle">${esc(leverName(g.x))}</text><text class="c-name" transform="translate(14 ${(n * s) / 2})rotate(-90)" text-anchor="middle">${esc(leverName(g.y))}</text>`;
      const made = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${left + n * s + 6} ${n * s + bottom + 8}" role="group" aria-label="${esc(t('brakes.heat'))}"><rect class="c-page" width="100%" height="100%"/>${out}</svg>`);
      for (const cell of made.querySelectorAll('.cellg')) {
        const row = Number(cell.getAttribute('data-j'));
        const besides = Object.entries(g.rows[row].besides).map(([name, value]) => ['s.' + name, /** @type {number} */ (value)]);
        const open = () => state.go(state.href({ ['s.' + g.x]: g.xs[Number(cell.getAttribute('data-i'))] * (g.x_scale ?? 1), ['s.' + g.y]: g.ys[row], ...Object.fromEntries(besides) }, 'run'));
        cell.addEventListener('click', open);
        cell.addEventListener('keydown', (e) => { if (/** @type {any} */ (e).key === 'Enter') open(); });
      }
      const behind = h('details', { class: 'behind' }, h('summary', {}, t('table')), table(t('brakes.heat'), [leverName(g.y) + ' \\ ' + leverName(g.x), ...g.xs.map(across)], g.rows.map((/** @type {any} */ r, /** @type {number} */ j) => [number(g.ys[j]), ...r.failures.map((/** @type {any} */ f) => (f === null ? '?' : f))]), 1));
      fill(place, h('p', { class: 'mute' }, t('brakes.heat.lead', { count: n * n }) + (growth ? ' ' + t('brakes.heat.growth') : '')), made, behind);
    } catch (fault) {
      if (!closed) fill(place, wrong(fault, grid));
    }
  }

  const off = state.onChange(() => {
    if (question() !== asked) load();
    else if (data) {
      draw();
      show_();
    }
    if (gridQuestion() !== drawn) grid();
  });
  load();
  grid();
  return { close() { closed = true; off(); striking.close(); } };
}
