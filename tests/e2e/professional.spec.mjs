// A professional's visit: a vault, a case, both lists, the tablet to the resident and back, handing in.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/box.mjs';
import { Professional } from './support/professional.mjs';
import { mixed } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';

const agreed = expect.objectContaining({ given: true });

test('a whole visit without a connection; later both lists are sent, received, and removed here', async ({ page, box, organisation }) => {
  const professional = new Professional(page, box);
  const resident = new Resident(page, box);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await box.down();

  const code = await professional.newCase();
  await professional.answerList('T1', (at) => at % 5);
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);

  await professional.handOver('T1');
  await expect(resident.heading(words.your_answers_title)).toBeFocused();
  await resident.consents({ support: true, research: true });
  await resident.answers(1, 2, mixed);
  await page.reload();
  await resident.at(3);
  await resident.toHelp();
  await expect(resident.button(words.help_data_title)).toBeHidden();
  await resident.back();
  await resident.answers(3, 23, mixed);
  await resident.atCheck();
  await resident.finish();
  await expect(resident.button(words.result_hand_in)).toBeHidden();
  await resident.button(words.give_back).click();

  await expect(professional.heading(words.gate_title)).toBeFocused();
  await expect(professional.says(words.gate_lent)).toBeVisible();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await expect(professional.cell('T1', 'resident')).toContainText(words.cell_complete);
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);

  await box.say('stores');
  await professional.lock();
  await professional.unlock();
  await professional.atCases();
  await professional.button(words.cases_outbox.replace('{count}', 2)).click();
  await professional.button(words.outbox_send).click();
  await professional.field(words.outbox_token).fill(box.token);
  await professional.button(words.outbox_token_use).click();
  const all = (state) => page.getByText(words[state].split(' {')[0]);
  await expect(all('outbox_handed_in')).toHaveCount(2);
  const bundles = readdirSync(box.inbox).map((name) => organisation.open(join(box.inbox, name)));
  for (const { cases } of bundles) expect(cases).toEqual([expect.objectContaining({ consents: { support: agreed, research: agreed } })]);
  const responses = bundles.flatMap((bundle) => bundle.responses);
  expect(new Set(responses.map((response) => response.case_code))).toEqual(new Set([code]));
  expect(new Set(responses.map((response) => response.case_id)).size).toBe(1);
  expect(responses.map(({ rater }) => rater).sort()).toEqual(['professional', 'resident']);
  expect(responses.find(({ rater }) => rater === 'professional')).toMatchObject({ pseudonym: 'P07', unblinded: false, mode: 'self' });

  expect(organisation.receive(box).filter((line) => line.startsWith('ok '))).toHaveLength(2);
  await professional.button(words.outbox_ask).click();
  await expect(all('outbox_received')).toHaveCount(2);
  await professional.back();
  await page.getByRole('button', { name: code }).click();
  await professional.button(words.case_remove_safe).click();
  await professional.button(words.case_remove_yes).click();
  await expect(professional.says(words.case_removed)).toBeVisible();
});

