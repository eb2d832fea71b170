// A professional at the desk, who sees roles and names only.
import { expect } from '@playwright/test';
import { readQr } from './qr.mjs';
import { DESK } from './questions.mjs';

export const PASSPHRASE = 'fiets tafel wolk zeehond';

export class Professional {
  constructor(page, site, words = DESK.nl) {
    this.page = page;
    this.site = site;
    this.words = words;
  }

  heading(name) { return this.page.getByRole('heading', { level: 1, name, exact: true }); }
  button(name) { return this.page.getByRole('button', { name, exact: true }); }
  field(name) { return this.page.getByLabel(name, { exact: true }); }
  says(text) { return this.page.getByText(text, { exact: true }); }

  /** From the resident's first screen to the desk, past its first minutes. */
  async come() {
    await this.comeFirst();
    if (await this.heading(this.words.tour_what_title).isVisible()) await this.button(this.words.tour_skip).click();
    await expect(this.heading(this.words.gate_title)).toBeFocused();
  }

  /** The same, to whatever is shown first. */
  async comeFirst() {
    await this.page.goto(this.site.url);
    await this.button(this.words.help).click();
    await this.button(this.words.help_professional).click();
    await expect(this.heading(this.words.gate_title).or(this.heading(this.words.tour_what_title))).toBeFocused();
  }

  /** From the gate or from one's cases to the made-up cases. */
  async practise() {
    await this.button(this.words.practice_go).click();
    await expect(this.heading(this.words.tour_practice_title)).toBeFocused();
    await this.button(this.words.practice_go).click();
    await this.atCases();
  }

