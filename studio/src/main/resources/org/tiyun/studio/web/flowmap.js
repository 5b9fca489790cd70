// @ts-check
/**
 * The map of a run: pipes as wide as the period's payments, and dots of a fixed sum on a canvas.
 * A dot leaves a pipe's mouth each time the money paid through it since the start has grown by the
 * dot's sum: dots are never made or lost, and their number times the sum is the flow.
 */
import { bisectLeft, zoomIdentity } from './vendor/d3.js';
import { esc, svg, h } from './dom.js';
import { money, word } from './words.js';
import { place, point, sizeFor, way, wide } from './flowplace.js';
import { body, kindClass, room, widen } from './flowshape.js';
import { zoomable } from './zoom.js';

const ALONG = [0.46, 0.36, 0.56, 0.27, 0.66]; // where on its pipe a sum may stand
const TRAVEL = 0.55; // of a period
const LABELS = { narrow: 5, middle: 7, wide: 9 };
const THICK = 15; // of the widest pipe
const A_FEW = 44; // pipes that may have that width
const CROWD = 40; // parties whose names are written; of more, of those that are looked at
const A_FRAME = 150; // pipes that change their width in one frame of play
const ORDER = ['end_users', 'equity', 'hardware', 'cloud', 'debt', 'other'];

/** @typedef {{payer: string, payee: string, kind: string, values: number[]}} Flow */
/** @typedef {import('./flowplace.js').Party} Party */
/** @typedef {{key: string, flow: Flow, c: number[], gone: number[], leave: number[], group?: Element, body?: Element, head?: Element, label?: Element, said?: string, spot?: [number, number], width: number}} Pipe */

/** Round sums that a dot may stand for, in billions. @param {number} wanted */
function roundSum(wanted) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(wanted, 1e-6)));
  return ([1, 2, 5, 10].find((m) => m * ten >= wanted) || 10) * ten;
}