test('what is wrong with a passphrase is said, and a wrong one opens nothing', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.button(words.gate_new).click();
  for (const [pseudonym, passphrase, again, sentence] of [
    ['', 'fiets tafel wolk zeehond', undefined, words.vault_pseudonym_wrong],
    ['P07', 'kort', undefined, words.vault_passphrase_short],
    ['P07', 'fiets tafel wolk', 'fiets tafel wol', words.vault_passphrase_other],
    ['P07', 'wachtwoord12', undefined, words.vault_passphrase_weak],
  ]) {
    await professional.fillVault(pseudonym, passphrase, again);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page).toHaveTitle(/^Fout: /);
  }
  await professional.fillVault('P07', 'fiets tafel wolk zeehond');
  await expect(professional.heading(words.recovery_title)).toBeFocused();
  const recovery = (await page.getByRole('main').getByRole('listitem').allInnerTexts()).join(' ');
  await professional.button(words.next).click();
  await expect(page.getByRole('alert')).toContainText(words.recovery_not_kept);
  await page.getByRole('checkbox', { name: words.recovery_kept }).check();
  await professional.button(words.next).click();
  await professional.atCases();
  const code = await professional.newCase();
  await professional.lock();
  await expect(page.locator('body')).not.toContainText(code);
  await expect(page).toHaveTitle(/Draagkracht$/);

  await professional.unlock('P07', 'fiets tafel wolk zeehonden');
  await expect(page.getByRole('alert')).toContainText(words.unlock_wrong);
  await professional.button(words.unlock_recover).click();
  const recover = async (typed, passphrase) => {
    await professional.field(words.recover_code).fill(typed);
    await professional.field(words.vault_passphrase_new).fill(passphrase);
    await professional.field(words.vault_passphrase_again).fill(passphrase);
    await professional.button(words.unlock).click();
  };
  await recover(recovery.slice(0, 30), 'lamp berg noot kikker');
  await expect(page.getByRole('alert')).toContainText('32 tekens');
  await recover(recovery, 'lamp berg noot kikker');
  await professional.atCases();
  await expect(page.getByRole('button', { name: code })).toBeVisible();
  await professional.lock();
  await professional.unlock('P07', 'lamp berg noot kikker');
  await professional.atCases();
});

test('left alone the vault locks by itself, in the middle of a list, and nothing is lost', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await page.clock.install();
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.press('T1', 'professional', words.cell_answer);
  await page.getByRole('radio').nth(3).check();
  await expect(professional.says(words.saved)).toBeVisible();
  await page.clock.runFor('04:58');
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  await page.clock.runFor('00:05');
  await expect(professional.heading(words.gate_title)).toBeFocused();
  await expect(page.locator('body')).not.toContainText(code);
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_begun.replace('{count}', 1).replace('{total}', 20));
});

test('a press holds while what it pressed is drawn anew; what is held hides nothing from a lock', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await page.clock.install();
  await professional.come();
  await professional.makeVault();
  await professional.newCase();
  await professional.agree();
  const press = async (button) => {
    await button.scrollIntoViewIfNeeded();
    const { x, y } = await button.boundingBox();
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
  };
  await professional.field(words.case_note).fill('Belt liever in de ochtend.');
  await press(professional.cell('T1', 'professional').getByRole('button', { name: `${words.cell_answer}, T1`, exact: true }));
  // Leaving the note keeps it, and then the grid is drawn anew: long before this.
  await new Promise((later) => setTimeout(later, 1000));
  await page.mouse.up();
  await expect(professional.says(words.list_page.replace('{number}', 1).replace('{count}', 3))).toBeVisible();
  await professional.back();
  await expect(professional.field(words.case_note)).toHaveValue('Belt liever in de ochtend.');
  await press(professional.button(words.case_back));
  await page.clock.fastForward('11:00');
  await expect(professional.heading(words.gate_title)).toBeVisible();
});

test('two people on one tablet each see their own cases', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault('P07');
  const code = await professional.newCase();
  await professional.lock();
  await professional.makeVault('P08', 'lamp berg noot kikker');
  await expect(professional.says(words.cases_none)).toBeVisible();
  await professional.lock();
  await professional.unlock('P07');
  await professional.atCases();
  await expect(page.getByRole('button', { name: code })).toBeVisible();
  await professional.lock();
  await professional.button(words.gate_new).click();
  await professional.fillVault('p07', 'fiets tafel wolk zeehond');
  await expect(page.getByRole('alert')).toContainText(words.vault_pseudonym_taken);
});

test('who wipes their own answers leaves the vaults of others alone', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.lock();
  await professional.button(words.desk_to_questions).click();
  const resident = new Resident(page, site);
  await resident.start();
  await resident.consents();
  await resident.code();
  await resident.answers(1, 2, mixed);
  await resident.wipe();
  await resident.toHelp();
  await resident.button(words.help_professional).click();
  await professional.unlock();
  await professional.atCases();
  await expect(page.getByRole('button', { name: code })).toBeVisible();
});
