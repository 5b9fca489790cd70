// @ts-check
/** Questions to the server. What it says is wrong comes as a Fault with its findings, in the reader's language. */

export class Fault extends Error {
  /** @param {{code: string, message: string, help?: string}[]} findings @param {number} status */
  constructor(findings, status) {
    super(findings.map((f) => f.code + ': ' + f.message).join('\n'));
    this.findings = findings;
    this.status = status;
  }
}

/** @type {(online: boolean) => void} */
let heard = () => {};
/** @param {(online: boolean) => void} listener is told whether the server answers */
export function onLine(listener) {
  heard = listener;
}

let shown = new AbortController();
/** The screen that asked is left: what it asked for is of no use, and the server stops working on it. */
export function leave() {
  shown.abort();
  shown = new AbortController();
}

/**
 * Asks on behalf of the screen that is shown.
 * @param {string} address @param {RequestInit & {always?: boolean}} [how] always: also when the screen is left
 * @returns {Promise<Response>}
 */
export async function ask(address, how = {}) {
  const { always, ...init } = how;
  const signals = [always ? null : shown.signal, init.signal].filter((s) => s instanceof AbortSignal);
  // What is wrong is told in the language of the page, which need not be the browser's.
  const headers = { 'Accept-Language': document.documentElement.lang };
  let response;
  try {
    response = await fetch(address, { headers, ...init, signal: AbortSignal.any(/** @type {AbortSignal[]} */ (signals)) });
  } catch (e) {
    if (!(e instanceof DOMException && e.name === 'AbortError')) heard(false);
    throw e;
  }
  heard(true);
  if (response.ok) return response;
  let findings;
  try {
    findings = (await response.json()).findings;
  } catch {
    findings = [{ code: 'E0712', message: String(response.status) }];
  }
  throw new Fault(findings, response.status);
}

/** @param {string} address @param {RequestInit & {always?: boolean}} [how] @returns {Promise<any>} */
export async function json(address, how) {
  const told = await (await ask(address, how)).json();
  // An answer that took long had begun before its end was known.
  if (told.status >= 400 && told.findings) throw new Fault(told.findings, told.status);
  return told;
}

/** Asks for one thing at a time: a newer question gives up the one before. */
export function newest() {
  let going = new AbortController();
  return (/** @type {string} */ address) => {
    going.abort();
    going = new AbortController();
    return json(address, { signal: going.signal });
  };
}

/**
 * Asks for the latest only: while an answer is awaited, newer questions replace each other, and the
 * last one is asked next. A stale answer is never shown.
 * @template T
 * @param {(answer: T, address: string) => void} show
 * @param {(fault: unknown) => void} fail
 */
export function latest(show, fail) {
  let busy = false;
  /** @type {string | null} */
  let waiting = null;
  let closed = false;
  async function run(/** @type {string} */ address) {
    busy = true;
    try {
      const answer = await json(address);
      if (!closed && waiting === null) show(answer, address);
      else if (!closed) show(answer, address);
    } catch (fault) {
      if (!closed && waiting === null) fail(fault);
    }
    busy = false;
    if (waiting !== null && !closed) {
      const next = waiting;
      waiting = null;
      run(next);
    }
  }
  return {
    /** @param {string} address */
    ask(address) {
      if (busy) waiting = address;
      else run(address);
    },
    close() {
      closed = true;
    },
    get busy() {
      return busy;
    },
  };
}
