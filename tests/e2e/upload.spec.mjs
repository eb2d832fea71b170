// From a device to the organisation and back, by a real nginx and the command line: sent, received, removed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/box.mjs';
import { Professional } from './support/professional.mjs';
import { mixed } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';

/** A professional with one case whose own list of T1 is complete and sealed. */
async function withList(page, box) {
  const professional = new Professional(page, box);
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.agree();
  await professional.answerList('T1', (at) => at % 5);
  await expect(professional.cell('T1', 'professional')).toContainText(professional.words.cell_complete);
  return { professional, code, words: professional.words };
}

test('a locked tablet sends its outbox with the code of its team; what was received is removed safely', async ({ page, box, organisation }) => {
  const { professional, code, words } = await withList(page, box);
  await professional.lock();
  await professional.button(words.outbox_title).click();
  await professional.button(words.outbox_send).click();
  await expect(professional.says(words.send_token.replace('{organisation}', organisation.name))).toBeVisible();
  expect(readdirSync(box.inbox)).toEqual([]);
  await professional.field(words.outbox_token).fill(box.token);
  await professional.button(words.outbox_token_use).click();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toBeVisible();
  expect(readdirSync(box.inbox)).toHaveLength(1);

  expect(organisation.receive(box)).toEqual([expect.stringMatching(/^ok /)]);
  await professional.button(words.outbox_ask).click();
  await expect(page.getByText(words.outbox_received.split(' {')[0])).toBeVisible();

  await professional.back();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await professional.button(words.case_remove_safe).click();
  await expect(professional.says(words.case_remove_safe_sure)).toBeVisible();
  await professional.button(words.case_remove_yes).click();
  await expect(professional.says(words.case_removed)).toBeVisible();
  await expect(page.getByRole('button', { name: code })).toBeHidden();
});

test('whatever the server answers is said, and the same bytes are sent until they are taken', async ({ page, box, organisation }, info) => {
  await page.addInitScript((token) => localStorage.setItem('draagkracht.token', token), box.token);
  const { professional, words } = await withList(page, box);
  await professional.button(words.case_back).click();
  await professional.button(words.cases_outbox.replace('{count}', 1)).click();
  await expect(professional.says(words.outbox_only_here.replace('{count}', 1))).toBeVisible();
  const downloading = page.waitForEvent('download');
  await professional.button(words.hand_in_download).click();
  const path = info.outputPath('sealed.age');
  const file = await downloading;
  await file.saveAs(path);
  // Taken as a file, it still waits to be sent.
  for (const [answer, text] of [[403, 'send_token'], [413, 'send_too_large'], [409, 'send_no_place'], [500, 'send_later'], [507, 'send_later']]) {
    await box.say(answer);
    await professional.button(words.outbox_send).click();
    await expect(professional.says(words[text].replace('{organisation}', organisation.name)), `${answer}`).toBeVisible();
    await expect(professional.says(words.send_kept)).toBeVisible();
    expect(readdirSync(box.inbox)).toEqual([]);
  }
  await box.say('forgets');
  await professional.button(words.outbox_send).click();
  await expect(professional.says(words.send_kept)).toBeHidden();
  expect(readdirSync(box.inbox)).toEqual([]);
  await professional.button(words.outbox_ask).click();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toBeVisible();
  await expect(page.getByText(words.outbox_received.split(' {')[0])).toBeHidden();

  await box.say('stores');
  await box.cut(1500);
  await professional.button(words.outbox_again).click();
  await expect(professional.says(words.send_unreachable)).toBeVisible();
  expect(box.cuts).toBeGreaterThan(0);
  expect(readdirSync(box.inbox)).toEqual([]);
  // It waits with the others now, as long as that takes.
  await expect(professional.button(words.outbox_again)).toBeHidden();
  await box.cut();
  await professional.button(words.outbox_send).click();
  await expect(professional.button(words.outbox_again)).toBeVisible();
  expect(readdirSync(box.inbox)).toEqual([file.suggestedFilename()]);
  expect(readFileSync(join(box.inbox, file.suggestedFilename()))).toEqual(readFileSync(path));
  // Once more: the server has it already, which is no fault.
  await professional.button(words.outbox_again).click();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toBeVisible();
  await expect(professional.says(words.send_kept)).toBeHidden();
  expect(readFileSync(join(box.inbox, file.suggestedFilename()))).toEqual(readFileSync(path));
});

