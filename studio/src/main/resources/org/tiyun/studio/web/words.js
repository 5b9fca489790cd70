// @ts-check
/** Texts and figures in the reader's language; figures as the reports write them. */
import { json } from './api.js';
import { get } from './state.js';

/** @type {Record<string, Record<string, string>>} */
const texts = {};

/** The language: of the address, else of the page as it came. @returns {'en'|'zh'} */
export function lang() {
  const asked = get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return document.documentElement.lang === 'zh' ? 'zh' : 'en';
}

/** Fetches the texts of a language once. @param {string} which */
export async function load(which) {
  if (!texts[which]) texts[which] = (await json('/api/words/' + which, { always: true })).texts;
}

/** @param {string} key without `studio.` @param {Record<string, unknown>} [values] */
export function t(key, values = {}) {
  return word('studio.' + key, values);
}

/** @param {string} key whole @param {Record<string, unknown>} [values] */
export function word(key, values = {}) {
  const text = texts[lang()]?.[key];
  if (text === undefined) return key;
  return text.replace(/\{([A-Za-z][A-Za-z0-9_]*)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** @param {string} key */
export function has(key) {
  return texts[lang()]?.[key] !== undefined;
}

/** What a payment of the ledger is for. @param {string} kind */
export function kindName(kind) {
  return has('ledger.kind.' + kind) ? word('ledger.kind.' + kind) : kind.replaceAll('_', ' ');
}

/** The one of two languages that is shown. @param {{en: string, zh: string} | undefined} both @param {string} [otherwise] */
export function said(both, otherwise = '') {
  return both ? both[lang()] : otherwise;
}

/** @param {number} value @param {number} significant @param {number} decimals */
function digits(value, significant, decimals = significant) {
  if (!Number.isFinite(value)) return '?';
  let text = Number(value.toPrecision(significant));
  if (value >= 0.95) text = Number(text.toFixed(Math.min(decimals, 20)));
  return text >= 1e21 || (text !== 0 && text < 1e-6) ? String(text) : text.toLocaleString('en-US', { maximumFractionDigits: 12, useGrouping: false });
}

/** @param {number} value @param {string} size */
function signed(value, size) {
  return value < 0 && !/^(CNY )?[$0.]*[BTM%亿万]*$/.test(size) ? '\u2212' + size : size;
}

/** Money given in billions of US dollars. @param {number} billions */
export function money(billions) {
  return lang() === 'zh' ? moneyNumber(billions) + '美元' : signed(billions, '$' + size(Math.abs(billions)));
}

/** @param {number} billions */
export function moneyNumber(billions) {
  return signed(billions, size(Math.abs(billions)));
}

/** @param {number} b */
function size(b) {
  if (!Number.isFinite(b)) return '?';
  if (lang() === 'zh') {
    const yi = b * 10;
    if (yi >= 9995) return digits(yi / 10000, 3) + '万亿';
    return yi >= 0.9995 || yi === 0 ? digits(yi, 3) + '亿' : digits(yi * 10000, 3) + '万';
  }
  if (b >= 999.5) return digits(b / 1000, 3) + 'T';
  return b >= 0.9995 || b === 0 ? digits(b, 3) + 'B' : digits(b * 1000, 3) + 'M';
}

/** @param {number} share of 1 */
export function percent(share) {
  const p = share * 100;
  return signed(p, digits(Math.abs(p), Math.abs(p) >= 9.95 ? 3 : 2, 1) + '%');
}

/** @param {number} value */
export function number(value) {
  if (!Number.isFinite(value)) return '?';
  const s = Math.abs(value);
  if (s !== 0 && (s >= 1e7 || s < 1e-4)) return value.toExponential(2);
  return signed(value, s >= 100 ? Math.round(s).toLocaleString('en-US') : digits(s, 3));
}

/** 2027Q3, or 2027年三季度. @param {string} label */
export function period(label) {
  if (lang() === 'zh' && /^\d{4}Q[1-4]$/.test(label)) return label.slice(0, 4) + '年' + '一二三四'[Number(label[5]) - 1] + '季度';
  if (lang() === 'zh' && /^\d{4}$/.test(label)) return label + '年';
  return label;
}

/** A value in a model's unit. @param {number} value @param {string} [unit] */
export function inUnit(value, unit) {
  if (unit === 'bn USD') return money(value);
  if (unit === 'bn CNY') return lang() === 'zh' ? moneyNumber(value) + '元' : signed(value, 'CNY ' + size(Math.abs(value)));
  if (!unit) return number(value);
  return number(value) + ' ' + unitName(unit);
}

/** @param {string} [unit] */
export function unitName(unit) {
  if (!unit) return '';
  const key = 'unit.' + unit.replaceAll(' ', '_').replaceAll('/', '.');
  return has(key) ? word(key) : unit;
}
