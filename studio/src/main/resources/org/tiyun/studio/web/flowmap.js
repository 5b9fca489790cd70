// @ts-check
/**
 * The map of a run: pipes as wide as the period's payments, and dots of a fixed sum on a canvas.
 * A dot leaves a pipe's mouth each time the money paid through it since the start has grown by the
 * dot's sum: dots are never made or lost, and their number times the sum is the flow.
 */
import { esc, svg, h } from './dom.js';
import { money, word } from './words.js';

const W = 1000;
const H = 640;
const TRAVEL = 0.55; // of a period

/** @typedef {{payer: string, payee: string, kind: string, values: number[]}} Flow */
/** @typedef {{id: string, name: string, side: string, x?: number, y?: number}} Party */
/** @typedef {{flow: Flow, d: string, c: number[], gone: number[], leave: number[]}} Pipe */

/** Round sums that a dot may stand for, in billions. @param {number} wanted */
function roundSum(wanted) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(wanted, 1e-6)));
  return ([1, 2, 5, 10].find((m) => m * ten >= wanted) || 10) * ten;
}

export class FlowMap {
  /** @param {HTMLElement} host @param {Party[]} parties @param {{most?: number, hidden?: string[], title: string}} how */
  constructor(host, parties, how) {
    this.host = host;
    this.how = how;
    this.parties = parties.filter((p) => !(how.hidden || []).includes(p.id));
    /** @type {Pipe[]} */
    this.pipes = [];
    this.dot = 1;
    this.time = 0;
    this.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    /** @type {(id: string) => void} */
    this.onParty = () => {};
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.drawing = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="flow tm" viewBox="0 0 ${W} ${H}"></svg>`);
    host.classList.add('flowmap');
    host.replaceChildren(this.drawing, this.canvas);
    this.place();
    this.watch = new ResizeObserver(() => this.size());
    this.watch.observe(host);
  }

  close() {
    this.watch.disconnect();
  }

  place() {
    /** @type {Map<string, {x: number, y: number, r: number, party: Party}>} */
    this.at = new Map();
    const inside = this.parties.filter((p) => p.side === 'inside');
    const outside = this.parties.filter((p) => p.side !== 'inside');
    const ring = (/** @type {Party[]} */ list, /** @type {number} */ rx, /** @type {number} */ ry, /** @type {number} */ r) =>
      list.forEach((party, i) => {
        const a = -Math.PI / 2 + (2 * Math.PI * (i + 0.5)) / list.length;
        const x = party.x !== undefined ? party.x * W : W / 2 + rx * Math.cos(a);
        const y = party.y !== undefined ? party.y * H : H / 2 + ry * Math.sin(a);
        this.at.set(party.id, { x, y, r, party });
      });
    ring(inside, 250, 190, 17);
    ring(outside, 420, 285, 15);
  }

  /**
   * Takes a run. The pipes that are drawn are chosen once, from the first run; later runs only
   * change their widths, so that nothing jumps while a slider moves.
   * @param {Flow[]} flows @param {number} periods
   */
  setRun(flows, periods) {
    this.periods = periods;
    const known = flows.filter((f) => this.at.has(f.payer) && this.at.has(f.payee) && f.payer !== f.payee);
    const total = (/** @type {Flow} */ f) => f.values.reduce((a, b) => a + b, 0);
    if (!this.keys) {
      const best = [...known].sort((a, b) => total(b) - total(a)).slice(0, this.how.most || 44);
      this.keys = new Set(best.map(key));
      this.dot = roundSum(best.reduce((a, f) => a + total(f), 0) / periods / 300);
      this.widest = Math.max(1e-9, ...best.flatMap((f) => f.values));
    }
    const shown = known.filter((f) => this.keys?.has(key(f)));
    this.shownShare = shown.reduce((a, f) => a + total(f), 0) / Math.max(1e-12, known.reduce((a, f) => a + total(f), 0));
    /** @type {Map<string, number>} */
    const parallel = new Map();
    this.pipes = shown.map((flow) => this.pipe(flow, parallel));
    this.draw();
  }

  /** @param {Flow} flow @param {Map<string, number>} parallel @returns {Pipe} */
  pipe(flow, parallel) {
    const pair = flow.payer + '>' + flow.payee;
    const k = parallel.get(pair) || 0;
    parallel.set(pair, k + 1);
    const a = /** @type {any} */ (this.at?.get(flow.payer));
    const b = /** @type {any} */ (this.at?.get(flow.payee));
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const bend = 0.1 + 0.09 * k;
    const cx = (a.x + b.x) / 2 + dy * bend;
    const cy = (a.y + b.y) / 2 - dx * bend;
    const cut = (/** @type {any} */ p, /** @type {number} */ r) => {
      const l = Math.hypot(cx - p.x, cy - p.y) || 1;
      return [p.x + ((cx - p.x) / l) * r, p.y + ((cy - p.y) / l) * r];
    };
    const s = cut(a, a.r + 2);
    const e = cut(b, b.r + 12);
    const c = [s[0], s[1], cx, cy, e[0], e[1]];
    // Money paid since the start, at the end of each period; and the moments at which a dot leaves.
    const gone = [0];
    const leave = [];
    for (let p = 1; p <= (this.periods || 0); p++) {
      const before = gone[p - 1];
      const now = before + (flow.values[p] || 0);
      gone.push(now);
      for (let n = Math.floor(before / this.dot) + 1; n * this.dot <= now; n++) leave.push(p - 1 + (n * this.dot - before) / (now - before));
    }
    return { flow, d: `M${c[0].toFixed(1)} ${c[1].toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${c[4].toFixed(1)} ${c[5].toFixed(1)}`, c, gone, leave };
  }

  draw() {
    let out = `<title>${esc(this.how.title)}</title><rect class="tm-page" width="${W}" height="${H}" rx="8"/>`;
    const inside = this.parties.filter((p) => p.side === 'inside').map((p) => /** @type {any} */ (this.at?.get(p.id)));
    if (inside.length) {
      const xs = inside.map((p) => p.x);
      const ys = inside.map((p) => p.y);
      const x0 = Math.min(...xs) - 62, x1 = Math.max(...xs) + 62, y0 = Math.min(...ys) - 56, y1 = Math.max(...ys) + 56;
      out += `<ellipse class="tm-boundary" cx="${(x0 + x1) / 2}" cy="${(y0 + y1) / 2}" rx="${((x1 - x0) / 2) * 1.12}" ry="${((y1 - y0) / 2) * 1.06}"/>`;
    }
    this.pipes.forEach((pipe, i) => {
      const { payer, payee, kind } = pipe.flow;
      out += `<g class="pipe tm-${kindClass(kind)}" data-pipe="${i}" data-payer="${esc(payer)}" data-payee="${esc(payee)}"><path class="tm-pipe" d="${pipe.d}"/><path class="head"/></g>`;
    });
    for (const { x, y, r, party } of this.at?.values() || []) {
      const users = party.side === 'end_users';
      out += `<g class="party" data-party="${esc(party.id)}" role="button" tabindex="0" aria-label="${esc(party.name)}">`;
      out += party.side === 'inside' ? `<circle class="tm-disc" cx="${x}" cy="${y}" r="${r}"/>` : `<rect class="tm-block ${users ? 'tm-block-users' : ''}" x="${x - 20}" y="${y - 13}" width="40" height="26" rx="7"/>`;
      out += `<text class="tm-halo tm-bold" x="${x}" y="${y + r + 14}" text-anchor="middle" font-size="13">${esc(party.name)}</text></g>`;
    }
    const made = svg(`<svg xmlns="http://www.w3.org/2000/svg" class="flow tm" viewBox="0 0 ${W} ${H}" role="group" aria-label="${esc(this.how.title)}">${out}</svg>`);
    this.drawing.replaceWith(made);
    this.drawing = made;
    this.groups = [...made.querySelectorAll('.pipe')];
    for (const group of made.querySelectorAll('.party')) {
      const id = group.getAttribute('data-party') || '';
      group.addEventListener('click', () => this.onParty(id));
      group.addEventListener('keydown', (e) => {
        if (/** @type {KeyboardEvent} */ (e).key === 'Enter') this.onParty(id);
      });
      group.addEventListener('pointerenter', () => this.dim(id));
      group.addEventListener('pointerleave', () => this.dim(''));
      group.addEventListener('focus', () => this.dim(id));
      group.addEventListener('blur', () => this.dim(''));
    }
    this.size();
  }

  /** Everything that is not this party's steps back. @param {string} id */
  dim(id) {
    for (const group of this.groups || []) {
      group.classList.toggle('dim', id !== '' && group.getAttribute('data-payer') !== id && group.getAttribute('data-payee') !== id);
    }
  }

  /** Moves to a moment: 0 is the start of the first period. @param {number} time */
  setTime(time) {
    this.time = time;
    const p = Math.min(this.periods || 1, Math.floor(time) + 1);
    this.pipes.forEach((pipe, i) => {
      const amount = pipe.flow.values[p] || 0;
      const group = this.groups?.[i];
      if (!group) return;
      const width = amount > 0 ? 1 + 15 * Math.sqrt(amount / (this.widest || 1)) : 0;
      const body = group.firstElementChild;
      const head = group.lastElementChild;
      group.setAttribute('visibility', amount > 0 ? 'visible' : 'hidden');
      body?.setAttribute('stroke-width', width.toFixed(1));
      const [, , cx, cy, ex, ey] = pipe.c;
      const l = Math.hypot(ex - cx, ey - cy) || 1;
      const ux = (ex - cx) / l, uy = (ey - cy) / l, s = Math.min(9, 3 + width * 0.55);
      head?.setAttribute('d', `M${(ex + ux * 10).toFixed(1)} ${(ey + uy * 10).toFixed(1)}L${(ex - uy * s).toFixed(1)} ${(ey + ux * s).toFixed(1)}L${(ex + uy * s).toFixed(1)} ${(ey - ux * s).toFixed(1)}Z`);
    });
    this.dots();
  }

  size() {
    const box = this.host.getBoundingClientRect();
    const scale = devicePixelRatio || 1;
    this.canvas.width = Math.max(1, Math.round(box.width * scale));
    this.canvas.height = Math.max(1, Math.round(((box.width * H) / W) * scale));
    this.dots();
  }

  dots() {
    const c = this.canvas.getContext('2d');
    if (!c) return;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.still) return;
    const s = this.canvas.width / W;
    c.setTransform(s, 0, 0, s, 0, 0);
    c.fillStyle = getComputedStyle(this.host).getPropertyValue('--dot') || '#fff';
    for (const pipe of this.pipes) {
      const [ax, ay, cx, cy, ex, ey] = pipe.c;
      for (let i = lower(pipe.leave, this.time - TRAVEL); i < pipe.leave.length && pipe.leave[i] <= this.time; i++) {
        const u = (this.time - pipe.leave[i]) / TRAVEL;
        const v = 1 - u;
        c.beginPath();
        c.arc(v * v * ax + 2 * u * v * cx + u * u * ex, v * v * ay + 2 * u * v * cy + u * u * ey, 2.3, 0, 7);
        c.fill();
      }
    }
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
      dots: lower(leave, this.time + 1e-12),
      flow: gone[Math.min(p, gone.length - 1)] + (p + 1 < gone.length ? part * (gone[p + 1] - gone[p]) : 0),
    }));
  }

  /** Pipes of the current period, largest first, for the table. */
  rows() {
    const p = Math.min(this.periods || 1, Math.floor(this.time) + 1);
    return this.pipes.map((pipe) => ({ ...pipe.flow, amount: pipe.flow.values[p] || 0 })).filter((r) => r.amount > 0).sort((a, b) => b.amount - a.amount);
  }

  /** @param {string} id */
  name(id) {
    return this.at?.get(id)?.party.name ?? id;
  }

  /** "Nvidia to OpenAI: $3B". @param {{payer: string, payee: string, amount: number, kind: string}} row */
  line(row) {
    return [this.name(row.payer), this.name(row.payee), word('map.category.' + row.kind), money(row.amount)];
  }
}

/** @param {Flow} f */
function key(f) {
  return f.payer + '>' + f.payee + '>' + f.kind;
}

/** @param {string} kind */
function kindClass(kind) {
  return kind === 'end_users' ? 'users' : kind;
}

/** First position whose value is not below. @param {number[]} sorted @param {number} value */
function lower(sorted, value) {
  let a = 0;
  let b = sorted.length;
  while (a < b) {
    const m = (a + b) >> 1;
    if (sorted[m] < value) a = m + 1;
    else b = m;
  }
  return a;
}
