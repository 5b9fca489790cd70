// @ts-check
/** The report: one file to send. */
import { h, fill } from '../dom.js';
import { t, said, lang } from '../words.js';
import * as state from '../state.js';
import { ask } from '../api.js';
import { save } from '../dom.js';
import { model, modelId, runAddress } from '../model.js';
import { wrong } from '../app.js';
import { scenarios } from '../levers.js';

/** @param {HTMLElement} root */
export async function show(root) {
  const info = await model(modelId());
  const trouble = h('p', { role: 'status', class: 'mute' });
  const address = () => runAddress({ lang: lang() }, 'report.html');
  const open = h('a', { href: address(), target: '_blank' }, t('report.open'));
  const button = h('button', { 'data-export': 'html', onclick: async () => {
    fill(trouble, t('report.wait'));
    try {
      save('tiyun-report-' + lang() + '.html', await (await ask(address())).blob());
      fill(trouble);
    } catch (fault) {
      fill(trouble, wrong(fault, () => button.click()));
    }
  } }, t('report.save'));
  const frame = h('iframe', { class: 'report', title: t('report.frame'), sandbox: '', src: address() });
  fill(root, h('h1', {}, t('report.title')), h('p', { class: 'lead' }, t('report.lead') + ' ' + t('notforecast')), h('div', { class: 'bar' }, h('label', {}, t('report.scenario'), ' ', scenarios(info)), button, open), trouble, h('p', { class: 'mute' }, t('report.preview')), frame, h('p', { class: 'mute hash' }, t('hash.model', { id: info.model.id, hash: info.model.hash }) + (info.ledger ? ' · ' + t('hash.ledger', { id: info.ledger.id, hash: info.ledger.hash }) : '')));
  const off = state.onChange(() => {
    if (frame.getAttribute('src') === address()) return;
    open.href = address();
    frame.src = address();
  });
  return { close: off };
}
