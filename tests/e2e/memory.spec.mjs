// What a locked vault leaves in the page: no case, no note and no passphrase in any heap, wasm memory or worker.
import { PASSPHRASE, Professional } from './support/professional.mjs';
import { Memory } from './support/memory.mjs';
import { expect, test } from './support/test.mjs';

const NOTE = 'Belt liever kwikstaartochtend';

test('after locking neither memory, page nor title holds what was in the vault', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await professional.lock();
  await professional.unlock(); // as on any day: by typing the passphrase
  await professional.atCases();
  const code = await professional.newCase();
  await page.getByLabel(words.case_note, { exact: true }).fill(NOTE);
  await page.getByLabel(words.case_note, { exact: true }).blur();
  await professional.press('T1', 'professional', words.cell_answer);
  await page.getByRole('radio').nth(3).check();
  await expect(professional.says(words.saved)).toBeVisible();
  await professional.button(words.back).click();
  await expect(page.getByLabel(words.case_note, { exact: true })).toHaveValue(NOTE);
  const memory = await new Memory(page).attach();
  const secrets = [code, code.replace('-', ''), NOTE, PASSPHRASE];

  // Else nothing below would prove anything: what is there is found, and what is put where nothing is.
  expect((await memory.find(secrets)).wasm).toEqual(expect.arrayContaining([NOTE]));
  expect(await page.content()).toContain(code);
  await page.evaluate((text) => { globalThis.planted = `planted ${text}`; }, PASSPHRASE);
  expect((await memory.find(secrets)).heap).toEqual([PASSPHRASE]);

  await professional.lock();
  await expect.poll(() => memory.workers).toEqual([]);
  expect(await memory.find(secrets)).toEqual({ heap: [], wasm: [] });
  expect(`${await page.title()} ${await page.content()} ${page.url()}`).not.toContain(code);
  expect(await page.content()).not.toContain(NOTE);
  expect(await page.evaluate(() => JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]))).not.toContain(code);
});
