// @ts-check
/** What is shown, as a file: a drawing as SVG or PNG with its style, title, date of the data and hashes; data as CSV. */
import { h, save } from './dom.js';
import { t } from './words.js';

/**
 * @param {{name: string, figure?: () => SVGSVGElement | null, csv?: () => string, note?: () => string}} what
 */
export function exports(what) {
  return h(
    'div',
    { class: 'exports', role: 'group', 'aria-label': t('export') },
    what.figure ? [h('button', { 'data-export': 'svg', onclick: () => drawing(what, false) }, 'SVG'), h('button', { 'data-export': 'png', onclick: () => drawing(what, true) }, 'PNG')] : null,
    what.csv ? h('button', { 'data-export': 'csv', onclick: async () => save(what.name + '.csv', await (await fetch(/** @type {any} */ (what).csv())).blob()) }, 'CSV') : null,
  );
}

/** Rules of our own sheets, so that the file looks as the page does. */
function rules() {
  let css = '';
  for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) css += rule.cssText + '\n';
  return css;
}

/** The drawing with a line under it. @param {SVGSVGElement} shown @param {string} note */
function standing(shown, note) {
  const box = shown.viewBox.baseVal;
  const copy = /** @type {SVGSVGElement} */ (shown.cloneNode(true));
  const space = 'http://www.w3.org/2000/svg';
  copy.setAttribute('xmlns', space);
  copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height + 22}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height + 22));
  const style = document.createElementNS(space, 'style');
  style.textContent = rules();
  copy.prepend(style);
  const back = document.createElementNS(space, 'rect');
  back.setAttribute('class', 'tm-page c-page');
  back.setAttribute('width', '100%');
  back.setAttribute('height', '100%');
  style.after(back);
  const line = document.createElementNS(space, 'text');
  line.setAttribute('x', '8');
  line.setAttribute('y', String(box.height + 15));
  line.setAttribute('font-size', '11');
  line.setAttribute('class', 'tm-mute c-axis');
  line.textContent = note;
  copy.append(line);
  copy.setAttribute('data-theme', document.documentElement.dataset.theme || 'light');
  return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height + 22 };
}

/** @param {{name: string, figure?: () => SVGSVGElement | null, note?: () => string}} what @param {boolean} png */
async function drawing(what, png) {
  const shown = what.figure?.();
  if (!shown) return;
  const note = (what.note ? what.note() + ' · ' : '') + [...document.querySelectorAll('.hash')].map((e) => e.textContent).join(' · ') + ' · ' + t('dataend') + ' · ' + location.pathname + location.search;
  const made = standing(shown, note);
  const blob = new Blob([made.text], { type: 'image/svg+xml' });
  if (!png) {
    save(what.name + '.svg', blob);
    return;
  }
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(made.text);
  await image.decode();
  const canvas = h('canvas', { width: String(made.width * 2), height: String(made.height * 2) });
  canvas.getContext('2d').drawImage(image, 0, 0, made.width * 2, made.height * 2);
  canvas.toBlob((/** @type {Blob} */ b) => save(what.name + '.png', b), 'image/png');
}
