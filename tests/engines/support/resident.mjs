// A resident at the app, in whichever engine.
import { QUESTIONS, WORDS } from '../../e2e/support/questions.mjs';

const words = WORDS.nl;
export const CODE = '73D0-9NZF';

export class Resident {
  /** `browser` is a WebDriver. */
  constructor(browser) { this.browser = browser; }

  press(name) { return this.browser.press('button', name); }

  /** Agrees to support and to research. */
  async consents() {
    await this.browser.at(words.your_answers_title);
    await this.browser.press('checkbox', /mag mijn antwoorden gebruiken/);
    await this.browser.press('checkbox', words.consent_research);
    await this.press(words.next);
  }

  /** From the welcome to the first question. */
  async begin() {
    await this.press(words.start_go);
    await this.consents();
    await this.browser.type(words.code_label, CODE);
    await this.press(words.next);
    await this.at(1);
  }

  /** This question is there, and nothing else. */
  at(number) {
    const title = words.progress.replace('{number}', number).replace('{count}', QUESTIONS.length);
    return this.browser.until(`it is at ${title}`, async () => (await this.browser.title()).startsWith(`${title} `));
  }

  /** Chooses the answer at this place, and waits until it is kept. */
  async answer(number, choice) {
    await this.at(number);
    await this.browser.press('radio', QUESTIONS[number - 1].labels[choice]);
    await this.browser.says(words.saved);
  }

  /** Answers and goes on, question after question. */
  async answers(from, to, choose) {
    for (let number = from; number <= to; number += 1) {
      await this.answer(number, choose(number));
      await this.press(words.next);
    }
  }

  /** The question shows this answer as chosen. */
  async hasAnswer(number, choice) {
    await this.at(number);
    const label = QUESTIONS[number - 1].labels[choice];
    await this.browser.until(`"${label}" is chosen at question ${number}`, async () => {
      const [option] = await this.browser.named('radio', label);
      return this.browser.isChecked(option);
    });
  }

  /** Reads the answers from this question back to the first, and returns to it. */
  async hasAnswersBackFrom(last, choose) {
    for (let number = last; number > 1; number -= 1) {
      await this.hasAnswer(number, choose(number));
      await this.press(words.back);
    }
    await this.hasAnswer(1, choose(1));
    for (let number = 1; number < last; number += 1) {
      await this.at(number);
      await this.press(words.next);
    }
    await this.at(last);
  }

  /** From the check to the result. */
  async finish() {
    await this.browser.at(words.check_title);
    await this.press(words.check_done);
    await this.browser.at(words.result_title);
  }
}
