// What goes on around an answer: a database that the system closes, a newer app, Safari's tabs.
import { look } from './support/accessible.mjs';
import { newerBuild } from './support/newer.mjs';
import { Professional } from './support/professional.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

test('a database that the system closed is opened again, in the middle of a list', async ({ page, site }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    globalThis.databases = [];
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener('success', () => globalThis.databases.push(request.result));
      return request;
    };
  });
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.press('T1', 'professional', words.cell_answer);
  await page.getByRole('radio').nth(1).check();
  await expect(professional.says(words.saved)).toBeVisible();
  const before = await page.evaluate(() => { globalThis.databases.forEach((database) => database.close()); return globalThis.databases.length; });
  await page.getByRole('radio').nth(2).check();
  await expect.poll(() => page.evaluate(() => globalThis.databases.length)).toBe(before + 1);
  await expect(professional.says(words.saved)).toBeVisible();
  await professional.lock();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await professional.press('T1', 'professional', words.cell_answer);
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
});

test('a newer app waits until the list is left, and is taken with all answers', async ({ page, site }, info) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await professional.lock(); // under the worker's care
  await professional.unlock();
  await professional.atCases();
  const code = await professional.newCase();
  await professional.press('T1', 'professional', words.cell_answer);
  await page.getByRole('radio').nth(1).check();
  await site.stop();
  await site.start(newerBuild(info.outputPath('newer')));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    while (!registration.waiting) await new Promise((passed) => { setTimeout(passed, 50); });
  });
  await page.getByRole('radio').nth(3).check();
  await expect(professional.says(words.saved)).toBeVisible();
  await expect(professional.says(words.new_version)).toBeHidden();
  await professional.button(words.back).click();
  await expect(professional.says(words.new_version)).toBeVisible();
  await look(page);
  await page.getByLabel(words.case_note, { exact: true }).fill('Nog niet verlaten');
  await professional.button(words.new_version_take).evaluate((button) => button.click()); // without leaving the field first
  await expect(professional.heading(words.gate_title)).toBeFocused();
  await expect(professional.says(words.new_version)).toBeHidden();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('button', { name: code }).click();
  await expect(page.getByLabel(words.case_note, { exact: true })).toHaveValue('Nog niet verlaten');
  await professional.press('T1', 'professional', words.cell_answer);
  await expect(page.getByRole('radio').nth(3)).toBeChecked();
  await page.getByRole('radio').nth(4).check();
  await expect(professional.says('Nu bewaard')).toBeVisible();
});

test.describe('on an iPhone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1' });

  /** What only iOS has: whether the page is an app on the home screen. */
  const alone = (page, value) => page.addInitScript((standalone) => Object.defineProperty(Navigator.prototype, 'standalone', { get: () => standalone }), value);

  test("Safari's tab says that the home screen keeps apart, before anything is filled in", async ({ page, site }) => {
    await alone(page, false);
    const resident = new Resident(page, site);
    await resident.open();
    await expect(resident.heading(resident.words.start_title)).toBeFocused();
    for (const text of ['install_separate', 'install_how']) await expect(resident.says(resident.words[text])).toBeVisible();
    await look(page);
    const professional = new Professional(page, site);
    await professional.come();
    for (const text of ['install_separate', 'install_how']) await expect(professional.says(professional.words[text])).toBeVisible();
    await look(page);
  });

  test('the app on the home screen has nothing to say of it', async ({ page, site }) => {
    await alone(page, true);
    const professional = new Professional(page, site);
    await professional.page.goto(site.url);
    await expect(professional.heading(professional.words.start_title)).toBeFocused();
    await expect(professional.says(professional.words.install_separate)).toBeHidden();
    await professional.come();
    await expect(professional.says(professional.words.install_separate)).toBeHidden();
  });
});