  /** To the made-up case of this kind: `whole`, `household` or `begun`. */
  async openMadeUp(kind) {
    await this.page.getByRole('button', { name: this.words[`practice_note_${kind}`] }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: /^Case / })).toBeFocused();
  }

  /**
   * To the gate after a crash. Which part of the app was open is kept by the browser when it likes: after one that was killed the
   * app may begin with the resident's screens, and a professional goes on by the help there.
   */
  async comeBack(pseudonym = 'P07') {
    await this.page.goto(this.site.url);
    const [vault, help] = [this.button(pseudonym), this.button(this.words.help)];
    await expect(vault.or(help).first()).toBeVisible();
    if (await vault.isVisible()) return;
    await help.click();
    await this.button(this.words.help_professional).click();
    await expect(vault).toBeVisible();
  }

  async fillVault(pseudonym, passphrase, again = passphrase) {
    await this.field(this.words.vault_pseudonym).fill(pseudonym);
    await this.field(this.words.vault_passphrase).fill(passphrase);
    await this.field(this.words.vault_passphrase_again).fill(again);
    await this.button(this.words.vault_make).click();
  }

  /** Makes a vault; returns its recovery code. */
  async makeVault(pseudonym = 'P07', passphrase = PASSPHRASE) {
    await this.button(this.words.gate_new).click();
    await expect(this.heading(this.words.vault_new_title)).toBeFocused();
    await this.fillVault(pseudonym, passphrase);
    await expect(this.heading(this.words.recovery_title)).toBeFocused();
    const parts = await this.page.getByRole('main').getByRole('listitem').allInnerTexts();
    await this.page.getByRole('checkbox', { name: this.words.recovery_kept }).check();
    await this.button(this.words.next).click();
    await this.atCases();
    return parts.join(' ');
  }

  atCases() { return expect(this.heading(this.words.cases_title)).toBeFocused(); }

  async unlock(pseudonym = 'P07', passphrase = PASSPHRASE) {
    await this.button(pseudonym).click();
    await this.field(this.words.vault_passphrase).fill(passphrase);
    await this.button(this.words.unlock).click();
  }

  async lock() {
    await this.button(this.words.desk_lock).click();
    await expect(this.heading(this.words.gate_title)).toBeFocused();
  }

  /** Makes a case; returns its code. */
  async newCase() {
    await this.button(this.words.cases_new).click();
    const heading = this.page.getByRole('heading', { level: 1, name: /^Case [0-9A-Z]{4}-[0-9A-Z]{4}$/ });
    await expect(heading).toBeFocused();
    return (await heading.innerText()).slice('Case '.length);
  }

  /** The code of this vault's device, as text and as a picture, and its fingerprint. */
  async ownDevice() {
    await this.button(this.words.vault_title).click();
    const code = await this.page.getByText(/^draagkracht-device:1:/).innerText();
    expect(await readQr(this.page.getByRole('img', { name: this.words.device_qr, exact: true }))).toBe(code);
    const fingerprint = await this.page.getByText(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/).innerText();
    expect(code).toMatch(new RegExp(`:${fingerprint}$`));
    await this.back();
    await this.atCases();
    return { code, fingerprint };
  }

  /** From a case: makes its file for a colleague's device, keeps it at `path`, and goes back to the case. */
  async give({ code }, path) {
    await this.button(this.words.give_title).click();
    await this.field(this.words.give_code).fill(code);
    await this.button(this.words.give_check).click();
    await this.page.getByRole('checkbox', { name: this.words.give_compared }).check();
    await this.button(this.words.give_make).click();
    const downloading = this.page.waitForEvent('download');
    await this.button(this.words.hand_in_download).click();
    await (await downloading).saveAs(path);
    await this.back();
  }

  back() { return this.button(this.words.back).click(); }

  /** The person who asked agrees to their own support. */
  async agree() {
    await this.page.getByText(this.words.case_consents, { exact: true }).click();
    await this.page.getByRole('checkbox', { name: this.words.consent_support.replace('{organisation}', '') }).check();
  }

  /** The state of a list in the grid. */
  cell(moment, rater) {
    const column = { resident: 0, professional: 1 }[rater];
    return this.page.getByRole('row', { name: new RegExp(`^${moment}`) }).getByRole('cell').nth(column);
  }

  press(moment, rater, name) { return this.cell(moment, rater).getByRole('button', { name: `${name}, ${moment}`, exact: true }).click(); }

  /** Answers a page of the own list: option `choose(n)` of each item, from 0. */
  async answerPage(choose) {
    const items = await this.page.getByRole('main').getByRole('group').all();
    for (const [at, item] of items.entries()) await item.getByRole('radio').nth(choose(at)).check();
    await expect(this.says(this.words.saved)).toBeVisible();
  }

  /** The own list at a moment, to its end. */
  async answerList(moment, choose) {
    await this.press(moment, 'professional', this.words.cell_answer);
    for (let page = 1; page <= 3; page += 1) {
      await expect(this.says(this.words.list_page.replace('{number}', page).replace('{count}', 3))).toBeVisible();
      await this.answerPage(choose);
      await this.button(this.words.next).click();
    }
    await expect(this.heading(this.words.list_check_title)).toBeFocused();
    await this.button(this.words.list_complete).click();
  }

  /** What the answers say, from the case. */
  async read(moment) {
    await this.page.getByRole('button', { name: `${this.words.reading_open}, ${moment}`, exact: true }).click();
    await expect(this.heading(this.words.reading_compare_title)).toBeFocused();
  }

  /** To another picture of the same answers. */
  async look(way, title) {
    await this.page.getByRole('navigation').getByRole('button', { name: way, exact: true }).click();
    await expect(this.heading(title)).toBeFocused();
  }

  /** The cells of a table, row by row; its numbers are opened first. */
  async table(name) {
    const table = this.page.getByRole('table', { name, exact: true });
    const rows = await table.locator('xpath=.//tbody/tr').all();
    return Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => cell.trim())));
  }

  /** Gives the tablet to the resident. */
  async handOver(moment, mode = this.words.mode_self) {
    await this.press(moment, 'resident', this.words.cell_hand_over);
    await expect(this.heading(this.words.hand_over_title)).toBeFocused();
    await this.page.getByRole('radio', { name: mode, exact: true }).check();
    await this.button(this.words.hand_over_go).click();
  }
}
