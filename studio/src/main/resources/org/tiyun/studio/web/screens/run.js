// @ts-check
/** The run: the same money, quarter by quarter, and sliders that act while it runs. */
import { h, fill, table, announce, framed } from '../dom.js';
import { t, said, period, percent } from '../words.js';
import * as state from '../state.js';
import { latest } from '../api.js';
import { model, modelId, runAddress, nameOf, term, mapWords, eventTeller, eventAmount } from '../model.js';
import { chartFigure, periodAt } from '../charts.js';
import { FlowMap } from '../flowmap.js';
import { exports } from '../export.js';
import { wrong } from '../app.js';
import { zoomControls } from '../zoom.js';
import { sliders, scenarios, force } from '../levers.js';

const SPEEDS = [0.5, 1, 2, 4];

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const stage = h('div', { class: 'stage' });
  const figure = h('figure', { class: 'runmap' }, stage);
  const transport = h('div', { class: 'bar transport', role: 'group', 'aria-label': t('run.transport') });
  const dotline = h('p', { class: 'mute dotline' });
  const lead = h('p', { class: 'lead' });
  const charts = h('div', { class: 'charts' });
  const events = h('div', { class: 'card' });
  const levers = h('aside', { class: 'side levers', 'aria-label': t('run.levers') });
  const legend = h('div', {});
  const behind = h('details', { class: 'behind' }, h('summary', {}, t('table')));
  const trouble = h('div', {});
  fill(root, h('div', { class: 'two' }, h('section', {}, h('h1', {}, t('run.title')), lead, trouble, figure, legend, transport, dotline, behind, charts, events), levers));

  const parties = info.parties.map((/** @type {any} */ p) => ({ ...p, name: said(p) }));
  const map = new FlowMap(stage, parties, { title: t('run.map'), most: Number(state.get('pipes')) || undefined, hidden: modelId() === 'ai-loop' ? ['economy'] : [], ...mapWords(info) });
  const zooms = zoomControls(() => (map.zoom ? [map.zoom] : []));
  map.onParty = (id) => state.go(state.href({ firm: id }, 'firm'));
  Object.assign(figure, { tiyunMap: map });
  const eventText = eventTeller(info);
  /** @type {any} */
  let run = null;
  /** @type {any} */
  let ghost = null;
  /** @type {Map<string, any>} */
  const figures = new Map();
  let playing = false;
  let speed = Number(state.get('speed', '1')) || 1;
  let time = 0;
  let frame = 0;

  const asking = latest(
    (answer) => {
      const address = runAddress();
      ghost = run && run.question !== address ? run : ghost;
      run = { ...answer, question: address };
      Object.assign(figure, { tiyunFlows: run.flows });
      fill(trouble);
      root.classList.remove('stale');
      shown();
    },
    (fault) => {
      // The last good result stays, greyed.
      root.classList.add('stale');
      fill(trouble, wrong(fault, () => asking.ask(runAddress())));
    },
  );

  function start() {
    const asked = state.get('t');
    const at = run.periods.indexOf(asked);
    return at > 0 ? at - 1 : 0;
  }

  function shown() {
    const fresh = figures.size === 0;
    map.setRun(run.flows, run.periods.length - 1);
    if (fresh) {
      time = start();
      fill(legend, map.legend());
    }
    map.setTime(time);
    for (const chart of run.charts) {
      const old = ghost?.charts.find((/** @type {any} */ c) => c.id === chart.id);
      const spec = {
        id: chart.id,
        title: term(info, 'chart', chart.id),
        unit: chart.unit,
        periods: chart.periods,
        first: chart.first,
        cursor: Math.min(chart.periods.length - 1, chart.first + Math.floor(time)),
        marks: run.events.map((/** @type {any} */ e) => ({ at: chart.first + e.index - 1, text: eventText(e) })),
        lines: chart.lines.map((/** @type {any} */ line, /** @type {number} */ k) => ({
          name: line.entity ? nameOf(info, line.entity) : term(info, 'variable', line.variable),
          values: line.values,
          past: line.past,
          ghost: old?.lines[k]?.values,
          colour: k % 8,
        })),
      };
      const made = figures.get(chart.id);
      if (made) made.draw(spec);
      else {
        const next = chartFigure(spec);
        figures.set(chart.id, next);
        charts.append(next.element);
        next.element.querySelector('.draw')?.addEventListener('click', (/** @type {any} */ e) => seek(periodAt(e.currentTarget.querySelector('svg'), e.clientX, spec.periods.length) - spec.first));
      }
    }
    lead.textContent = sentence();
    events_();
    transport_();
    words();
  }

  function sentence() {
    const bad = run.events.filter((/** @type {any} */ e) => info.failures.includes(e.kind));
    const text = bad.length ? t('run.trouble', { count: bad.length, first: eventText(bad[0]) }) : t('run.notrouble', { last: period(run.periods.at(-1)) });
    return text + ' ' + t('run.books', { residual: run.audit.relative.toExponential(0) }) + ' ' + t('notforecast');
  }

  function events_() {
    fill(
      events,
      h('h2', {}, t('run.events')),
      run.events.length ? table(t('run.events'), [t('period'), t('firm'), t('run.what'), t('amount')], run.events.map((/** @type {any} */ e) => [period(e.period), e.firm ? nameOf(info, e.firm) : '', term(info, 'event', e.kind), eventAmount(info, e)]), 3) : h('p', { class: 'mute' }, t('run.noevents')),
      h('p', { class: 'mute hash' }, t('hash.model', { id: run.model.id, hash: run.model.hash }) + (run.ledger ? ' · ' + t('hash.ledger', { id: run.ledger.id, hash: run.ledger.hash }) : '') + ' · ' + t('hash.seed', { seed: run.seed })),
    );
  }

  const scrub = h('input', { type: 'range', min: '0', step: '1', 'aria-label': t('run.scrub'), oninput: (/** @type {any} */ e) => seek(Number(e.target.value)) });
  const when = h('output', { class: 'when' });
  const playButton = h('button', { 'data-do': 'play', onclick: () => play(!playing) });
  const speedButton = h('button', { 'data-do': 'speed', onclick: () => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]) });
  fill(
    transport,
    h('button', { 'data-do': 'back', 'aria-label': t('run.back'), onclick: () => seek(Math.ceil(time) - 1) }, '◀'),
    playButton,
    h('button', { 'data-do': 'step', 'aria-label': t('run.step'), onclick: () => seek(Math.floor(time) + 1) }, '▶|'),
    scrub,
    when,
    speedButton,
    zooms.element,
    exports({ name: 'tiyun-run', title: () => t('run.map') + ': ' + when.textContent, figure: () => stage.querySelector('svg'), csv: () => runAddress({}, 'runs.csv') }),
  );

  function transport_() {
    scrub.max = String(run.periods.length - 2);
    scrub.value = String(Math.floor(time));
    const label = period(run.periods[Math.min(run.periods.length - 1, Math.floor(time) + 1)]);
    when.textContent = label;
    scrub.setAttribute('aria-valuetext', label);
    playButton.textContent = playing ? t('run.pause') : t('run.play');
    playButton.setAttribute('aria-pressed', playing ? 'true' : 'false');
    speedButton.textContent = '×' + speed;
    speedButton.setAttribute('aria-label', t('run.speed', { speed }));
  }

  function words() {
    const audit = map.audit();
    const dots = audit.reduce((a, p) => a + p.dots, 0);
    const flow = audit.reduce((a, p) => a + p.flow, 0);
    dotline.textContent = map.still ? t('run.still') : t('run.dots', { sum: map.money(map.dot), dots, money: map.money(dots * map.dot), flow: map.money(flow), pipes: audit.length, share: percent(map.shownShare || 0) });
    if (/** @type {any} */ (behind).open) rows();
  }

  function rows() {
    behind.querySelector('.scroll')?.remove();
    behind.append(table(t('run.map') + ' ' + when.textContent, [t('payer'), t('payee'), t('kind'), t('amount')], map.rows().map((r) => map.line(r)), 3));
  }
  behind.addEventListener('toggle', () => run && words());

  /** @param {number} to */
  function seek(to) {
    if (!run) return;
    time = Math.max(0, Math.min(run.periods.length - 2, to));
    state.set({ t: run.periods[Math.floor(time) + 1] }, { quiet: true });
    moved(true);
  }

  let column = -1;
  /** @param {boolean} still */
  function moved(still) {
    map.setTime(time, !still);
    const now = Math.floor(time);
    if (still || now !== column) {
      column = now;
      transport_();
      words();
      for (const made of figures.values()) made.cursor(made.chart.first + now);
      const happened = run.events.filter((/** @type {any} */ e) => e.index === now + 1);
      if (happened.length) announce(happened.map(eventText).join('. '));
    }
  }

  /** @param {boolean} on */
  function play(on) {
    if (!run || on === playing) return;
    playing = on;
    if (on && time >= run.periods.length - 2) time = 0;
    transport_();
    cancelAnimationFrame(frame);
    if (!on) {
      state.set({ t: run.periods[Math.floor(time) + 1] }, { quiet: true });
      return;
    }
    let last = performance.now();
    const beat = (/** @type {number} */ now) => {
      if (!playing) return;
      time += ((now - last) / 2500) * speed;
      last = now;
      if (time >= run.periods.length - 1.001) {
        time = run.periods.length - 1.001;
        playing = false;
        transport_();
      }
      moved(false);
      if (playing) frame = requestAnimationFrame(beat);
    };
    frame = requestAnimationFrame(beat);
  }

  /** @param {number} next */
  function setSpeed(next) {
    speed = next;
    state.set({ speed: next === 1 ? null : next }, { quiet: true });
    transport_();
  }

  // What was asked last, also by a lever: else a step back to the first address would ask nothing.
  let last = runAddress();
  const moved_ = framed(() => {
    last = runAddress();
    asking.ask(last);
  });
  const panel = sliders(info, { moved: moved_ });
  const strike = force({ moved: moved_ });
  const refresh = () => {
    panel.refresh();
    strike.refresh();
    strike.element.hidden = !state.get('scenario');
  };
  const sheet = h('button', { class: 'sheet', 'aria-expanded': 'false', onclick: () => { const open = levers.classList.toggle('open'); sheet.setAttribute('aria-expanded', open ? 'true' : 'false'); } }, t('run.levers'));
  fill(
    levers,
    sheet,
    h('div', { class: 'card' }, h('h2', {}, t('scenario')), scenarios(info), strike.element),
    h('div', { class: 'card' }, h('h2', {}, t('run.levers')), panel.element),
    h('p', { class: 'mute' }, t('run.ghost')),
  );
  const off = state.onChange(() => {
    const now = runAddress();
    if (now !== last) {
      last = now;
      refresh();
      asking.ask(now);
    }
  });
  const back = () => asking.ask(runAddress());
  window.addEventListener('tiyun-online', back);
  const themed = () => map.themed();
  window.addEventListener('tiyun-theme', themed);
  refresh();
  asking.ask(last);
  return {
    close() {
      off();
      playing = false;
      cancelAnimationFrame(frame);
      asking.close();
      map.close();
      window.removeEventListener('tiyun-online', back);
      window.removeEventListener('tiyun-theme', themed);
    },
    keys: {
      ...zooms.keys,
      space: () => play(!playing),
      ArrowRight: () => seek(Math.floor(time) + 1),
      ArrowLeft: () => seek(Math.ceil(time) - 1),
      '[': () => setSpeed(SPEEDS[Math.max(0, SPEEDS.indexOf(speed) - 1)]),
      ']': () => setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(speed) + 1)]),
      t: () => { behind.open = !behind.open; },
      '/': () => /** @type {any} */ (stage.querySelector('.party'))?.focus(),
    },
  };
}
