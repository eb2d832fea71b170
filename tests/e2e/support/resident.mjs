// A resident at the app, who sees roles and names only.
import { expect } from '@playwright/test';
import { QUESTIONS, WORDS } from './questions.mjs';

export const CODE = '73D0-9NZF';

export class Resident {
  /** `words` and `questions` are those of the language that the resident reads. */
  constructor(page, site, words = WORDS.nl, questions = QUESTIONS) {
    this.page = page;
    this.site = site;
    this.words = words;
    this.questions = questions;
  }

  /** Opens the app, by a link with something behind it if need be. */
  async open(link = '') {
    await this.page.goto(this.site.url + link);
  }

  heading(name) { return this.page.getByRole('heading', { level: 1, name, exact: true }); }
  button(name) { return this.page.getByRole('button', { name, exact: true }); }
  option(label) { return this.page.getByRole('radio', { name: label, exact: true }); }
  says(text) { return this.page.getByText(text, { exact: true }); }

  /** From the welcome to the consents. */
  async start() {
    await this.button(this.words.start_go).click();
    await expect(this.heading(this.words.your_answers_title)).toBeFocused();
  }

  /** Ticks what is agreed to and goes on. */
  async consents({ support = true, research = false } = {}) {
    const { consent_support, consent_research } = this.words;
    const [before, after] = consent_support.split(/\u2068?\{organisation\}\u2069?/);
    await this.page.getByRole('checkbox', { name: before || after }).setChecked(support);
    await this.page.getByRole('checkbox', { name: consent_research }).setChecked(research);
    await this.next();
  }

  /** Types the code and goes on. */
  async code(code = CODE) {
    await this.page.getByLabel(this.words.code_label, { exact: true }).fill(code);
    await this.next();
  }

  /** Everything before the first question. */
  async begin(consents) {
    await this.open();
    await this.start();
    await this.consents(consents);
    await this.code();
    await this.at(1);
  }

  /** The question is there, and nothing else. */
  async at(number) {
    const title = this.words.progress.replace('{number}', number).replace('{count}', QUESTIONS.length);
    await expect(this.page).toHaveTitle(new RegExp(`^(${this.words.error_prefix} )?${title} `));
  }

  /** Chooses an answer. */
  async choose(number, choice) {
    await this.at(number);
    await this.option(this.questions[number - 1].labels[choice]).check();
  }

  /** Chooses, and waits until it is kept. */
  async answer(number, choice) {
    await this.choose(number, choice);
    await expect(this.says(this.words.saved)).toBeVisible();
  }

  /** The question shows this answer as chosen. */
  async hasAnswer(number, choice) {
    await this.at(number);
    await expect(this.option(this.questions[number - 1].labels[choice])).toBeChecked();
  }

  next() { return this.button(this.words.next).click(); }
  back() { return this.button(this.words.back).click(); }

  /** Answers and goes on, question after question. */
  async answers(from, to, choose) {
    for (let number = from; number <= to; number += 1) {
      await this.answer(number, choose(number));
      await this.next();
    }
  }

  /** Reads the answers from this question back to the first. */
  async hasAnswersBackFrom(number, choose) {
    for (let at = number; at > 0; at -= 1) {
      await this.hasAnswer(at, choose(at));
      if (at > 1) await this.back();
    }
  }

  /** All questions, to the check. */
  async answerAll(choose) {
    await this.answers(1, QUESTIONS.length, choose);
    await this.atCheck();
  }

  atCheck() { return expect(this.heading(this.words.check_title)).toBeFocused(); }

  /** What the check shows: question and answer, line by line. */
  async checked() {
    const rows = await this.page.getByRole('main').getByRole('listitem').all();
    return Promise.all(rows.map(async (row) => {
      const change = await row.getByRole('button').getAttribute('aria-label');
      const [before, after] = this.words.check_change_item.split('{item}');
      const item = change.slice(before.length, change.length - after.length);
      return [item, await row.getByRole('strong').innerText()];
    }));
  }

  /** "Wijzig", at the check. */
  change(number) { return this.button(this.words.check_change_item.replace('{item}', this.questions[number - 1].text)).click(); }

  /** From the check to the result. */
  async finish() {
    await this.button(this.words.check_done).click();
    await expect(this.heading(this.words.result_title)).toBeFocused();
  }

  /** From the result to the sealed file. */
  async handIn() {
    await this.button(this.words.result_hand_in).click();
    await expect(this.heading(this.words.hand_in_title)).toBeFocused();
  }

  /** Takes the file; `path` is where it is put. */
  async download(path) {
    const downloading = this.page.waitForEvent('download');
    await this.button(this.words.hand_in_download).click();
    const file = await downloading;
    await file.saveAs(path);
    return file.suggestedFilename();
  }

  /** The app is kept, so that it works without a connection. */
  worksOffline() { return expect(this.says(this.words.works_offline)).toBeVisible(); }

  toHelp() { return this.button(this.words.help).click(); }

  /** Help, and from there one's own data. */
  async toData() {
    await this.toHelp();
    await this.button(this.words.help_data_title).click();
    await expect(this.heading(this.words.data_title)).toBeFocused();
  }

  /** Removes everything, from any screen. */
  async wipe() {
    await this.toData();
    await this.button(this.words.data_wipe).click();
    await this.button(this.words.data_wipe_yes).click();
    await expect(this.heading(this.words.start_title)).toBeFocused();
  }
}
