// @ts-check
/** The address is the document: everything that is shown can be read from it. */

const listeners = new Set();
/** @type {string[]} */
const past = [];

/** The screen: the first part of the path. */
export function screen() {
  return location.pathname.split('/')[1] || 'map';
}

/** @param {string} name @param {string} [otherwise] */
export function get(name, otherwise = '') {
  return new URLSearchParams(location.search).get(name) ?? otherwise;
}

/** The settings of sliders and switches: everything that begins with `s.`. @returns {Record<string, string>} */
export function settings() {
  /** @type {Record<string, string>} */
  const all = {};
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith('s.')) all[name.slice(2)] = value;
  }
  return all;
}

/** The address with some parameters changed; an empty one is left out. @param {Record<string, string|number|null>} changes @param {string} [to] */
export function href(changes, to = screen()) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString().replaceAll('%40', '@').replaceAll('%3E', '>');
  return '/' + to + (text ? '?' + text : '');
}

/**
 * Changes the address without leaving the page.
 * @param {Record<string, string|number|null>} changes
 * @param {{keep?: boolean, quiet?: boolean}} [how] keep: a step that undo returns to; quiet: nobody is told
 */
export function set(changes, how = {}) {
  const before = location.pathname + location.search;
  const after = href(changes);
  if (after === before) return;
  if (how.keep) past.push(before);
  history.replaceState(null, '', after);
  if (!how.quiet) tell();
}

/** Remembers where undo returns to. */
export function mark() {
  const now = location.pathname + location.search;
  if (past[past.length - 1] !== now) past.push(now);
}

/** One step back; false where there is none. */
export function undo() {
  const now = location.pathname + location.search;
  let before = past.pop();
  while (before === now) before = past.pop();
  if (!before) return false;
  history.replaceState(null, '', before);
  tell();
  return true;
}

/** Goes to an address within the studio. @param {string} address */
export function go(address) {
  history.pushState(null, '', address);
  tell();
}

/** @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', tell);
