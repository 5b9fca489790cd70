// @ts-check
/** How the parties and pipes of a run's map look. */
import { esc } from './dom.js';
import { wide } from './flowplace.js';

/** Gives a pipe the width of its amount. @param {import('./flowmap.js').Pipe} pipe @param {number} amount @param {number} widest @param {number} thick the widest's */
export function widen(pipe, amount, widest, thick) {
  const width = amount > 0 ? 1 + thick * Math.sqrt(Math.min(4, amount / widest)) : 0;
  if (Math.abs(width - pipe.width) < 0.05) return;
  pipe.width = width;
  pipe.group?.setAttribute('visibility', amount > 0 ? 'visible' : 'hidden');
  pipe.body?.setAttribute('stroke-width', width.toFixed(1));
  const [, , cx, cy, ex, ey] = pipe.c;
  const l = Math.hypot(ex - cx, ey - cy) || 1;
  const ux = (ex - cx) / l, uy = (ey - cy) / l, s = Math.min(11, 3 + width * 0.62);
  pipe.head?.setAttribute('d', `M${(ex + ux * 10).toFixed(1)} ${(ey + uy * 10).toFixed(1)}L${(ex - uy * s).toFixed(1)} ${(ey + ux * s).toFixed(1)}L${(ex + uy * s).toFixed(1)} ${(ey - ux * s).toFixed(1)}Z`);
}

/** Middle and half sizes of a party with its name. @param {import('./flowplace.js').Spot} s @returns {number[]} */
export function room(s) {
  if (s.under) return [s.x, s.y, s.w / 2, s.h / 2];
  const below = 3 + 15 * s.lines.length;
  return [s.x, s.y + below / 2, Math.max(s.r, ...s.lines.map((line) => wide(line) / 2)), s.r + below / 2];
}

/** @param {import('./flowplace.js').Spot} spot */
export function body(spot) {
  const { x, y, r, w, h: high, inside, lines, under, party } = spot;
  const users = party.side === 'end_users';
  const shape = inside ? `<circle class="tm-disc" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"/>` : `<rect class="tm-block ${users ? 'tm-block-users' : ''}" x="${(x - w / 2).toFixed(1)}" y="${(y - high / 2).toFixed(1)}" width="${w.toFixed(1)}" height="${high}" rx="7"/>`;
  const top = under ? y + 4.5 - (lines.length - 1) * 7.5 : y + r + 13;
  const text = lines.map((line, i) => `<text class="${under ? '' : 'tm-halo '}tm-bold ${users ? 'tm-on-users' : ''}" x="${x.toFixed(1)}" y="${(top + i * 15).toFixed(1)}" text-anchor="middle" font-size="12.5">${esc(line)}</text>`).join('');
  return `<g class="party" data-party="${esc(party.id)}" role="button" tabindex="0" aria-label="${esc(party.name)}">${shape}${text}</g>`;
}

/** @param {string} kind */
export function kindClass(kind) {
  return kind === 'end_users' ? 'users' : kind;
}
