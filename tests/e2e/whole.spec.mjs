// The whole way with real parts: from the first question, without a connection, to an opened bundle.
import { Organisation } from './support/organisation.mjs';
import { mixed, QUESTIONS, TITLES, valueOf, WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const CHANGED = { number: 7, to: 0 };
const chosen = (number) => (number === CHANGED.number ? CHANGED.to : mixed(number));
const TAPPED = Object.fromEntries(QUESTIONS.map(({ id }, index) => [id, valueOf(chosen(index + 1))]));

test('what is answered without a connection is what the organisation opens', async ({ page, site }, info) => {
  const organisation = new Organisation(info.outputPath('keys'));
  site.setConfig(organisation.config);
  const resident = new Resident(page, site);
  await resident.begin({ support: true, research: true });
  await resident.worksOffline();
  await site.stop();

  await resident.answerAll(mixed);
  const labels = (choose) => QUESTIONS.map(({ text, labels }, index) => [text, labels[choose(index + 1)]]);
  expect(await resident.checked()).toEqual(labels(mixed));
  await resident.change(CHANGED.number);
  await resident.hasAnswer(CHANGED.number, mixed(CHANGED.number));
  await resident.answer(CHANGED.number, CHANGED.to);
  await resident.next();
  await resident.atCheck();
  expect(await resident.checked()).toEqual(labels(chosen));

  await resident.finish();
  const told = await whatTheResultTells(page);
  await site.start(); // the organisation's keys are asked for when there is something to hand in
  await resident.handIn();
  const bundle = info.outputPath('b.age');
  const name = await resident.download(bundle);
  expect(await page.evaluate(() => window.location.href)).toBe(site.url);

  const { cases: [person], responses, scores } = organisation.open(bundle);
  expect(responses).toHaveLength(1);
  expect(responses[0].answers).toEqual(TAPPED);
  expect(responses[0]).toMatchObject({ case_code: CODE, person: '1', rater: 'resident', moment: 'T1', mode: 'self', revision: 1 });
  expect(person.consents).toMatchObject({ support: { given: true }, research: { given: true } });
  expect(name).toMatch(/^[0-9a-f-]{36}\.age$/);

  const [score] = organisation.score(responses);
  for (const component of ['competences', 'social_capital']) {
    const { sum, answered } = told[component];
    expect(Number(score[component])).toBeCloseTo(sum / answered, 4);
    expect(Number(score[`${component}_answered`])).toBe(answered);
    expect(scores[0][component]).toBe(Number(score[component]));
  }
  expect(Number(score.severe_domains)).toBe(told.severe);

  const { kind: _, ...response } = responses[0];
  expect(organisation.openByHand(bundle)).toEqual([response]);
});

/** Sum and number of answers of each component, and how many domains weigh heavily, in the app's own sentences. */
async function whatTheResultTells(page) {
  await page.getByText(WORDS.nl.result_how, { exact: true }).click();
  const sentence = async (words, values) => {
    const pattern = Object.entries({ count: '(?<count>\\d+)', items: '\\d+', answered: '(?<answered>\\d+)', sum: '(?<sum>\\d+)', ...values })
      .reduce((text, [name, value]) => text.replace(`{${name}}`, value), words);
    const text = await page.getByText(new RegExp(`^${pattern}$`)).innerText();
    return new RegExp(pattern).exec(text).groups;
  };
  const mean = async (component) => {
    const { sum, answered } = await sentence(WORDS.nl.result_how_mean, { component: TITLES[component] });
    return { sum: Number(sum), answered: Number(answered) };
  };
  const { count } = await sentence(WORDS.nl.result_count);
  return { competences: await mean('competences'), social_capital: await mean('social_capital'), severe: Number(count) };
}
