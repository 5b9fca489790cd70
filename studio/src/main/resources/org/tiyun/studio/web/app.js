// @ts-check
/** The frame around the screens: language, theme, keyboard, sharing, what is wrong. */
import { h, fill, announce } from './dom.js';
import { t, load, lang } from './words.js';
import * as state from './state.js';
import { Fault, onLine, json, leave } from './api.js';
import * as tour from './tour.js';
import { page, theme } from './export.js';
import { used, compare } from './hashes.js';
import { modelId, ledgerId } from './model.js';

/** @typedef {{close?: () => void, keys?: Record<string, () => void>}} Screen */

const root = /** @type {HTMLElement} */ (document.getElementById('screen'));
/** @type {Screen} */
let current = {};
let shown = '';
let turn = 0;

/** What the address means, without what the screens change quietly. */
function identity() {
  return [state.screen(), lang(), modelId(), ledgerId()].join(' ');
}

async function render() {
  const mine = ++turn;
  await load(lang());
  if (mine !== turn) return;
  document.documentElement.lang = lang();
  document.title = t('title');
  header();
  tour.offer();
  tour.draw();
  compare();
  const id = identity();
  if (id === shown) return;
  shown = id;
  current.close?.();
  current = {};
  leave();
  document.body.dataset.screen = state.screen();
  const first = root.dataset.woken === undefined;
  root.dataset.woken = '';
  if (!first || !root.childElementCount) fill(root, h('p', { class: 'note' }, t('loading')));
  try {
    const module = await import('./screens/' + (SCREENS.includes(state.screen()) ? state.screen() : 'map') + '.js');
    if (mine !== turn) return;
    const made = await module.show(root, first);
    if (mine !== turn) made?.close?.();
    else current = made || {};
  } catch (fault) {
    if (mine === turn) fill(root, wrong(fault, () => { shown = ''; render(); }));
  }
}

/** The screens, as the page names them in its navigation. */
const SCREENS = [...document.querySelectorAll('nav [data-screen]')].map((a) => a.getAttribute('data-screen') || '');

/** What went wrong, and a way on. @param {unknown} fault @param {() => void} again */
export function wrong(fault, again) {
  const findings = fault instanceof Fault ? fault.findings : [{ code: '', message: t('offline') }];
  announce(findings.map((f) => f.message).join(' '));
  return h(
    'div',
    { class: 'fault', role: 'alert' },
    findings.map((f) => h('p', {}, f.code ? h('code', {}, f.code) : null, ' ', f.message, f.help ? h('span', { class: 'mute' }, ' ' + f.help) : null)),
    h('button', { onclick: again }, t('retry')),
  );
}

function header() {
  document.querySelectorAll('nav .group').forEach(group);
  const brand = /** @type {HTMLAnchorElement|null} */ (document.querySelector('.brand'));
  if (brand) { brand.textContent = t('brand'); brand.href = state.href({}, 'map'); }
  const tools = document.querySelector('.tools');
  if (!tools) return;
  const other = lang() === 'zh' ? 'en' : 'zh';
  const dark = theme() === 'dark';
  fill(
    tools,
    h('button', { 'data-do': 'lang', lang: other, onclick: () => state.set({ lang: other }) }, other === 'zh' ? '中文' : 'English'),
    h('button', { 'data-do': 'theme', 'aria-pressed': dark ? 'true' : 'false', onclick: turnTheme }, dark ? t('light') : t('dark')),
    h('button', { 'data-do': 'share', onclick: share }, t('share')),
    state.screen() === 'report' ? null : h('button', { 'data-do': 'save', title: t('save.how'), 'aria-label': t('save.how'), onclick: page }, t('save')),
    h('button', { 'data-do': 'help', 'aria-haspopup': 'dialog', onclick: help }, '?'),
  );
}

/** A group of screens: links hold the state, names are in the reader's language. @param {Element} element */
function group(element) {
  let here = false;
  for (const link of element.querySelectorAll('[data-screen]')) {
    const each = link.getAttribute('data-screen') || '';
    link.setAttribute('href', state.href({}, each));
    link.textContent = t('screen.' + each);
    const now = each === (state.screen() || 'map');
    here ||= now;
    if (now) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const name = t('group.' + element.getAttribute('data-group'));
  const first = element.querySelector('.gname');
  element.setAttribute('aria-label', name);
  element.classList.toggle('here', here);
  if (!first) return;
  first.textContent = name;
  first.setAttribute('href', element.querySelector('[data-screen]')?.getAttribute('href') || '');
  if (here) first.setAttribute('aria-current', 'true');
  else first.removeAttribute('aria-current');
}

function turnTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem('tiyun.theme', next);
  } catch {
    // Not kept, then.
  }
  state.set({ theme: next });
  window.dispatchEvent(new Event('tiyun-theme'));
}

async function share() {
  let address = location.href;
  try {
    // Who opens it later is told when the model or the ledger is another by then.
    state.set(await used(), { quiet: true });
    address = location.href;
    await navigator.clipboard.writeText(address);
    announce(t('share.copied'));
    toast(t('share.copied'));
  } catch {
    toast(address);
  }
}

/** @param {string} text */
export function toast(text) {
  document.querySelector('.toast')?.remove();
  const made = h('div', { class: 'toast', role: 'status' }, text);
  document.body.append(made);
  setTimeout(() => made.remove(), 4000);
}

function help() {
  document.querySelector('dialog.help')?.remove();
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-label': t('help.title') },
    h('h2', {}, t('help.title')),
    h('dl', {}, ['space', 'arrows', 'speed', 'find', 'loop', 'zoom', 'pan', 'brake', 'table', 'undo', 'help'].map((k) => [h('dt', {}, h('kbd', {}, t('help.key.' + k))), h('dd', {}, t('help.' + k))])),
    h('form', { method: 'dialog', class: 'row' }, h('button', {}, t('close')), h('button', { 'data-do': 'tour', onclick: tour.start }, t('tour.again'))),
  );
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) && !(target instanceof HTMLInputElement && target.type === 'range' && /^[a-z?]$/i.test(event.key))) return;
  if (document.querySelector('dialog[open]')) return;
  const key = event.key === ' ' ? 'space' : event.shiftKey && event.key.startsWith('Arrow') ? 'Shift+' + event.key : event.key;
  if (key === 'space' && /^(BUTTON|SUMMARY|A)$/.test(target.tagName)) return;
  if (key === '?') help();
  else if (key === 'z' || key === 'Z') state.undo();
  else if (key === 'b' || key === 'B') state.go(state.href({}, 'brakes'));
  else if (current.keys?.[key]) current.keys[key]();
  else return;
  event.preventDefault();
});

document.addEventListener('click', (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest?.('a[href^="/"]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute('download') || link.getAttribute('target')) return;
  const address = link.getAttribute('href') || '';
  if (address.startsWith('/api/') || address.startsWith('/static/')) return;
  event.preventDefault();
  state.go(address);
  root.focus({ preventScroll: false });
});

let offline = false;
onLine((online) => {
  if (online === !offline) return;
  offline = !online;
  document.body.classList.toggle('offline', offline);
  document.querySelector('.offline-note')?.remove();
  if (offline) {
    document.body.append(h('div', { class: 'offline-note', role: 'alert' }, t('offline')));
    wait();
  }
});

/** The server may have been started again: the page goes on where it was. */
async function wait() {
  while (offline) {
    await new Promise((r) => setTimeout(r, 1000));
    try {
      await json('/api/home', { always: true });
      window.dispatchEvent(new Event('tiyun-online'));
    } catch {
      // Not yet.
    }
  }
}

state.onChange(render);
render();