test('what is to go by itself goes when the connection returns; a list that is not complete goes as a draft', async ({ page, context, box, organisation }) => {
  await page.addInitScript((token) => localStorage.setItem('draagkracht.token', token), box.token);
  const { professional, words } = await withList(page, box);
  await professional.button(words.case_back).click();
  await professional.button(words.cases_outbox.replace('{count}', 1)).click();
  await page.getByRole('checkbox', { name: words.outbox_by_itself }).check();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toBeVisible();
  await box.cut(1500);
  await professional.back();
  await page.getByRole('button', { name: /^[0-9A-Z]{4}-/ }).click();
  await professional.press('T2', 'professional', words.cell_answer);
  await professional.answerPage(() => 2);
  await page.goBack();
  await professional.press('T2', 'professional', words.cell_draft);
  // What was on that screen is of the revision before.
  await page.goForward();
  await professional.atCases();
  await expect.poll(() => box.cuts).toBeGreaterThan(0);
  expect(readdirSync(box.inbox)).toHaveLength(1);
  await box.cut();
  await context.setOffline(true);
  await context.setOffline(false);
  await expect.poll(() => readdirSync(box.inbox).length).toBe(2);
  const newest = readdirSync(box.inbox).sort().at(-1);
  const { responses } = organisation.open(join(box.inbox, newest));
  expect(responses).toEqual([expect.objectContaining({ moment: 'T2', completed: null, revision: 1 })]);
  expect(Object.values(responses[0].answers)).toContain(3);
  expect(organisation.receive(box).filter((line) => line.startsWith('ok '))).toHaveLength(2);
});

test('nothing about who does not agree any more is sent', async ({ page, box }) => {
  const { professional, words } = await withList(page, box);
  const support = page.getByRole('checkbox', { name: words.consent_support.replace('{organisation}', '') });
  const outbox = async (count) => {
    await professional.button(words.case_back).click();
    await professional.button(words.cases_outbox.replace('{count}', count)).click();
    if (count === 0) await expect(professional.says(words.outbox_none)).toBeVisible();
    await professional.back();
    await page.getByRole('button', { name: /^[0-9A-Z]{4}-/ }).click();
    await page.getByText(words.case_consents, { exact: true }).click();
  };
  await outbox(1);
  await support.uncheck();
  await outbox(0);
  await support.check();
  await outbox(1);
  await support.uncheck();
  await professional.press('T2', 'professional', words.cell_answer);
  await professional.answerPage(() => 2);
  await page.goBack();
  await expect(professional.cell('T2', 'professional')).toContainText(words.cell_begun.split('} ').at(-1));
  await expect(page.getByRole('button', { name: `${words.cell_draft}, T2` })).toBeHidden();
});

test('a receipt that comes as a file counts only when it is right', async ({ page, box, organisation }, info) => {
  await page.addInitScript((token) => localStorage.setItem('draagkracht.token', token), box.token);
  const { professional, words } = await withList(page, box);
  await professional.button(words.case_back).click();
  await professional.button(words.cases_outbox.replace('{count}', 1)).click();
  await professional.button(words.outbox_send).click();
  await expect(page.getByText(words.outbox_handed_in.split(' {')[0])).toBeVisible();
  // Published nowhere: the app cannot fetch it.
  const receipts = info.outputPath('receipts');
  organisation.receive({ inbox: box.inbox, receipts });
  const [json, minisig] = readdirSync(receipts).sort().map((name) => ({ name, mimeType: 'text/plain', buffer: readFileSync(join(receipts, name)) }));
  await page.getByText(words.receipt_title, { exact: true }).click();
  const take = async (files, text) => {
    await professional.field(words.receipt_files).setInputFiles(files);
    await expect(professional.says(words[text].replace('{organisation}', organisation.name).replace('{name}', json.name))).toBeVisible();
    await expect(page.getByText(words.outbox_received.split(' {')[0])).toBeHidden();
  };
  const flipped = Buffer.from(json.buffer);
  flipped[flipped.indexOf('sha256') + 10] ^= 1;
  await take([{ ...json, buffer: flipped }, minisig], 'receipt_wrong');
  await take([json], 'receipt_alone');
  await take([{ ...minisig, name: 'other.minisig' }], 'receipt_none');
  box.setConfig({ ...organisation.uploads, receipt_key: undefined });
  await take([json, minisig], 'receipt_no_key');
  box.setConfig(organisation.uploads);
  await professional.field(words.receipt_files).setInputFiles([json, minisig]);
  await expect(professional.says(words.receipts_received.replace('{count}', 1))).toBeVisible();
  await expect(page.getByText(words.outbox_received.split(' {')[0])).toBeVisible();
});

test("a resident's own phone sends without a code, and hears that it was received", async ({ page, box, organisation }) => {
  const resident = new Resident(page, box);
  const { words } = resident;
  await resident.begin({ support: true });
  await resident.answerAll(mixed);
  await resident.finish();
  await resident.handIn();
  await box.say(507);
  await resident.button(words.hand_in_send).click();
  await expect(resident.says(words.hand_in_refused.replace('{organisation}', organisation.name))).toBeVisible();
  await box.say('stores');
  await box.cut(1500);
  await resident.button(words.hand_in_send).click();
  await expect(resident.says(words.hand_in_unreachable)).toBeVisible();
  await box.cut();
  await resident.button(words.hand_in_send).click();
  await expect(resident.says(words.hand_in_done)).toBeVisible();
  expect(organisation.receive(box)).toEqual([expect.stringMatching(/^ok /)]);
  await resident.button(words.hand_in_back).click();
  await resident.handIn();
  await expect(resident.says(words.hand_in_received.replace('{organisation}', organisation.name))).toBeVisible();
  await expect(resident.button(words.hand_in_send)).toBeHidden();
});
