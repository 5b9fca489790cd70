// @ts-check
/** The map: who pays whom, what is promised, and the evidence behind every pipe. */
import { h, fill, svg, table, announce, framed } from '../dom.js';
import { t, word, money, percent, number, lang, said, kindName } from '../words.js';
import * as state from '../state.js';
import { json, ask } from '../api.js';
import { ledgerId } from '../model.js';
import { exports } from '../export.js';
import { wrong } from '../app.js';
import { zoomable, zoomControls } from '../zoom.js';

/** @param {HTMLElement} root @param {boolean} first whether the page came with its map drawn */
export async function show(root, first) {
  const drawn = first ? root.querySelector('figure.map svg') : null;
  const figure = h('figure', { class: 'map' });
  const side = h('aside', { class: 'side', 'aria-label': t('map.side') });
  const lead = root.querySelector('.lead');
  const sentence = h('p', { class: 'lead' }, first && lead && lead.textContent ? lead.textContent : '');
  const bar = h('div', { class: 'bar' });
  const behind = h('details', { class: 'behind' }, h('summary', {}, t('table')));
  if (drawn) figure.append(drawn);
  fill(root, h('div', { class: 'two' }, h('section', {}, h('h1', {}, t('map.title')), sentence, bar, figure, behind), side));

  const id = ledgerId();
  const info = await json('/api/ledgers/' + encodeURIComponent(id));
  const narrow = matchMedia('(max-width: 700px)');
  let data = /** @type {any} */ (null);
  let deals = /** @type {any[]} */ ([]);
  let chosenLoop = -1;
  let hand = 0;
  /** @type {SVGSVGElement | null} the drawing that answers already */
  let awake = null;
  /** @type {ReturnType<typeof zoomable> | undefined} */
  let magnified;
  const zooms = zoomControls(() => (magnified ? [magnified] : []));
  let wanted = '';

  const question = () => {
    const query = new URLSearchParams({ view: state.get('view', 'cash'), lang: lang(), format: narrow.matches ? 'narrow' : 'wide' });
    if (state.get('year')) query.set('year', state.get('year'));
    if (state.get('asof')) query.set('asof', state.get('asof'));
    return query;
  };

  async function draw(fresh = true) {
    const query = question().toString();
    wanted = query;
    try {
      const base = '/api/ledgers/' + encodeURIComponent(id) + '/';
      const [picture, told] = await Promise.all([fresh ? ask(base + 'map.svg?bare=1&' + query).then((r) => r.text()) : null, json(base + 'map?' + query)]);
      if (query !== wanted) return;
      data = told;
      if (picture) figure.replaceChildren(svg(picture));
      figure.classList.remove('stale');
      sentence.textContent = data.sentence;
      chosenLoop = data.loops.findIndex((/** @type {any} */ loop) => loop.path.join('>') === state.get('loop'));
      hand = 0;
      wake();
      loops();
      rows();
      pick();
    } catch (fault) {
      figure.classList.add('stale');
      fill(side, wrong(fault, () => draw()));
    }
  }

  /** Pipes and discs answer to pointer and keyboard. */
  function wake() {
    const drawing = figure.querySelector('svg');
    if (!drawing) return;
    const fresh = drawing !== awake;
    if (fresh) {
      awake = drawing;
      drawing.setAttribute('role', 'group');
      magnified = zoomable(drawing, undefined, magnified?.view());
    }
    const pipes = [...drawing.querySelectorAll('.tm-pay')];
    pipes.forEach((p) => p.classList.remove('waits'));
    const dim = (/** @type {(pipe: Element) => boolean} */ keeps) => pipes.forEach((p) => p.classList.toggle('dim', !keeps(p)));
    const all = () => (chosenLoop >= 0 ? light() : dim(() => true));
    for (const pipe of fresh ? pipes : []) {
      const payer = pipe.getAttribute('data-payer') || '';
      const payee = pipe.getAttribute('data-payee') || '';
      pipe.addEventListener('pointerenter', () => dim((p) => p === pipe));
      pipe.addEventListener('pointerleave', all);
      pipe.addEventListener('click', () => state.set({ sel: payer + '>' + payee }));
    }
    for (const body of fresh ? drawing.querySelectorAll('[data-party]') : []) {
      const party = body.getAttribute('data-party') || '';
      const node = data.nodes.find((/** @type {any} */ n) => n.id === party);
      body.setAttribute('tabindex', '0');
      body.setAttribute('role', 'button');
      body.setAttribute('aria-label', node ? node.name + (node.size_label ? ', ' + node.size_label : '') : party);
      const mine = () => dim((p) => p.getAttribute('data-payer') === party || p.getAttribute('data-payee') === party);
      body.addEventListener('pointerenter', mine);
      body.addEventListener('pointerleave', all);
      body.addEventListener('focus', mine);
      body.addEventListener('blur', all);
      body.addEventListener('click', () => state.set({ sel: party }));
      body.addEventListener('keydown', (/** @type {any} */ e) => {
        if (e.key === 'Enter') state.set({ sel: party });
        if (e.key === 'ArrowRight' || e.key === 'ArrowLeft') {
          const own = data.pipes.filter((/** @type {any} */ p) => p.payer === party || p.payee === party);
          const at = own.findIndex((/** @type {any} */ p) => p.payer + '>' + p.payee === state.get('sel'));
          const next = own[(at + (e.key === 'ArrowRight' ? 1 : own.length - 1) + own.length) % own.length];
          if (next) state.set({ sel: next.payer + '>' + next.payee });
          e.preventDefault();
          e.stopPropagation();
        }
      });
    }
    figure.classList.toggle('looped', chosenLoop > 0);
    all();
    function light() {
      const links = data.loops[chosenLoop].links;
      const of = (/** @type {Element} */ p) => links.findIndex((/** @type {any} */ l) => p.getAttribute('data-payer') === l.payer && p.getAttribute('data-payee') === l.payee);
      dim((p) => of(p) >= 0);
      pipes.forEach((p) => p.classList.toggle('waits', of(p) >= 0 && of(p) !== hand));
    }
  }

  /** The dollar runs along the pipe of a hand, where it is drawn and motion is wanted. @param {any} link */
  function run(link) {
    figure.querySelector('.dollar')?.remove();
    const pipe = [...figure.querySelectorAll('.tm-pay')].find((p) => p.getAttribute('data-payer') === link.payer && p.getAttribute('data-payee') === link.payee);
    const way = /** @type {SVGPathElement|null} */ (pipe?.querySelector('path') || null);
    if (!pipe || !way || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    dot.setAttribute('class', 'dollar');
    dot.setAttribute('r', '9');
    pipe.parentNode?.appendChild(dot);
    const began = performance.now();
    const length = way.getTotalLength();
    const step = (/** @type {number} */ now) => {
      if (!dot.isConnected) return;
      const part = Math.min(1, (now - began) / 900);
      const at = way.getPointAtLength(length * part);
      dot.setAttribute('cx', at.x.toFixed(1));
      dot.setAttribute('cy', at.y.toFixed(1));
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  const loopList = h('div', { class: 'card' });
  const picked = h('div', { class: 'card', 'aria-live': 'polite' });
  const nameOf = (/** @type {string} */ p) => data?.names[p] ?? said(info.names[p], p);

  function loops() {
    fill(
      loopList,
      h('h2', {}, t('map.loops')),
      data.loops.length ? null : h('p', { class: 'mute' }, t('map.noloops')),
      h('ol', { class: 'loops' }, data.loops.slice(0, 8).map((/** @type {any} */ loop, /** @type {number} */ i) =>
        h('li', {}, h('button', { class: 'loop', 'aria-pressed': i === chosenLoop ? 'true' : 'false', onclick: () => choose(i === chosenLoop ? -1 : i) }, loop.path.map(nameOf).join(' → ') + ' →', h('span', { class: 'mute' }, ' ' + t('map.tightest', { amount: money(loop.tightest) })))))),
      chosenLoop >= 0 ? round(data.loops[chosenLoop]) : null,
    );
    fill(side, figures(), loopList, picked);
  }

  /**
   * A dollar steps round the loop. In a year's cash, money mixes at each firm: of $100 that a firm
   * pays, the link's share of all its payments goes on. @param {any} loop
   */
  function round(loop) {
    const parts = loop.links.map(passed);
    const left = parts.reduce((/** @type {number[]} */ all, /** @type {number} */ part) => [...all, all[all.length - 1] * part], [100]);
    const link = loop.links[hand];
    const mixed = parts.every(Number.isFinite);
    return [
      h('ol', { class: 'hands' }, loop.links.map((/** @type {any} */ l, /** @type {number} */ i) => h('li', { class: (l.amount === loop.tightest ? 'tight' : '') + (i === hand ? ' now' : ''), 'aria-current': i === hand ? 'step' : null }, t('map.hand', { payer: nameOf(l.payer), payee: nameOf(l.payee), amount: money(l.amount) })))),
      h('p', { class: 'step', role: 'status' }, mixed ? t(hand === loop.links.length - 1 ? 'map.dollar.back' : 'map.dollar', { of: dollars(left[hand]), payer: nameOf(link.payer), payee: nameOf(link.payee), on: dollars(left[hand + 1]) }) : t('map.hand', { payer: nameOf(link.payer), payee: nameOf(link.payee), amount: money(link.amount) })),
      h('div', { class: 'row' }, h('button', { 'data-do': 'hand', onclick: () => pass((hand + 1) % loop.links.length) }, t('map.next', { n: hand + 1, of: loop.links.length }))),
      mixed ? h('p', { class: 'mute' }, t('map.mixes')) : null,
    ];
  }

  /** @param {number} v of 100 */
  const dollars = (v) => (v < 0.01 ? '< 0.01' : number(v));

  /** The part of all that a firm pays that goes over a link. @param {any} link */
  function passed(link) {
    if (!data.cells) return NaN;
    const all = data.cells.filter((/** @type {any} */ c) => c.payer === link.payer).reduce((/** @type {number} */ a, /** @type {any} */ c) => a + c.value, 0);
    return all > 0 ? link.amount / all : NaN;
  }

  /** @param {number} to which hand */
  function pass(to) {
    hand = to;
    loops();
    wake();
    run(data.loops[chosenLoop].links[hand]);
    /** @type {any} */ (loopList.querySelector('[data-do=hand]'))?.focus();
  }

  /** @param {number} i */
  function choose(i) {
    chosenLoop = i;
    hand = 0;
    state.set({ loop: i < 0 ? null : data.loops[i].path.join('>') }, { quiet: true });
    if (i >= 0) announce(data.loops[i].path.map(nameOf).join(', '));
    figure.querySelector('.dollar')?.remove();
    loops();
    wake();
    if (i >= 0) run(data.loops[i].links[0]);
  }

  function figures() {
    const parts = data.entering || {};
    const total = Object.values(parts).reduce((/** @type {number} */ a, b) => a + /** @type {number} */ (b), 0) || 1;
    return h(
      'div',
      { class: 'card' },
      h('h2', {}, state.get('view', 'cash') === 'cash' ? t('map.entered', { year: data.year }) : t('map.stages')),
      state.get('view', 'cash') === 'cash'
        ? [h('p', { class: 'big' }, money(data.entering_total)), h('ul', { class: 'parts' }, Object.entries(parts).map(([origin, value]) => h('li', { class: origin === 'end_users' ? 'users' : '' }, h('span', {}, word('origin.' + origin)), h('b', {}, percent(/** @type {number} */ (value) / total)))))]
        : [h('ul', { class: 'parts' }, Object.entries(data.layers).map(([stage, layer]) => h('li', {}, h('span', {}, word('view.stage.' + stage)), h('b', {}, money(/** @type {any} */ (layer).usd_b))))), h('p', { class: 'mute' }, t('map.neveradd')), h('p', { class: 'mute asof' }, t('map.asof.what'))],
      h('p', { class: 'mute' }, t('map.return', { around: percent(data.circulation_share), deals: percent(data.deals_circulation_share) })),
      h('p', { class: 'mute hash' }, t('hash.ledger', { id, hash: data.ledger.hash })),
    );
  }

  async function fetchDeals() {
    if (!deals.length) deals = (await json('/api/ledgers/' + encodeURIComponent(id) + '/deals')).deals;
  }

  /** The rows that the map is drawn from: cells of the year's cash, or deals known by the date. */
  async function shownRows() {
    if (data.cells) return data.cells;
    await fetchDeals();
    const asof = state.get('asof');
    return deals.filter((d) => !asof || d.announced.slice(0, asof.length) <= asof.slice(0, d.announced.length));
  }

  async function pick() {
    const sel = state.get('sel');
    if (!sel) {
      fill(picked, h('h2', {}, t('map.pick')), h('p', { class: 'mute' }, t('map.pickhow')));
      return;
    }
    await fetchDeals();
    const [payer, payee] = sel.split('>');
    const groups = data.groups || {};
    const is = (/** @type {string} */ party, /** @type {string} */ drawn) => party === drawn || groups[party] === drawn;
    const mine = deals.filter((d) => (payee ? d.payer === payer && d.payee === payee : d.payer === payer || d.payee === payer)).sort((a, b) => (b.usd_b ?? -1) - (a.usd_b ?? -1));
    const cells = (data.cells || []).filter((/** @type {any} */ c) => (payee ? is(c.payer, payer) && is(c.payee, payee) : is(c.payer, payer) || is(c.payee, payer)));
    fill(
      picked,
      h('h2', {}, t('map.selected', { what: payee ? nameOf(payer) + ' → ' + nameOf(payee) : nameOf(payer) })),
      payee ? null : h('p', {}, h('a', { href: state.href({ firm: payer, sel: null }, 'firm') }, t('map.openfirm'))),
      cells.length ? h('h3', {}, t('map.cash', { year: data.year })) : null,
      h('ul', { class: 'evidence' }, cells.slice(0, 12).map((/** @type {any} */ c) => h('li', {}, h('b', {}, money(c.value)), ' ', nameOf(c.payer), ' → ', nameOf(c.payee), h('span', { class: 'mute' }, ' ' + kindName(c.kind) + ' · ' + t('grade', { grade: c.grade }) + ' · ' + c.row), c.url ? [' ', h('a', { href: c.url, rel: 'noreferrer noopener', target: '_blank', lang: 'en' }, c.publisher || t('source'))] : h('span', { class: 'mute' }, ' ' + t('nosource'))))),
      mine.length ? h('h3', {}, t('map.deals', { count: mine.length })) : null,
      h('ul', { class: 'evidence' }, mine.slice(0, 12).map((d) => h('li', {}, h('b', {}, d.usd_b === undefined ? t('undisclosed') : money(d.usd_b)), ' ', nameOf(d.payer), ' → ', nameOf(d.payee), h('span', { class: 'mute' }, ' ' + word('view.stage.' + d.stage) + ' · ' + d.announced + ' · ' + t('grade', { grade: d.grade })), h('div', { class: 'terms', lang: 'en' }, d.terms), d.url ? h('a', { href: d.url, rel: 'noreferrer noopener', target: '_blank', lang: 'en' }, d.publisher) : h('span', { class: 'mute' }, t('nosource'))))),
      !cells.length && !mine.length ? h('p', { class: 'mute' }, t('map.nothing')) : null,
      h('button', { onclick: () => state.set({ sel: null }) }, t('close')),
    );
  }

  function rows() {
    behind.querySelector('.scroll')?.remove();
    behind.append(table(data.title, [t('payer'), t('payee'), t('kind'), t('stage'), t('amount')], data.pipes.map((/** @type {any} */ p) => [nameOf(p.payer), nameOf(p.payee), word('map.category.' + p.kind), word('map.stage.' + p.manner), p.usd_b === undefined ? t('undisclosed') : money(p.usd_b)]), 4));
  }

  const months = info.months;
  function tools() {
    const view = state.get('view', 'cash');
    const asof = state.get('asof');
    const at = asof ? months.findIndex((/** @type {string} */ m) => m >= asof.slice(0, 7)) : months.length - 1;
    const says = h('output', {}, t('map.known', { date: months[at < 0 ? months.length - 1 : at] }));
    const slow = framed((/** @type {string} */ month) => state.set({ asof: month === months[months.length - 1] ? null : month, view: 'promise' }, { quiet: true }));
    let later = 0;
    fill(
      bar,
      h('div', { class: 'seg', role: 'group', 'aria-label': t('map.view') }, ['cash', 'promise'].map((v) => h('button', { 'aria-pressed': v === view ? 'true' : 'false', onclick: () => state.set({ view: v === 'cash' ? null : v, sel: null }, { keep: true }) }, t('map.view.' + v)))),
      view === 'cash'
        ? h('label', {}, t('map.year'), ' ', h('select', { onchange: (/** @type {any} */ e) => state.set({ year: e.target.value }, { keep: true }) }, info.years.map((/** @type {number} */ y) => h('option', { value: String(y), selected: String(y) === state.get('year', String(info.years.at(-1))) }, String(y)))))
        : h('label', { class: 'grow' }, t('map.asof'), ' ', h('input', { type: 'range', name: 'asof', min: '0', max: String(months.length - 1), value: String(at < 0 ? months.length - 1 : at), oninput: (/** @type {any} */ e) => {
            const month = months[Number(e.target.value)];
            says.textContent = t('map.known', { date: month });
            slow(month);
            clearTimeout(later);
            later = setTimeout(() => draw(), 60);
          } }), says),
      zooms.element,
      exports({ name: 'tiyun-map', title: () => data?.title || t('map.title'), figure: () => /** @type {any} */ (figure.querySelector('svg')), csv: () => '/api/ledgers/' + encodeURIComponent(id) + '/map.csv?' + question(), rowsOfLedger: shownRows }),
    );
  }

  let last = '';
  const off = state.onChange(() => {
    const now = [state.get('view'), state.get('year'), state.get('asof')].join();
    if (now !== last) {
      last = now;
      chosenLoop = -1;
      tools();
      draw();
    } else if (data) pick();
  });
  last = [state.get('view'), state.get('year'), state.get('asof')].join();
  const turned = () => draw();
  narrow.addEventListener('change', turned);
  // On a narrow screen the picture names the largest amounts only, and this lists them all.
  behind.open = narrow.matches;
  tools();
  await draw(!drawn || narrow.matches);
  return {
    close() {
      off();
      narrow.removeEventListener('change', turned);
    },
    keys: {
      ...zooms.keys,
      l: () => choose((chosenLoop + 1) % Math.max(1, data.loops.length)),
      t: () => { behind.open = !behind.open; },
      '/': () => /** @type {any} */ (figure.querySelector('[data-party]'))?.focus(),
    },
  };
}
