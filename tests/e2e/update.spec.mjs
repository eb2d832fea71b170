// Working offline, and a newer app: it waits until the person says so, and every tab keeps what it has.
import { newerBuild } from './support/newer.mjs';
import { mixed, WORDS } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const { nl } = WORDS;

test('a newer app waits, then every open tab takes it with all answers', async ({ context, page, site }, info) => {
  const one = new Resident(page, site);
  await one.begin();
  await one.worksOffline();
  await one.answers(1, 2, mixed);
  await one.page.reload(); // under the worker's care
  await one.worksOffline();
  const two = new Resident(await context.newPage(), site);
  await two.open();
  await two.toHelp();
  await expect(two.heading(nl.help_title)).toBeFocused();

  await site.stop();
  await site.start(newerBuild(info.outputPath('newer')));
  await one.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  for (const { page } of [one, two]) await expect(page.getByText(nl.new_version, { exact: true })).toBeVisible();
  await one.answer(3, mixed(3)); // still the words of before
  await two.page.reload();
  await expect(two.page.getByText(nl.new_version, { exact: true })).toBeVisible();
  await one.page.goto('about:blank');
  await one.open();
  await one.hasAnswer(3, mixed(3));
  await one.answer(3, 0);

  await one.page.evaluate(() => { window.before = true; });
  await two.page.evaluate(() => { window.before = true; });
  await one.button(nl.new_version_take).click();
  for (const { page } of [one, two]) await expect.poll(() => page.evaluate(() => window.before).catch(() => true)).toBeUndefined();
  const newer = (resident) => new Resident(resident.page, site, { ...nl, saved: 'Nu bewaard' });
  await newer(one).hasAnswer(3, 0);
  await newer(one).answer(3, 4);
  await expect(two.heading(nl.help_title)).toBeVisible();
  await site.stop();
  await two.page.reload();
  await two.back();
  await two.hasAnswersBackFrom(3, (number) => (number === 3 ? 4 : mixed(number)));
  await expect(two.page.getByText(nl.new_version, { exact: true })).toBeHidden();
});

test('the browser is asked to keep what is kept, once the first question is there, and its answer is not waited for', async ({ page, site }) => {
  await page.addInitScript(() => {
    globalThis.asked = [];
    // Firefox puts the question to the person.
    StorageManager.prototype.persist = () => { globalThis.asked.push('persist'); return new Promise(() => {}); };
    const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = function (...args) { globalThis.asked.push(document.title); return register.apply(this, args); };
  });
  const resident = new Resident(page, site);
  await resident.open();
  await resident.start();
  expect(await page.evaluate(() => globalThis.asked)).toEqual([]);
  await resident.consents();
  await resident.code();
  await resident.at(1);
  await expect.poll(() => page.evaluate(() => globalThis.asked)).toEqual(['persist', expect.stringMatching(/^Vraag 1 /)]);
});
