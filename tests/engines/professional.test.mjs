// A professional's visit without a connection: a vault, the own list with a lock in the middle, the tablet to the resident
// and back; later the organisation opens both lists.
import assert from 'node:assert/strict';
import { DESK, mixed, QUESTIONS, valueOf } from '../e2e/support/questions.mjs';
import { inEachEngine } from './support/journey.mjs';
import { Professional, PSEUDONYM } from './support/professional.mjs';
import { Resident } from './support/resident.mjs';

const words = DESK.nl;
const PARTS = [6, 6, 8]; // items
const chosen = (at) => at % 7;

inEachEngine('professional', 'a professional visits, hands over and takes back', async ({ engine, site, organisation }) => {
  const browser = await engine.open();
  await browser.goto(site.url);
  const professional = new Professional(browser);
  await professional.come();
  await professional.makeVault();
  await browser.until('the service worker has the page', () => browser.evaluate('return navigator.serviceWorker.controller !== null'));
  await site.stop();

  const code = await professional.newCase();
  await professional.press(`${words.cell_answer}, T1`);
  await professional.atPart(1);
  await professional.answerItems(PARTS[0], chosen);
  await professional.press(words.next);
  await professional.atPart(2);
  await professional.answerItems(2, chosen);
  await professional.lock();
  assert.ok(!(await browser.text()).includes(code));
  await professional.unlock();
  await professional.openCase(code);
  await browser.says(words.cell_begun.replace('{count}', PARTS[0] + 2).replace('{total}', 20));
  await professional.press(`${words.cell_answer}, T1`);
  await professional.atPart(1);
  await professional.hasAnswers(PARTS[0], chosen);
  await professional.press(words.next);
  await professional.atPart(2);
  await professional.hasAnswers(2, chosen);
  await professional.answerItems(PARTS[1], chosen);
  await professional.press(words.next);
  await professional.atPart(3);
  await professional.answerItems(PARTS[2], chosen);
  await professional.press(words.next);
  await browser.at(words.list_check_title);
  await professional.press(words.list_complete);
  await browser.at(`Case ${code}`);
  await browser.says(words.cell_complete);

  await professional.handOver('T1');
  const resident = new Resident(browser);
  await resident.consents();
  await resident.answers(1, QUESTIONS.length, mixed);
  await resident.finish();
  await resident.press(words.give_back);
  await browser.at(words.gate_title);
  await browser.says(words.gate_lent);
  await professional.unlock();
  await professional.openCase(code);
  await browser.says(words.cell_complete, 2);

  await site.start();
  await professional.lock();
  await professional.unlock(); // with a connection the lists are sealed
  await browser.says(words.cases_outbox.replace('{count}', 2));
  await professional.lock();
  await professional.press(words.outbox_title);
  await browser.at(words.outbox_title);
  for (const number of [1, 2]) {
    await professional.download(number);
    await engine.downloaded(number);
  }
  const opened = (await engine.downloaded(2)).flatMap((bundle) => organisation.open(bundle).responses);
  const [own, theirs] = ['professional', 'resident'].map((rater) => opened.find((response) => response.rater === rater));
  assert.deepEqual(theirs.answers, Object.fromEntries(QUESTIONS.map(({ id }, at) => [id, valueOf(mixed(at + 1))])));
  assert.deepEqual(Object.values(own.answers).toSorted(), PARTS.flatMap((items) => Array.from({ length: items }, (_, at) => valueOf(chosen(at)))).toSorted());
  assert.equal(own.pseudonym, PSEUDONYM);
  assert.deepEqual([own.case_code, theirs.case_code], [code, code]);
});
