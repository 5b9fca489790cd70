// @ts-check
/** What is known of models, fetched once each, and the question that the address asks. */
import { h } from './dom.js';
import { json } from './api.js';
import { get, settings } from './state.js';
import { said, money, inUnit, word, t, period, lang } from './words.js';

/** @type {Map<string, Promise<any>>} */
const models = new Map();

/** The id without the hash. @param {string} named */
export function idOf(named) {
  return named.split('@')[0];
}

/** The model of the address. */
export function modelId() {
  return idOf(get('m', 'ai-loop'));
}

/** The ledger of the address. */
export function ledgerId() {
  return idOf(get('l', 'ai-2025'));
}

/** @param {string} id @returns {Promise<any>} */
export function model(id) {
  if (!models.has(id)) {
    const asked = json('/api/models/' + encodeURIComponent(id), { always: true });
    models.set(id, asked);
    asked.catch(() => models.delete(id));
  }
  return /** @type {Promise<any>} */ (models.get(id));
}

window.addEventListener('tiyun-online', () => models.clear());

/** The run that the address asks for. @param {Record<string, string>} [more] @param {string} [what] */
export function runAddress(more = {}, what = 'runs') {
  const query = new URLSearchParams({ m: modelId() });
  if (get('scenario')) query.set('scenario', get('scenario'));
  if (get('seed')) query.set('seed', get('seed'));
  if (get('path') && what.startsWith('run')) query.set('path', get('path'));
  if (get('force') && get('scenario') && what.startsWith('run')) query.set('force', get('force'));
  for (const [name, value] of Object.entries(settings())) query.set('s.' + name, value);
  for (const [name, value] of Object.entries(more)) value === '' ? query.delete(name) : query.set(name, value);
  return '/api/' + what + '?' + query;
}

/** A name in the reader's language. @param {any} info @param {string} entity parts joined by a slash */
export function nameOf(info, entity) {
  return entity.split('/').map((part) => said(info.names[part], part)).join(' / ');
}

/** A word of the model's own. @param {any} info @param {string} kind @param {string} name */
export function term(info, kind, name) {
  return said(info.terms[kind + '.' + name], name);
}

/** Names of rows and variables, which are the same in every language. */
const NAMES = /([a-z]+(?:_[a-z0-9]+)+)/;

/** Where a number comes from, in the reader's language where the model has it. @param {{en: string, zh: string}} source */
export function sourceText(source) {
  const parts = said(source).split(NAMES).map((part, i) => (i % 2 ? h('code', {}, part) : part));
  return h('span', said(source) === source.en ? { lang: 'en' } : {}, parts);
}

/** How an event is told: when, who, what, and how much with its unit. @param {any} info */
export function eventTeller(info) {
  return (/** @type {any} */ e) => period(e.period) + ' ' + (e.firm ? nameOf(info, e.firm) + (lang() === 'zh' ? '：' : ': ') : '') + term(info, 'event', e.kind) + (e.amount ? ' (' + eventAmount(info, e) + ')' : '');
}

/** The amount of an event in its own unit. @param {any} info @param {any} e */
export function eventAmount(info, e) {
  return e.amount ? inUnit(e.amount, info.events?.[e.kind]) : '';
}

/** What an answer was made of. @param {any} answer @param {string} [more] */
export function hashLine(answer, more = '') {
  return h('p', { class: 'mute hash' }, t('hash.model', { id: modelId(), hash: answer.model.hash }) + (answer.ledger ? ' · ' + t('hash.ledger', answer.ledger) : '') + (answer.seed === undefined ? '' : ' · ' + t('hash.seed', { seed: answer.seed })) + more);
}

/** How a model's map writes money and what its colours mean. @param {any} info */
export function mapWords(info) {
  // A model that states no unit has none: its money is a plain number.
  const unit = info.unit;
  return {
    money: (/** @type {number} */ value) => (unit === 'bn USD' ? money(value) : inUnit(value, unit)),
    kind: (/** @type {string} */ kind) => said(info.kinds?.[kind], word('map.category.' + kind)),
  };
}
