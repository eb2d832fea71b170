// Two tabs on one vault: the second says so, and can take over with everything that the first had.
import { look } from './support/accessible.mjs';
import { Professional } from './support/professional.mjs';
import { expect, test } from './support/test.mjs';

const OTHER = 'zomer kraan vlieger appel';
const NOTE = 'Belt liever kwikstaartochtend';

test('the second tab takes over, with the answer and the note of just before', async ({ context, page, site }) => {
  const first = new Professional(page, site);
  const { words } = first;
  await first.come();
  await first.makeVault();
  const code = await first.newCase();
  await first.press('T1', 'professional', words.cell_answer);
  await expect(page.getByRole('radio').first()).toBeVisible();

  const second = new Professional(await context.newPage(), site);
  await second.page.goto(site.url);
  await second.unlock();
  await expect(second.says(words.tabs_open_elsewhere)).toBeVisible();
  await look(second.page);
  await expect(first.button(words.desk_lock)).toBeVisible();
  await page.getByRole('radio').nth(2).evaluate((input) => input.click()); // and not waited for
  await second.button(words.tabs_take_over).click();
  await second.atCases();
  await expect(first.says(words.tabs_taken)).toBeVisible();
  await expect(first.heading(words.gate_title)).toBeVisible();
  await expect(page.locator('body')).not.toContainText(code);
  await look(page);
  await second.page.getByRole('button', { name: code }).click();
  await second.press('T1', 'professional', words.cell_answer);
  await expect(second.page.getByRole('radio').nth(2)).toBeChecked();
  await second.button(words.back).click();

  // Back again, with a note that stands in its field and was not left yet.
  await second.page.getByLabel(words.case_note, { exact: true }).fill(NOTE);
  await first.unlock();
  await first.button(words.tabs_take_over).click();
  await first.atCases();
  await expect(page.getByText(NOTE)).toBeVisible();
  await expect(second.says(words.tabs_taken)).toBeVisible();

  // A tab that is gone holds nothing.
  await page.close();
  await second.unlock();
  await second.atCases();
});

test('other vaults are none of its business, and a tab that does not answer is said so', async ({ context, page, site }) => {
  const first = new Professional(page, site);
  const { words } = first;
  await first.come();
  const recovery = await first.makeVault();
  const second = new Professional(await context.newPage(), site);
  await second.page.goto(site.url);
  await second.makeVault('P08', 'lamp berg noot kikker');
  await expect(first.heading(words.cases_title)).toBeVisible();
  await second.lock();
  // By the recovery code it is open elsewhere just as much.
  await second.button('P07').click();
  await second.button(words.unlock_recover).click();
  await second.field(words.recover_code).fill(recovery);
  await second.field(words.vault_passphrase_new).fill(OTHER);
  await second.field(words.vault_passphrase_again).fill(OTHER);
  await second.button(words.unlock).click();
  await expect(second.says(words.tabs_open_elsewhere)).toBeVisible();
  // A page that has the lock and hears nothing, as a tab that the system froze.
  const name = await page.evaluate(async () => (await navigator.locks.query()).held[0].name);
  const frozen = await context.newPage();
  await frozen.goto(`${site.url}recept.html`);
  await frozen.evaluate((lock) => { navigator.locks.request(lock, () => new Promise(() => {})); }, name);
  await page.close();
  await second.button(words.tabs_take_over).click();
  await expect(second.page.getByRole('alert')).toContainText(words.tabs_silent);
  await frozen.close();
  await second.field(words.vault_passphrase).fill(OTHER);
  await second.button(words.unlock).click();
  await second.atCases();
});
