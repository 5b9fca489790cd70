// @ts-check
/** A drawing that can be moved and magnified: with wheel, fingers, keys and buttons. */
import { select, zoom, zoomTransform } from './vendor/d3.js';
import { h } from './dom.js';
import { t } from './words.js';

/** @typedef {import('./vendor/d3.js').Transform} View */

const MOST = 8;
const STEP = 1.5;
const PAN = 80; // units of the drawing at one press of a key

/**
 * Moves all of a drawing but its page. What was magnified stays so when the drawing is made anew.
 * @param {SVGSVGElement} drawing @param {(view: View) => void} [moved] is told of every change
 * @param {View} [before] the view of the drawing that stood here
 */
export function zoomable(drawing, moved = () => {}, before = undefined) {
  const { width, height } = drawing.viewBox.baseVal;
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  layer.append(...[...drawing.children].filter((e) => !e.matches('title, desc, style, .tm-page')));
  drawing.append(layer);
  const view = () => zoomTransform(drawing);
  const behaviour = /** @type {import('./vendor/d3.js').Zoom<SVGSVGElement>} */ (zoom())
    .extent([[0, 0], [width, height]])
    .translateExtent([[0, 0], [width, height]])
    .scaleExtent([1, MOST])
    .clickDistance(4)
    .filter((event) => wanted(event, drawing, view().k))
    .on('zoom', ({ transform: v }) => {
      if (v.k === 1) layer.removeAttribute('transform');
      else layer.setAttribute('transform', `translate(${v.x.toFixed(2)} ${v.y.toFixed(2)}) scale(${v.k.toFixed(4)})`);
      drawing.classList.toggle('magnified', v.k > 1);
      moved(v);
    });
  const chosen = select(drawing).call(behaviour).on('dblclick.zoom', null);
  if (before && before.k > 1) chosen.call(behaviour.transform, before);
  // Who walks by keyboard must see where he is.
  drawing.addEventListener('focusin', (event) => {
    const { k } = view();
    if (k === 1) return;
    const seen = drawing.getBoundingClientRect();
    const box = /** @type {Element} */ (event.target).getBoundingClientRect();
    if (box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom) return;
    const part = width / seen.width;
    const [x, y] = view().invert([((box.left + box.right) / 2 - seen.left) * part, ((box.top + box.bottom) / 2 - seen.top) * part]);
    chosen.call(behaviour.translateTo, x, y);
  });
  return {
    view,
    /** @param {number} factor */
    by(factor) { chosen.call(behaviour.scaleBy, factor); },
    /** @param {number} x @param {number} y units of the screen's drawing */
    move(x, y) { const { k } = view(); chosen.call(behaviour.translateBy, x / k, y / k); },
    whole() { chosen.call(behaviour.scaleBy, 1 / MOST); },
  };
}

/**
 * The page scrolls over a map as over anything else: a wheel magnifies with Ctrl held (as a pinch
 * on a touch pad says), or once the map is in use; one finger moves only what is magnified.
 * @param {any} event @param {Element} drawing @param {number} k
 */
function wanted(event, drawing, k) {
  if (event.type === 'wheel') return event.ctrlKey || k > 1 || drawing.contains(document.activeElement);
  if (event.touches) return k > 1 || event.touches.length > 1;
  return !event.button && !event.ctrlKey;
}

/**
 * The buttons and keys of one or several drawings.
 * @param {() => ReturnType<typeof zoomable>[]} all those that stand now
 */
export function zoomControls(all) {
  const each = (/** @type {(one: ReturnType<typeof zoomable>) => void} */ act) => () => all().forEach(act);
  const acts = {
    in: each((z) => z.by(STEP)),
    out: each((z) => z.by(1 / STEP)),
    whole: each((z) => z.whole()),
  };
  const pan = (/** @type {number} */ x, /** @type {number} */ y) => each((z) => z.move(x * PAN, y * PAN));
  const button = (/** @type {'in'|'out'|'whole'} */ act, /** @type {string} */ sign) => h('button', { 'data-zoom': act, title: t('zoom.' + act), 'aria-label': t('zoom.' + act), onclick: acts[act] }, sign);
  return {
    element: h('div', { class: 'zoom', role: 'group', 'aria-label': t('zoom') }, button('in', '+'), button('out', '−'), button('whole', '⤢')),
    keys: { '+': acts.in, '=': acts.in, '-': acts.out, 0: acts.whole, 'Shift+ArrowLeft': pan(1, 0), 'Shift+ArrowRight': pan(-1, 0), 'Shift+ArrowUp': pan(0, 1), 'Shift+ArrowDown': pan(0, -1) },
  };
}
