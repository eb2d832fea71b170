// A client of W3C WebDriver: what the journeys need of it. Elements are found as a screen reader names them.
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 20_000; // ms; a slow machine is no fault of the app
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'; // the standard's name for a reference to an element
/** What can have a role, as it stands in the app's pages. */
const CANDIDATES = { button: 'button', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]', textbox: 'input, textarea' };

export class WebDriver {
  #url;
  #session = '';

  /** `url` is the driver's. */
  constructor(url) { this.#url = url; }

  /** Waits for the driver, and has it start its browser. */
  async start(capabilities) {
    await this.until('the driver answers', () => this.#ask('GET', '/status'));
    const { sessionId } = await this.#ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    this.#session = `/session/${sessionId}`;
  }

  /** Has it quit its browser. */
  quit() { return this.#ask('DELETE', ''); }

  async #ask(method, path, body) {
    const answer = await fetch(this.#url + this.#session + path, {
      method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(60_000),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  goto(url) { return this.#ask('POST', '/url', { url }); }
  title() { return this.#ask('GET', '/title'); }
  evaluate(script) { return this.#ask('POST', '/execute/sync', { script, args: [] }); }
  text() { return this.evaluate('return document.body.innerText'); }

  /** Asks until it is so, and returns the answer. An element that is not there yet, or no longer, is no answer. */
  async until(what, ask) {
    const end = Date.now() + PATIENCE;
    let cause;
    do {
      try {
        const answer = await ask();
        if (answer) return answer;
        cause = undefined;
      } catch (error) {
        cause = error;
      }
      await pause(50);
    } while (Date.now() < end);
    const seen = await this.text().catch(() => 'nothing');
    throw new Error(`not so within ${PATIENCE / 1000} s: ${what}. The page says:\n${seen}`, { cause });
  }

  /** All elements of a role, in the page's order. */
  async all(role) {
    const found = await this.#ask('POST', '/elements', { using: 'css selector', value: CANDIDATES[role] });
    return found.map((reference) => reference[ELEMENT]);
  }

  label(element) { return this.#ask('GET', `/element/${element}/computedlabel`); }
  /** WebKit names no element that is not shown. */
  async #labelIfShown(element) {
    try {
      return await this.label(element);
    } catch (error) {
      if (await this.#ask('GET', `/element/${element}/displayed`)) throw error;
      return null;
    }
  }

  isChecked(element) { return this.#ask('GET', `/element/${element}/selected`); }
  click(element) { return this.#ask('POST', `/element/${element}/click`, {}); }

  /** Those of a role that have this accessible name: a text, or a pattern. */
  async named(role, name) {
    const fits = typeof name === 'string' ? (label) => label === name : (label) => name.test(label);
    const found = [];
    for (const element of await this.all(role)) {
      const label = await this.#labelIfShown(element);
      if (label !== null && fits(label)) found.push(element);
    }
    return found;
  }

  /** Waits for the one of this role and name, and does something with it; anew if it was replaced meanwhile. */
  with(role, name, act) {
    return this.until(`there is one ${role} "${name}", and it works`, async () => {
      const [element, ...others] = await this.named(role, name);
      if (!element || others.length) return false;
      await act(element);
      return true;
    });
  }

  press(role, name) { return this.with(role, name, (element) => this.click(element)); }

  type(name, text) { return this.with('textbox', name, (element) => this.#ask('POST', `/element/${element}/value`, { text })); }

  /** Waits until the page has this text, so many times at least. */
  says(text, times = 1) { return this.until(`it says "${text}" (${times})`, async () => (await this.text()).split(text).length > times); }

  /** Waits for the screen with this heading, a text or a pattern: a new screen's heading takes the focus. */
  at(heading) {
    const pattern = typeof heading === 'string' ? { exec: (label) => label === heading && [label] } : heading;
    return this.until(`the focus is on "${heading}"`, async () => {
      const focused = await this.#ask('GET', '/element/active');
      return pattern.exec(await this.label(focused[ELEMENT]));
    });
  }
}
