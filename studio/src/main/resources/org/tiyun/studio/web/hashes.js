// @ts-check
/** The states of model and ledger that an address was made with, and those that are shown. */
import { h } from './dom.js';
import { t } from './words.js';
import { json } from './api.js';
import * as state from './state.js';
import { model, modelId, ledgerId } from './model.js';

/** Screens that show the ledger itself; the others run a model, which may have read one. */
const OF_LEDGER = ['map', 'firm', 'evidence'];
const NO_MODEL = ['map', 'evidence'];

/** What the screen was made of: `m` and `l` with their hashes, as far as it needs them. @returns {Promise<Record<string, string>>} */
export async function used() {
  /** @type {Record<string, string>} */
  const all = {};
  if (!NO_MODEL.includes(state.screen())) {
    const info = await model(modelId());
    all.m = modelId() + '@' + info.model.hash;
    if (info.ledger) all.l = info.ledger.id + '@' + info.ledger.hash;
  }
  if (OF_LEDGER.includes(state.screen())) {
    const info = await json('/api/ledgers/' + encodeURIComponent(ledgerId()), { always: true });
    all.l = ledgerId() + '@' + info.ledger.hash;
  }
  return all;
}

/** Says where the address was made with another state than the one that is shown. */
export async function compare() {
  const asked = [state.get('m'), state.get('l')].filter((named) => named.includes('@'));
  const place = state.screen() + asked;
  const old = /** @type {HTMLElement | null} */ (document.querySelector('.pinned'));
  if (old?.dataset.of === place) return;
  old?.remove();
  if (!asked.length) return;
  try {
    const now = Object.values(await used());
    const other = asked.filter((named) => now.some((each) => each !== named && each.split('@')[0] === named.split('@')[0]));
    if (!other.length || document.querySelector('.pinned')) return;
    const text = other.map((named) => t('hash.other', { asked: named, now: now.find((each) => each.split('@')[0] === named.split('@')[0]) })).join(' ');
    document.querySelector('header.top')?.after(h('p', { class: 'warn pinned', role: 'status', 'data-of': place }, text));
  } catch {
    // The screen itself says what is wrong.
  }
}
