// A resident without a connection, whose browser is quit once and killed once: what is answered is what the organisation opens.
import assert from 'node:assert/strict';
import { mixed, QUESTIONS, valueOf, WORDS } from '../e2e/support/questions.mjs';
import { inEachEngine } from './support/journey.mjs';
import { CODE, Resident } from './support/resident.mjs';

const words = WORDS.nl;
const [QUIT, KILLED] = [5, 13];
const TAPPED = Object.fromEntries(QUESTIONS.map(({ id }, index) => [id, valueOf(mixed(index + 1))]));

inEachEngine('resident', 'a resident answers, leaves, comes back and hands in', async ({ engine, site, organisation }) => {
  const come = async () => {
    const browser = await engine.open();
    await browser.goto(site.url);
    return new Resident(browser);
  };
  let resident = await come();
  await resident.begin();
  await resident.browser.says(words.works_offline);
  await site.stop();

  await resident.answers(1, QUIT - 1, mixed);
  await resident.answer(QUIT, mixed(QUIT));
  await engine.quit();
  resident = await come();
  await resident.hasAnswersBackFrom(QUIT, mixed);
  await resident.press(words.next);
  await resident.answers(QUIT + 1, KILLED - 1, mixed);
  await resident.answer(KILLED, mixed(KILLED));
  await engine.kill();
  resident = await come();
  await resident.hasAnswersBackFrom(KILLED, mixed);
  await resident.press(words.next);
  await resident.answers(KILLED + 1, QUESTIONS.length, mixed);
  await resident.finish();

  await site.start(); // the organisation's keys are asked for when there is something to hand in
  await resident.press(words.result_hand_in);
  await resident.browser.at(words.hand_in_title);
  await resident.press(words.hand_in_download);
  const [bundle] = await engine.downloaded(1);
  const { cases, responses } = organisation.open(bundle);
  assert.equal(responses.length, 1);
  assert.deepEqual(responses[0].answers, TAPPED);
  assert.equal(responses[0].case_code, CODE);
  assert.deepEqual([cases[0].consents.support.given, cases[0].consents.research.given], [true, true]);
});
