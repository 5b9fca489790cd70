// @ts-check
/**
 * A tour for who comes for the first time: one line that asks, then six steps. It stands between
 * navigation and screen and covers nothing; whoever has seen or declined it is not asked again.
 */
import { h, fill } from './dom.js';
import { t, lang } from './words.js';
import * as state from './state.js';

const KEPT = 'tiyun.tour';

/** Where each step leads: a screen, and what its address says. @type {[string, Record<string, string>][]} */
const STEPS = [
  ['map', {}],
  ['map', { view: 'promise' }],
  ['run', { t: '2029Q1' }],
  ['brakes', {}],
  ['twin', { k: '2' }],
  ['verdict', {}],
];

let step = -1;
/** @type {HTMLElement | null} */
let place = null;

function kept() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return true;
  }
}

function keep() {
  try {
    localStorage.setItem(KEPT, 'seen');
  } catch {
    // Then it asks again.
  }
}

/** Asks once, on the screen that everybody meets first; elsewhere somebody followed an address. */
export function offer() {
  if (place || kept() || location.search.replace(/[?&](lang|theme)=[a-z]*/g, '') || state.screen() !== 'map') return;
  stand();
  draw();
}

/** Begins, also for who has seen it. */
export function start() {
  stand();
  go(0);
}

function stand() {
  if (place) return;
  place = h('aside', { class: 'tour', 'aria-label': t('tour.name') });
  document.addEventListener('keydown', escaped);
  document.querySelector('header.top')?.after(/** @type {HTMLElement} */ (place));
}

/** @param {KeyboardEvent} event */
function escaped(event) {
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) end();
}

/** What stands there follows the reader's language. */
export function draw() {
  // What stands already is left alone, and with it the reader's focus.
  if (!place || place.dataset.shown === lang() + step) return;
  place.dataset.shown = lang() + step;
  place.setAttribute('aria-label', t('tour.name'));
  if (step < 0) {
    fill(place, h('p', {}, t('tour.ask')), h('button', { 'data-do': 'tour', onclick: () => go(0) }, t('tour.start')), h('button', { 'data-do': 'tour-end', onclick: end }, t('tour.decline')));
    return;
  }
  const last = step === STEPS.length - 1;
  fill(
    place,
    h('p', { role: 'status' }, h('b', {}, t('tour.step', { n: step + 1, of: STEPS.length })), ' ', t('tour.' + (step + 1))),
    h('button', { disabled: step === 0, onclick: () => go(step - 1) }, t('tour.back')),
    h('button', { 'data-do': 'tour-next', onclick: () => (last ? end() : go(step + 1)) }, last ? t('tour.done') : t('tour.next')),
    last ? null : h('button', { 'data-do': 'tour-end', onclick: end }, t('tour.leave')),
  );
}

/** @param {number} to */
function go(to) {
  step = to;
  const [screen, says] = STEPS[step];
  const query = new URLSearchParams();
  for (const name of ['lang', 'theme']) if (state.get(name)) query.set(name, state.get(name));
  for (const [name, value] of Object.entries(says)) query.set(name, value);
  state.go('/' + screen + (query.size ? '?' + query : ''));
  draw();
  /** @type {HTMLElement | null | undefined} */ (place?.querySelector('[data-do=tour-next]'))?.focus();
}

function end() {
  keep();
  document.removeEventListener('keydown', escaped);
  step = -1;
  place?.remove();
  place = null;
  document.getElementById('screen')?.focus();
}
