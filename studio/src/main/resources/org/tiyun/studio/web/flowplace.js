// @ts-check
/** Where the parties of a run's map stand, and the way of a pipe between two of them. */

/** @typedef {{id: string, name: string, side: string, x?: number, y?: number}} Party */
/** @typedef {{x: number, y: number, r: number, w: number, h: number, inside: boolean, lines: string[], under: boolean, party: Party}} Spot */

/** @typedef {'narrow' | 'middle' | 'wide'} Size */

/** What suits a place of a width: its letters stay large enough to be read. @param {number} width pixels @returns {Size} */
export function sizeFor(width) {
  return width < 620 ? 'narrow' : width < 800 ? 'middle' : 'wide';
}

const LETTER = 7.1; // of 12.5 px bold Latin text; an ideograph is as wide as it is high

/** The width of a text in units of the drawing. @param {string} text */
export function wide(text) {
  let sum = 0;
  for (const c of text) sum += c.charCodeAt(0) > 0x2e80 ? 13 : LETTER;
  return sum;
}

/** A name in at most two lines, broken where they come out most alike. @param {string} name @param {number} most */
export function broken(name, most) {
  if (wide(name) <= most) return [name];
  const cuts = [...name.matchAll(/ |(?<=[、，])/g)].map((m) => m.index || 0);
  if (!cuts.length) return [name];
  const best = cuts.sort((a, b) => Math.abs(wide(name.slice(0, a)) - wide(name.slice(a))) - Math.abs(wide(name.slice(0, b)) - wide(name.slice(b))))[0];
  return [name.slice(0, best).trim(), name.slice(best).trim()];
}

/**
 * Firms inside the circle are discs whose area is the money through them; everybody else is a block outside.
 * @param {Party[]} parties @param {Map<string, number>} through mean money of a period by party @param {Size} size
 * @returns {{W: number, H: number, at: Map<string, Spot>}}
 */
export function place(parties, through, size) {
  const narrow = size === 'narrow';
  const [W, H] = { narrow: [440, 660], middle: [760, 520], wide: [1000, 640] }[size];
  const largest = Math.max(1e-9, ...parties.filter((p) => p.side === 'inside').map((p) => through.get(p.id) || 0));
  const count = parties.filter((p) => p.side === 'inside').length;
  // On a crowded ring neighbours must not cover each other.
  const most = Math.min({ narrow: 26, middle: 34, wide: 42 }[size], Math.max(5, (Math.PI * 0.6 * Math.min(W, H)) / Math.max(1, count) / 2));
  /** @type {Map<string, Spot>} */
  const at = new Map();
  const put = (/** @type {Party[]} */ list, /** @type {number} */ rx, /** @type {number} */ ry, /** @type {boolean} */ inside) =>
    list.forEach((party, i) => {
      const a = -Math.PI / 2 + (2 * Math.PI * (i + 0.5)) / list.length;
      const lines = broken(party.name, inside ? 110 : narrow ? 84 : 110);
      const r = inside ? Math.max(Math.min(most, narrow ? 8 : 10), most * Math.sqrt((through.get(party.id) || 0) / largest)) : 0;
      const w = inside ? 2 * r : Math.max(...lines.map(wide)) + 14;
      const h = inside ? 2 * r : lines.length * 15 + 8;
      const under = !inside || Math.max(...lines.map(wide)) < 2 * r - 6;
      const edge = inside ? Math.max(r, Math.max(...lines.map(wide)) / 2) : w / 2;
      const bound = (/** @type {number} */ v, /** @type {number} */ low, /** @type {number} */ high) => Math.max(low, Math.min(high, v));
      const x = party.x !== undefined ? party.x * W : W / 2 + rx * W * Math.cos(a);
      const y = party.y !== undefined ? party.y * H : H / 2 + ry * H * Math.sin(a);
      at.set(party.id, { x: bound(x, edge + 4, W - edge - 4), y: bound(y, h / 2 + 4, H - h / 2 - (under ? 4 : 20)), r, w, h, inside, lines, under, party });
    });
  put(parties.filter((p) => p.side === 'inside'), 0.27, 0.32, true);
  put(parties.filter((p) => p.side !== 'inside'), 0.44, 0.45, false);
  return { W, H, at };
}

/** How far from the middle of a spot its border is, towards a point. @param {Spot} s @param {number} x @param {number} y */
function border(s, x, y) {
  if (s.inside) return s.r;
  const dx = Math.abs(x - s.x) || 1e-6;
  const dy = Math.abs(y - s.y) || 1e-6;
  return Math.hypot(dx, dy) * Math.min(s.w / 2 / dx, s.h / 2 / dy);
}

/** A curve from border to border; the k-th between the same two bends further. @param {Spot} a @param {Spot} b @param {number} k @returns {number[]} start, control, end */
export function way(a, b, k) {
  const bend = 0.1 + 0.09 * k;
  const cx = (a.x + b.x) / 2 + (b.y - a.y) * bend;
  const cy = (a.y + b.y) / 2 - (b.x - a.x) * bend;
  const cut = (/** @type {Spot} */ s, /** @type {number} */ gap) => {
    const l = Math.hypot(cx - s.x, cy - s.y) || 1;
    const r = Math.min(border(s, cx, cy) + gap, l);
    return [s.x + ((cx - s.x) / l) * r, s.y + ((cy - s.y) / l) * r];
  };
  return [...cut(a, 2), cx, cy, ...cut(b, 12)];
}

/** A point of the curve. @param {number[]} c @param {number} u 0 to 1 @returns {[number, number]} */
export function point(c, u) {
  const v = 1 - u;
  return [v * v * c[0] + 2 * u * v * c[2] + u * u * c[4], v * v * c[1] + 2 * u * v * c[3] + u * u * c[5]];
}