export class FlowMap {
  /** @param {HTMLElement} host @param {Party[]} parties @param {{most?: number, hidden?: string[], title: string, money?: (value: number) => string, kind?: (kind: string) => string}} how */
  constructor(host, parties, how) {
    this.host = host;
    this.how = how;
    this.money = how.money || money;
    this.kind = how.kind || ((kind) => word('map.category.' + kind));
    this.parties = parties.filter((p) => !(how.hidden || []).includes(p.id));
    this.known = new Set(this.parties.map((p) => p.id));
    /** @type {Map<string, import('./flowplace.js').Spot>} */
    this.at = new Map();
    /** @type {Pipe[]} */
    this.pipes = [];
    this.dot = 1;
    this.time = 0;
    this.periods = 0;
    this.widest = 1;
    this.thick = THICK;
    this.labelled = -1;
    this.widthsOf = -1;
    this.next = 0;
    this.W = 1000;
    this.H = 640;
    /** @type {Set<string>} */
    this.lit = new Set();
    this.only = -1;
    this.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    /** @type {ReturnType<typeof zoomable> | undefined} */
    this.zoom = undefined;
    /** @type {(id: string) => void} */
    this.onParty = () => {};
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.drawing = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="flow tm" viewBox="0 0 ${this.W} ${this.H}"></svg>`);
    host.classList.add('flowmap');
    host.replaceChildren(this.drawing, this.canvas);
    this.format = sizeFor(host.getBoundingClientRect().width);
    this.watch = new ResizeObserver(() => this.size());
    this.watch.observe(host);
    // A file of the drawing has its dots in it; on the page they are on the canvas.
    this.whole = (/** @type {any} */ event) => this.drawDots(event.detail);
    window.addEventListener('tiyun-whole', this.whole);
  }

  close() {
    this.watch.disconnect();
    window.removeEventListener('tiyun-whole', this.whole);
  }

  /** @param {boolean} on */
  drawDots(on) {
    this.drawing.querySelector('.dots')?.remove();
    const pipes = this.drawing.querySelector('.flabels');
    if (!on || this.still || !pipes) return;
    const made = svg(`<svg xmlns="http://www.w3.org/2000/svg"><g class="dots">${this.flying().map(([x, y, r]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"/>`).join('')}</g></svg>`);
    pipes.before(...made.children);
  }

  /**
   * Takes a run. The pipes that are drawn are chosen once, from the first run; later runs only
   * change their widths, so that nothing jumps while a lever moves.
   * @param {Flow[]} flows @param {number} periods
   */
  setRun(flows, periods) {
    this.periods = periods;
    const known = flows.filter((f) => this.known.has(f.payer) && this.known.has(f.payee) && f.payer !== f.payee);
    const total = (/** @type {Flow} */ f) => f.values.reduce((a, b) => a + b, 0);
    const sums = new Map(known.map((f) => [key(f), total(f)]));
    const of = (/** @type {Flow} */ f) => sums.get(key(f)) || 0;
    if (!this.pipes.length) {
      const best = [...known].sort((a, b) => of(b) - of(a)).slice(0, this.how.most || A_FEW);
      this.dot = roundSum(best.reduce((a, f) => a + of(f), 0) / periods / 300);
      this.widest = Math.max(1e-9, ...best.flatMap((f) => f.values));
      /** @type {Map<string, number>} */
      this.through = new Map();
      for (const f of known) this.through.set(f.payee, (this.through.get(f.payee) || 0) + of(f) / periods);
      this.thick = THICK * Math.sqrt(Math.min(1, A_FEW / Math.max(1, best.length)));
      this.pipes = best.map((flow) => ({ key: key(flow), flow, c: [], gone: [], leave: [], width: -1 }));
      this.draw();
    }
    const now = new Map(known.map((f) => [key(f), f]));
    let shown = 0;
    for (const pipe of this.pipes) {
      pipe.flow = now.get(pipe.key) || { ...pipe.flow, values: new Array(periods + 1).fill(0) };
      shown += of(pipe.flow);
      this.leaves(pipe);
    }
    let all = 0;
    for (const sum of sums.values()) all += sum;
    this.shownShare = shown / Math.max(1e-12, all);
    this.labelled = -1;
    this.widthsOf = -1;
  }

  /** Money paid since the start, at the end of each period; and the moments at which a dot leaves. @param {Pipe} pipe */
  leaves(pipe) {
    pipe.gone = [0];
    pipe.leave = [];
    for (let p = 1; p <= this.periods; p++) {
      const before = pipe.gone[p - 1];
      const now = before + (pipe.flow.values[p] || 0);
      pipe.gone.push(now);
      for (let n = Math.floor(before / this.dot) + 1; n * this.dot <= now; n++) pipe.leave.push(p - 1 + (n * this.dot - before) / (now - before));
    }
  }

  /** Draws parties and pipes; from then on only widths and figures change. */
  draw() {
    const placed = place(this.parties, this.through || new Map(), this.format);
    this.at = placed.at;
    this.W = placed.W;
    this.H = placed.H;
    /** @type {Map<string, number>} */
    const parallel = new Map();
    let pipes = '';
    let labels = '';
    this.pipes.forEach((pipe, i) => {
      const { payer, payee, kind } = pipe.flow;
      const k = parallel.get(payer + '>' + payee) || 0;
      parallel.set(payer + '>' + payee, k + 1);
      const a = this.at.get(payer);
      const b = this.at.get(payee);
      if (!a || !b) return;
      pipe.c = way(a, b, k);
      const c = pipe.c.map((v) => v.toFixed(1));
      pipes += `<g class="pipe tm-${kindClass(kind)}" data-pipe="${i}" data-payer="${esc(payer)}" data-payee="${esc(payee)}"><path class="tm-pipe" d="M${c[0]} ${c[1]}Q${c[2]} ${c[3]} ${c[4]} ${c[5]}"/><path class="head"/></g>`;
      labels += `<text class="tm-halo tm-bold flabel" text-anchor="middle" font-size="11" visibility="hidden"/>`;
    });
    const made = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="flow tm" viewBox="0 0 ${this.W} ${this.H}" role="group" aria-label="${esc(this.how.title)}"><title>${esc(this.how.title)}</title><rect class="tm-page" width="${this.W}" height="${this.H}" rx="8"/>${this.boundary()}${pipes}${[...this.at.values()].map(body).join('')}<g class="flabels" aria-hidden="true">${labels}</g></svg>`);
    made.classList.toggle('crowded', this.at.size > CROWD);
    this.drawing.replaceWith(made);
    this.drawing = made;
    let seen = 1;
    this.zoom = zoomable(made, ({ k }) => {
      if (k !== seen) this.labelled = -1;
      seen = k;
      this.figures();
      this.dots();
    });
    const groups = [...made.querySelectorAll('.pipe')];
    const texts = [...made.querySelectorAll('.flabel')];
    this.pipes = this.pipes.filter((p) => p.c.length);
    this.pipes.forEach((pipe, i) => {
      pipe.group = groups[i];
      pipe.body = groups[i].firstElementChild || undefined;
      pipe.head = groups[i].lastElementChild || undefined;
      pipe.label = texts[i];
      pipe.width = -1;
      pipe.said = undefined;
      groups[i].addEventListener('pointerenter', () => this.dim([], i));
      groups[i].addEventListener('pointerleave', () => this.dim([]));
    });
    for (const group of made.querySelectorAll('.party')) {
      const id = group.getAttribute('data-party') || '';
      group.addEventListener('click', () => this.onParty(id));
      group.addEventListener('keydown', (e) => {
        if (/** @type {KeyboardEvent} */ (e).key === 'Enter') this.onParty(id);
      });
      for (const on of ['pointerenter', 'focus']) group.addEventListener(on, () => this.dim([id]));
      for (const off of ['pointerleave', 'blur']) group.addEventListener(off, () => this.dim([]));
    }
    this.size();
  }

  /** The line around those inside. */
  boundary() {
    const inside = [...this.at.values()].filter((s) => s.inside);
    if (!inside.length) return '';
    const x0 = Math.min(...inside.map((s) => s.x - s.r)) - 24;
    const x1 = Math.max(...inside.map((s) => s.x + s.r)) + 24;
    const y0 = Math.min(...inside.map((s) => s.y - s.r)) - 22;
    const y1 = Math.max(...inside.map((s) => s.y + s.r)) + 30;
    return `<ellipse class="tm-boundary" cx="${(x0 + x1) / 2}" cy="${(y0 + y1) / 2}" rx="${((x1 - x0) / 2) * 1.1}" ry="${((y1 - y0) / 2) * 1.06}"/>`;
  }

  /**
   * Everything that is not of these parties, or not this pipe, steps back; what stays shows its figures.
   * @param {string[]} ids none: nothing steps back @param {number} [only] a pipe
   */
  dim(ids, only = -1) {
    this.lit = new Set(ids);
    this.only = only;
    const all = !this.lit.size && only < 0;
    for (const each of this.drawing.querySelectorAll('.on, .lit')) each.classList.remove('on', 'lit');
    // One class on the whole, and few on what stays: hundreds of pipes step back within a frame.
    this.drawing.classList.toggle('hushed', !all);
    if (!all) this.pipes.forEach((pipe, i) => this.pointed(pipe, i) && pipe.group?.classList.add('on'));
    for (const id of ids) this.drawing.querySelector(`[data-party="${CSS.escape(id)}"]`)?.classList.add('lit');
    this.labelled = -1;
    this.figures();
  }

  /** @param {Pipe} pipe @param {number} i */
  pointed(pipe, i) {
    return this.only >= 0 ? i === this.only : this.lit.has(pipe.flow.payer) || this.lit.has(pipe.flow.payee);
  }

  /**
   * Moves to a moment: 0 is the start of the first period.
   * @param {number} time @param {boolean} [playing] then the widths of a new period come over a few frames, so that none is late
   */
  setTime(time, playing = false) {
    this.time = time;
    const p = Math.min(this.periods || 1, Math.floor(time) + 1);
    if (p !== this.widthsOf) {
      this.widthsOf = p;
      this.next = 0;
    }
    const until = playing ? Math.min(this.pipes.length, this.next + A_FRAME) : this.pipes.length;
    for (; this.next < until; this.next++) widen(this.pipes[this.next], this.pipes[this.next].flow.values[p] || 0, this.widest, this.thick);
    this.figures();
    this.dots();
  }

  /** The sums of the largest pipes, or of those that are pointed at; written once a period, where nothing else stands. */
  figures() {
    const p = Math.min(this.periods || 1, Math.floor(this.time) + 1);
    if (this.labelled === p) return;
    this.labelled = p;
    const amount = (/** @type {Pipe} */ pipe) => pipe.flow.values[p] || 0;
    const pointing = this.lit.size > 0 || this.only >= 0;
    // Who looks closer sees more of them.
    const most = Math.round(LABELS[this.format] * (this.zoom?.view().k || 1));
    const wanted = this.pipes.filter((pipe, i) => amount(pipe) > 0 && (!pointing || this.pointed(pipe, i))).sort((a, b) => amount(b) - amount(a));
    const taken = [...this.at.values()].map(room);
    /** @type {Map<Pipe, string>} */
    const said = new Map();
    for (const pipe of pointing ? wanted : wanted.slice(0, 3 * most)) {
      if (said.size >= most && !pointing) break;
      const text = this.money(amount(pipe));
      const spot = ALONG.map((u) => point(pipe.c, u)).find(([x, y]) => !taken.some((box) => Math.abs(x - box[0]) < box[2] + wide(text) * 0.5 && Math.abs(y - box[1]) < box[3] + 7)) || (pointing ? point(pipe.c, ALONG[0]) : undefined);
      if (!spot) continue;
      taken.push([spot[0], spot[1], wide(text) * 0.5, 7]);
      said.set(pipe, text);
      pipe.label?.setAttribute('x', spot[0].toFixed(1));
      pipe.label?.setAttribute('y', (spot[1] + 4).toFixed(1));
      pipe.spot = spot;
    }
    for (const pipe of this.pipes) {
      const text = said.get(pipe) || '';
      if (!pipe.label || pipe.said === text) continue;
      pipe.said = text;
      pipe.label.setAttribute('visibility', text ? 'visible' : 'hidden');
      pipe.label.textContent = text;
    }
  }

  size() {
    const box = this.host.getBoundingClientRect();
    const format = sizeFor(box.width);
    if (format !== this.format && this.pipes.length) {
      this.format = format;
      this.draw();
      this.widthsOf = -1;
      this.setTime(this.time);
      return;
    }
    this.format = format;
    const scale = devicePixelRatio || 1;
    this.canvas.width = Math.max(1, Math.round(box.width * scale));
    this.canvas.height = Math.max(1, Math.round(((box.width * this.H) / this.W) * scale));
    this.colour = getComputedStyle(this.host).getPropertyValue('--dot') || '#fff';
    this.dots();
  }

  /** The page has other colours now. */
  themed() {
    this.size();
  }

  dots() {
    const c = this.canvas.getContext('2d');
    if (!c) return;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.still) return;
    const s = this.canvas.width / this.W;
    const { k, x: left, y: top } = this.zoom?.view() || zoomIdentity;
    c.setTransform(s * k, 0, 0, s * k, s * left, s * top);
    c.fillStyle = this.colour || '#fff';
    for (const [x, y, r] of this.flying()) {
      c.beginPath();
      c.arc(x, y, r, 0, 7);
      c.fill();
    }
  }

  /** Middles and radii of the dots that are under way; one passes under a firm and under a figure, as its pipe does. @returns {[number, number, number][]} */
  flying() {
    const over = [...this.at.values()].map((s) => [s.x, s.y, s.w / 2 + 1, s.h / 2 + 1]);
    for (const { said, spot } of this.pipes) if (said && spot) over.push([spot[0], spot[1], wide(said) * 0.48, 8]);
    /** @type {[number, number, number][]} */
    const all = [];
    for (const pipe of this.pipes) {
      const r = Math.max(1.2, Math.min(2.6, pipe.width * 0.36));
      for (let i = bisectLeft(pipe.leave, this.time - TRAVEL); i < pipe.leave.length && pipe.leave[i] <= this.time; i++) {
        const [x, y] = point(pipe.c, (this.time - pipe.leave[i]) / TRAVEL);
        if (!over.some(([ox, oy, w, high]) => Math.abs(x - ox) < w && Math.abs(y - oy) < high)) all.push([x, y, r]);
      }
    }
    return all;
  }

  /** What has left each pipe's mouth by now, in dots and in money: the page's own audit. */
  audit() {
    const p = Math.floor(this.time);
    const part = this.time - p;
    return this.pipes.map(({ flow, gone, leave }) => ({
      payer: flow.payer,
      payee: flow.payee,
      kind: flow.kind,
      dot: this.dot,
      dots: bisectLeft(leave, this.time + 1e-12),
      flow: gone[Math.min(p, gone.length - 1)] + (p + 1 < gone.length ? part * (gone[p + 1] - gone[p]) : 0),
    }));
  }

  /** Pipes of the current period, largest first, for the table. */
  rows() {
    const p = Math.min(this.periods || 1, Math.floor(this.time) + 1);
    return this.pipes.map((pipe) => ({ ...pipe.flow, amount: pipe.flow.values[p] || 0 })).filter((r) => r.amount > 0).sort((a, b) => b.amount - a.amount);
  }

  /** What the colours mean. */
  legend() {
    const kinds = [...new Set(this.pipes.map((p) => p.flow.kind))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
    return h('ul', { class: 'key tm' }, kinds.map((kind) => h('li', { class: 'tm-' + kindClass(kind) }, h('i', { class: 'swatch' }), h('span', {}, this.kind(kind)))));
  }

  /** @param {string} id */
  name(id) {
    return this.at.get(id)?.party.name ?? id;
  }

  /** "Nvidia, OpenAI, investment, $3B". @param {{payer: string, payee: string, amount: number, kind: string}} row */
  line(row) {
    return [this.name(row.payer), this.name(row.payee), this.kind(row.kind), this.money(row.amount)];
  }
}

/** @param {Flow} f */
function key(f) {
  return f.payer + '>' + f.payee + '>' + f.kind;
}
