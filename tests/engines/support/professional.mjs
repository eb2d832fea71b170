// A professional at the desk, in whichever engine.
import assert from 'node:assert/strict';
import { DESK } from '../../e2e/support/questions.mjs';

const words = DESK.nl;
const PASSPHRASE = 'fiets tafel wolk zeehond';
const OPTIONS = 7; // five points and two ways of giving no answer

export const PSEUDONYM = 'P07';

export class Professional {
  /** `browser` is a WebDriver. */
  constructor(browser) { this.browser = browser; }

  press(name) { return this.browser.press('button', name); }

  /** From the resident's first screen to the desk. */
  async come() {
    await this.press(words.help);
    await this.press(words.help_professional);
    await this.browser.at(words.tour_what_title);
    await this.press(words.tour_skip);
    await this.browser.at(words.gate_title);
  }

  async makeVault() {
    await this.press(words.gate_new);
    await this.browser.at(words.vault_new_title);
    await this.browser.type(words.vault_pseudonym, PSEUDONYM);
    await this.browser.type(words.vault_passphrase, PASSPHRASE);
    await this.browser.type(words.vault_passphrase_again, PASSPHRASE);
    await this.press(words.vault_make);
    await this.browser.at(words.recovery_title);
    await this.browser.press('checkbox', words.recovery_kept);
    await this.press(words.next);
    await this.browser.at(words.cases_title);
  }

  async lock() {
    await this.press(words.desk_lock);
    await this.browser.at(words.gate_title);
  }

  async unlock() {
    await this.press(PSEUDONYM);
    await this.browser.type(words.vault_passphrase, PASSPHRASE);
    await this.press(words.unlock);
    await this.browser.at(words.cases_title);
  }

  /** Makes a case; returns its code. */
  async newCase() {
    await this.press(words.cases_new);
    const [, code] = await this.browser.at(/^Case ([0-9A-Z]{4}-[0-9A-Z]{4})$/);
    return code;
  }

  async openCase(code) {
    await this.press(new RegExp(code));
    await this.browser.at(`Case ${code}`);
  }

  /** The part of the own list is there. */
  atPart(number) { return this.browser.says(words.list_page.replace('{number}', number).replace('{count}', 3)); }

  /** Chooses the answer at place `choose(n)` of the first `count` items of a part, n from 0. */
  async answerItems(count, choose) {
    for (let at = 0; at < count; at += 1) {
      const options = await this.browser.all('radio');
      await this.browser.click(options[at * OPTIONS + choose(at)]);
    }
    await this.browser.says(words.saved);
  }

  /** The first `count` items of this part have these answers, and no other option is chosen. */
  async hasAnswers(count, choose) {
    const expected = Array.from({ length: count }, (_, at) => at * OPTIONS + choose(at));
    const chosen = [];
    for (const [place, option] of (await this.browser.all('radio')).entries()) {
      if (await this.browser.isChecked(option)) chosen.push(place);
    }
    assert.deepEqual(chosen, expected);
  }

  /** Gives the tablet to the resident, who fills in the list. */
  async handOver(moment) {
    await this.press(`${words.cell_hand_over}, ${moment}`);
    await this.browser.at(words.hand_over_title);
    await this.browser.press('radio', words.mode_self);
    await this.press(words.hand_over_go);
  }

  /** Takes the bundle at this place in the outbox, from 1. */
  async download(number) {
    await this.browser.until(`bundle ${number} can be taken`, async () => {
      const buttons = await this.browser.named('button', new RegExp(words.hand_in_download));
      await this.browser.click(buttons[number - 1]);
      return true;
    });
  }
}
