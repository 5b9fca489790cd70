// @ts-check
/** The twin: two machines on one clock, the same brake on both, and where the likeness fails. */
import { h, fill, table } from '../dom.js';
import { t, said, period, number, lang, percent, unitName } from '../words.js';
import * as state from '../state.js';
import { json } from '../api.js';
import { model, modelId, mapWords, nameOf, term } from '../model.js';
import { FlowMap } from '../flowmap.js';
import { chartFigure } from '../charts.js';
import { exports, tableRows } from '../export.js';
import { wrong } from '../app.js';
import { zoomControls } from '../zoom.js';

/** @type {Record<string, number>} */
const A_YEAR = { year: 1, quarter: 4, month: 12 };
const DRAWS = 24;
const YEAR_MS = 3000;

/** @param {any} both with fields such as name and name_zh @param {string} field */
const own = (both, field) => (lang() === 'zh' ? both[field + '_zh'] || both[field] : both[field]);

/** A year of the clock: 0, +1.25. @param {number} year */
const yearText = (year) => (year > 0 ? '+' : '') + number(year);

/** Whether both move the same way. @param {any} q */
const moves = (q) => t(q.likeness === 'neither' ? 'twin.flat' : q.same_sign ? 'twin.same' : 'twin.other');

/** @param {HTMLElement} root */
export async function show(root) {
  const home = await json('/api/home');
  const first = modelId();
  const others = home.twins.filter((/** @type {string} */ id) => id !== first);
  if (!home.twins.includes(first) || !others.length) {
    fill(root, h('h1', {}, t('twin.title')), h('p', { class: 'note' }, t('twin.none')));
    return {};
  }
  const second = others.includes(state.get('with')) ? state.get('with') : others.includes('chengtou') ? 'chengtou' : others[0];
  const ids = [first, second];
  const query = 'm=' + encodeURIComponent(first) + '&with=' + encodeURIComponent(second);
  const infos = await Promise.all(ids.map(model));
  const partners = await Promise.all(others.map(model));
  const roles = await json('/api/twins/roles?' + query);

  let closed = false;
  let year = Number(state.get('k', '0'));
  let playing = false;
  let frame = 0;
  /** @type {any} */
  let twin = null;

  const halves = infos.map((info) => {
    const stage = h('div', { class: 'stage' });
    const says = mapWords(info);
    const map = new FlowMap(stage, info.parties.map((/** @type {any} */ p) => ({ ...p, name: said(p) })), { title: said(info.title, info.model.title), hidden: ['economy'], most: 26, ...says });
    const when = h('output', { class: 'when' });
    const note = h('p', { class: 'mute' });
    const legend = h('div', {});
    const events = h('p', {});
    const element = h('section', { class: 'card' }, h('h2', {}, said(info.title, info.model.title), ' ', when), stage, exports({ name: 'tiyun-twin-' + info.model.id, title: () => said(info.title, info.model.title) + ' ' + when.textContent, figure: () => stage.querySelector('svg'), rows: () => [[t('payer'), t('payee'), t('kind'), t('amount') + ' (' + unitName(info.unit) + ')'], ...map.rows().map((r) => [map.name(r.payer), map.name(r.payee), map.kind(r.kind), r.amount])] }), legend, note, events, h('p', { class: 'mute hash' }, t('hash.model', { id: info.model.id, hash: info.model.hash })));
    map.onParty = (id) => choose(roles.roles.find((/** @type {any} */ r) => r.of.some((/** @type {any} */ o) => o.parties.includes(id)))?.id || '');
    return { info, map, when, note, legend, events, element, run: /** @type {any} */ (null), zero: 0, perYear: A_YEAR[info.step] || 1 };
  });

  const zooms = zoomControls(() => halves.flatMap((half) => half.map.zoom || []));
  const clock = h('input', { type: 'range', name: 'clock', min: '0', max: '0', step: '0.25', value: '0', 'aria-label': t('twin.clock'), oninput: (/** @type {any} */ e) => seek(Number(e.target.value)) });
  const clockSays = h('output', { class: 'when' });
  const playButton = h('button', { 'data-do': 'play', onclick: () => play(!playing) }, t('run.play'));
  const brakes = h('select', { name: 'brake', onchange: (/** @type {any} */ e) => { state.set({ brake: e.target.value }, { keep: true, quiet: true }); brake(); } });
  const partner = h('select', { name: 'with', onchange: (/** @type {any} */ e) => state.set({ with: e.target.value, k: null, brake: null }, { keep: true }) }, others.map((/** @type {string} */ id, /** @type {number} */ i) => h('option', { value: id, selected: id === second }, said(partners[i].title, id))));
  const roleTable = h('div', { class: 'card' });
  const effects = h('div', {});
  const charts = h('div', { class: 'charts' });
  const eighteen = h('div', { class: 'card' });
  const trouble = h('div', {}, h('p', { class: 'note' }, t('loading')));
  fill(
    root,
    h('h1', {}, t('twin.title')),
    h('p', { class: 'lead' }, t('twin.lead') + ' ' + t('notforecast')),
    h('div', { class: 'bar' }, h('label', {}, t('twin.with'), ' ', partner), h('label', {}, t('twin.brake'), ' ', brakes)),
    h('div', { class: 'bar transport' }, playButton, h('label', { class: 'grow' }, t('twin.clock'), ' ', clock), clockSays, zooms.element),
    trouble,
    h('div', { class: 'grid2 pair' }, halves.map((x) => x.element)),
    effects,
    roleTable,
    h('h2', { class: 'over' }, t('twin.quantities')),
    charts,
    eighteen,
  );

  // --- roles: a choice lights the same part in both maps

  function drawRoles() {
    const chosen = state.get('role');
    fill(
      roleTable,
      h('h2', {}, t('twin.roles')),
      h('p', { class: 'mute' }, t('twin.roles.lead')),
      h(
        'table',
        { class: 'roles' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('twin.role')), infos.map((i) => h('th', { scope: 'col' }, said(i.title, i.model.title))))),
        h('tbody', {}, roles.roles.map((/** @type {any} */ role) =>
          h('tr', {}, h('th', { scope: 'row' }, role.of.some((/** @type {any} */ o) => o.parties.length) ? h('button', { 'data-role': role.id, 'aria-pressed': role.id === chosen ? 'true' : 'false', onclick: () => choose(role.id === state.get('role') ? '' : role.id) }, said(role)) : said(role)), role.of.map((/** @type {any} */ o) => h('td', {}, said(o)))))),
      ),
    );
    const role = roles.roles.find((/** @type {any} */ r) => r.id === chosen);
    halves.forEach((half, i) => half.map.dim(role ? role.of[i].parties : []));
  }

  /** @param {string} id */
  function choose(id) {
    state.set({ role: id }, { quiet: true });
    drawRoles();
  }

  // --- the clock

  /** @param {number} to */
  function seek(to) {
    if (!twin) return;
    const years = twin.clock.years;
    year = Math.max(years[0], Math.min(years.at(-1), to));
    state.set({ k: year || null }, { quiet: true });
    moved();
  }

  function moved() {
    clock.value = String(year);
    clockSays.textContent = t('twin.year', { year: yearText(Math.round(year * 4) / 4) });
    clock.setAttribute('aria-valuetext', clockSays.textContent);
    for (const half of halves) {
      if (!half.run) continue;
      const last = half.run.periods.length - 1;
      const at = Math.max(1, Math.min(last, half.zero + year * half.perYear));
      half.map.setTime(Math.min(last - 0.01, at - 0.01));
      half.when.textContent = period(half.run.periods[Math.floor(at)]);
    }
    for (const made of figures) made.cursor(year - twin.clock.years[0]);
    if (Number.isInteger(year)) drawEighteen();
  }

  /** @param {boolean} on */
  function play(on) {
    if (!twin || on === playing) return;
    playing = on;
    playButton.textContent = on ? t('run.pause') : t('run.play');
    playButton.setAttribute('aria-pressed', on ? 'true' : 'false');
    cancelAnimationFrame(frame);
    if (!on) {
      seek(Math.round(year * 4) / 4);
      return;
    }
    const years = twin.clock.years;
    if (year >= years.at(-1)) year = years[0];
    let before = performance.now();
    const beat = (/** @type {number} */ now) => {
      if (!playing) return;
      year = Math.min(years.at(-1), year + (now - before) / YEAR_MS);
      before = now;
      moved();
      if (year >= years.at(-1)) play(false);
      else frame = requestAnimationFrame(beat);
    };
    frame = requestAnimationFrame(beat);
  }

  // --- the same brake on both

  async function brake() {
    const chosen = twin.brakes.find((/** @type {any} */ b) => b.id === state.get('brake'));
    brakes.value = chosen ? chosen.id : '';
    try {
      const runs = await Promise.all(ids.map((id, i) => json('/api/runs?m=' + encodeURIComponent(id) + (chosen?.scenarios[i] ? '&scenario=' + encodeURIComponent(chosen.scenarios[i]) : ''))));
      if (closed || (chosen?.id || '') !== (twin.brakes.find((/** @type {any} */ b) => b.id === state.get('brake'))?.id || '')) return;
      halves.forEach((half, i) => {
        half.run = runs[i];
        half.zero = runs[i].periods.indexOf(twin.models[i].zero);
        half.map.setRun(runs[i].flows, runs[i].periods.length - 1);
        fill(half.legend, half.map.legend());
        half.note.textContent = half.map.still ? t('run.still') : t('twin.dot', { sum: half.map.money(half.map.dot), zero: period(twin.models[i].zero) });
        const bad = runs[i].events.filter((/** @type {any} */ e) => half.info.failures.includes(e.kind));
        half.events.textContent = (chosen && !chosen.scenarios[i] ? t('twin.nobrake') + ' ' : '') + (bad.length ? t('twin.first', { count: bad.length, first: period(bad[0].period) + ' ' + (bad[0].firm ? nameOf(half.info, bad[0].firm) + ': ' : '') + term(half.info, 'event', bad[0].kind) }) : t('twin.nofailure'));
      });
      drawRoles();
      moved();
    } catch (fault) {
      if (!closed) fill(trouble, wrong(fault, brake));
    }
    drawEffects(chosen);
  }

  /** @param {any} chosen */
  function drawEffects(chosen) {
    if (!chosen) {
      fill(effects);
      return;
    }
    const rows = twin.quantities.filter((/** @type {any} */ q) => chosen.effects[q.id]).map((/** @type {any} */ q) => [own(q, 'name'), ...ids.map((_, i) => {
      const v = chosen.effects[q.id][i];
      return v === null || v === undefined ? '–' : q.as === 'level' ? percent(v) : (v > 0 ? '+' : '') + number(v);
    })]);
    rows.push([t('twin.events'), ...chosen.events.map((/** @type {any} */ e) => e.base + ' → ' + e.braked)]);
    fill(effects, h('div', { class: 'card' }, h('h2', {}, t('twin.effect', { brake: own(chosen, 'name') })), h('p', { class: 'mute' }, t('twin.effect.lead')), table(own(chosen, 'name'), ['', ...infos.map((i) => said(i.title, i.model.title))], rows, 1)));
  }

  // --- quantities side by side

  /** @type {any[]} */
  let figures = [];

  function drawCharts() {
    figures = twin.quantities.map((/** @type {any} */ q) => {
      const made = chartFigure({
        id: q.id, title: own(q, 'name'), unit: '', periods: twin.clock.years.map(yearText), first: 0, cursor: 0,
        lines: ['a', 'b'].map((letter, i) => ({ name: said(infos[i].title, infos[i].model.title), values: q[letter], colour: i })),
      });
      made.element.append(h('p', { class: q.likeness === 'neither' ? 'mute' : q.same_sign ? 'same' : 'differs' }, moves(q)), h('p', { class: 'mute' }, t('twin.fails', { why: own(q, 'where_it_fails') })));
      return made;
    });
    fill(charts, figures.map((f) => f.element));
  }

  /** @param {any} m @param {any} q */
  function measured(m, q) {
    if (!m.defined) return h('span', { class: 'mute' }, t('twin.undefined', { why: own(m, 'because') }));
    const i = q.over_time ? Math.max(0, Math.min(m.values.length - 1, Math.round(year - twin.clock.years[0]))) : 0;
    const text = (/** @type {number|null|undefined} */ v) => (v === null || v === undefined ? '–' : number(v));
    const sign = m.sign === '<=' ? '≤ ' : m.sign === '>' ? '> ' : '';
    return [h('b', {}, sign + text(m.values[i])), m.low ? h('div', { class: 'mute' }, text(m.low[i]) + ' … ' + text(m.median[i]) + ' … ' + text(m.high[i])) : null];
  }

  function drawEighteen() {
    const draws = twin.draws;
    fill(
      eighteen,
      h('h2', {}, t('twin.eighteen')),
      h('p', { class: 'mute', role: 'status' }, t('twin.eighteen.lead', { year: yearText(Math.round(year)) }) + ' ' + (draws ? t('twin.ranges', { draws }) : t('twin.noranges', { draws: DRAWS }))),
      exports({ name: 'tiyun-twin-eighteen', title: () => t('twin.eighteen'), rows: () => tableRows(eighteen.querySelector('table')) }),
      h(
        'div',
        { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': t('twin.eighteen') },
        h(
          'table',
          { class: 'eighteen' },
          h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, ''), infos.map((i) => h('th', { scope: 'col' }, said(i.title, i.model.title))), h('th', { scope: 'col' }, t('twin.fails.head')))),
          h('tbody', {}, twin.eighteen.map((/** @type {any} */ q) =>
            h('tr', {}, h('th', { scope: 'row' }, q.number + ' ' + own(q, 'name'), h('div', { class: 'mute' }, own(q, 'unit') + (q.over_time ? '' : ' · ' + t('twin.whole')) + (q.same_sign === undefined ? '' : ' · ' + moves(q)))), q.of.map((/** @type {any} */ m) => h('td', {}, measured(m, q))), h('td', {}, own(q, 'where_it_fails'))))),
        ),
      ),
    );
  }

  async function load() {
    try {
      const plain = await json('/api/twins?' + query);
      if (closed) return;
      twin = plain;
      fill(trouble);
      const years = twin.clock.years;
      clock.min = String(years[0]);
      clock.max = String(years.at(-1));
      clock.step = String(halves.every((x) => x.perYear % 4 === 0) ? 0.25 : 1);
      fill(brakes, h('option', { value: '' }, t('brakes.base')), twin.brakes.map((/** @type {any} */ b) => h('option', { value: b.id }, own(b, 'name'))));
      year = Math.max(years[0], Math.min(years.at(-1), year));
      drawCharts();
      drawEighteen();
      await brake();
      const ranged = await json('/api/twins?' + query + '&draws=' + DRAWS);
      if (closed) return;
      twin = ranged;
      drawEighteen();
    } catch (fault) {
      if (!closed) fill(trouble, wrong(fault, load));
    }
  }

  drawRoles();
  load();
  const off = state.onChange(() => {
    if (state.get('with', second) === second) return;
    off();
    close();
    show(root).then((made) => Object.assign(screen, made));
  });
  function close() {
    closed = true;
    playing = false;
    cancelAnimationFrame(frame);
    off();
    halves.forEach((x) => x.map.close());
  }
  const step = () => Number(clock.step);
  const screen = { close, keys: { ...zooms.keys, space: () => play(!playing), ArrowRight: () => seek(year + step()), ArrowLeft: () => seek(year - step()), t: () => eighteen.scrollIntoView() } };
  return screen;
}
