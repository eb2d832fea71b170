// A device whose clock is wrong, and moments in another order than planned: what was answered stays, and is received.
import { expect, test } from './support/box.mjs';
import { Professional } from './support/professional.mjs';

const YEAR = 365 * 24 * 60 * 60 * 1000;

test('a clock that goes back a year in the middle of a list, and a T3 before a T2', async ({ page, box, organisation }) => {
  await page.addInitScript((token) => localStorage.setItem('draagkracht.token', token), box.token);
  const professional = new Professional(page, box);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.agree();
  await professional.press('T1', 'professional', words.cell_answer);
  await professional.answerPage((at) => at % 5);
  await professional.button(words.next).click();

  await page.clock.setFixedTime(Date.now() - YEAR);
  await professional.lock();
  await professional.unlock();
  await professional.atCases();
  await expect(professional.says(words.damaged_beside)).toBeHidden();
  await page.getByRole('button', { name: code }).click();
  await professional.answerList('T1', (at) => (at + 3) % 5);
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);
  await professional.answerList('T3', (at) => (at + 1) % 5);
  await expect(professional.cell('T3', 'professional')).toContainText(words.cell_complete);
  // To the vault a year in which nobody touched anything has gone by.
  await page.clock.setFixedTime(Date.now());
  await expect(professional.heading(words.gate_title)).toBeFocused();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await professional.answerList('T2', (at) => (at + 2) % 5);

  for (const moment of ['T1', 'T2', 'T3']) await expect(professional.cell(moment, 'professional')).toContainText(words.cell_complete);
  await professional.button(words.case_back).click();
  await professional.button(words.cases_outbox.replace('{count}', 3)).click();
  await professional.button(words.outbox_send).click();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toHaveCount(3);
  expect(organisation.receive(box)).toEqual(Array(3).fill(expect.stringMatching(/^ok /)));
  await professional.button(words.outbox_ask).click();
  await expect(page.getByText(words.outbox_received.split(' {')[0])).toHaveCount(3);
});
