// The languages of the resident's journey: chosen on the first screen, fetched when chosen, marked as not validated.
import { expectAccessible, look } from './support/accessible.mjs';
import { Organisation } from './support/organisation.mjs';
import { Professional } from './support/professional.mjs';
import { mixed, QUESTIONS, translated, valueOf, WORDS } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const OTHERS = { en: 'English', fy: 'Frysk', ar: 'العربية', tr: 'Türkçe', pl: 'Polski', uk: 'Українська' };
const reader = (page, site, language) => new Resident(page, site, WORDS[language], translated(language));

for (const [language, name] of Object.entries(OTHERS)) {
  test(`in ${language}: chosen, marked, asked, and read to the first answer`, async ({ page, site }) => {
    const fetched = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1)));
    const dutch = new Resident(page, site);
    await dutch.open();
    await expect(dutch.says(WORDS.nl.translated)).toBeVisible();
    expect(fetched.filter((file) => /^(texts|nl|resident\.v1)/.test(file) && !/^(nl|resident\.v1\.nl)-/.test(file))).toEqual([]);
    await dutch.button(name).click();

    const resident = reader(page, site, language);
    const { words, questions } = resident;
    await expect(resident.heading(words.start_title)).toBeFocused();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    await expect(resident.button(name)).toHaveAttribute('aria-current', 'true');
    for (const text of ['start_what', 'start_who', 'start_stop', 'translated']) await expect(resident.says(words[text])).toBeVisible();
    await look(page);
    await resident.start();
    await resident.consents();
    await resident.code();
    await resident.at(1);
    // Numbers as the language writes them.
    const [one, all] = [1, QUESTIONS.length].map((number) => new Intl.NumberFormat(language).format(number));
    await expect(resident.says(words.progress.replace('{number}', one).replace('{count}', all))).toBeVisible();
    await expect(page.getByRole('group', { name: questions[0].text })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(questions[0].labels.length);
    for (const label of questions[0].labels) await expect(resident.option(label)).toBeVisible();
    await expect(resident.says(words.translated)).toBeVisible();
    await resident.next();
    await expect(page.getByRole('alert')).toContainText(words.answer_missing);
    await resident.answers(1, 2, mixed);
    await page.getByText(words.plain_words, { exact: true }).click();
    await expect(resident.says(questions[2].plain)).toBeVisible();
    await look(page);
  });
}

test('from right to left: all the way, in the words and on the side of Arabic, to what the organisation opens', async ({ page, site }, info) => {
  const organisation = new Organisation(info.outputPath('keys'));
  site.setConfig(organisation.config);
  const dutch = new Resident(page, site);
  await dutch.open();
  await dutch.button(OTHERS.ar).click();
  const resident = reader(page, site, 'ar');
  await expect(resident.heading(resident.words.start_title)).toBeFocused();
  await resident.start();
  await resident.consents();
  await resident.code();
  await resident.at(1);
  // Mirrored: the dot at the right of its words, the way back at the left of the way on.
  const middle = async (locator) => { const { x, width } = await locator.boundingBox(); return x + width / 2; };
  const option = resident.option(resident.questions[0].labels[0]);
  expect(await middle(option)).toBeGreaterThan(page.viewportSize().width / 2);
  expect(await middle(resident.button(resident.words.back))).toBeLessThan(await middle(resident.button(resident.words.next)));
  await resident.answerAll(mixed);
  expect(await resident.checked()).toEqual(resident.questions.map(({ text, labels }, index) => [text, labels[mixed(index + 1)]]));
  await look(page);
  await resident.finish();
  // A bar begins where reading begins.
  const [track, bar] = await page.locator('.chart-bar-picture').filter({ has: page.locator('.chart-bar') }).first()
    .evaluate((picture) => ['.chart-track', '.chart-bar'].map((part) => picture.querySelector(part).getBoundingClientRect().right));
  expect(Math.abs(track - bar)).toBeLessThanOrEqual(1);
  await look(page);
  await resident.toHelp();
  // "14 010" in a sentence from right to left: still in this order.
  const call = page.getByRole('link', { name: /14 010/ });
  const [first, second] = await call.evaluate((link) => {
    const at = link.textContent.indexOf('14 010');
    return [at, at + 3].map((from) => {
      const range = new Range();
      range.setStart(link.firstChild, from);
      range.setEnd(link.firstChild, from + 2);
      return range.getBoundingClientRect().left;
    });
  });
  expect(first).toBeLessThan(second);
  await look(page);
  await resident.back();
  await resident.handIn();
  const bundle = info.outputPath('b.age');
  await resident.download(bundle);
  await expectAccessible(page);
  const { responses: [response] } = organisation.open(bundle);
  expect(response.instrument.translation).toMatchObject({ language: 'ar', validated: false });
  expect(response.answers).toEqual(Object.fromEntries(QUESTIONS.map(({ id }, index) => [id, valueOf(mixed(index + 1))])));
});

test('on a tablet that is handed over, the language is chosen first, without a connection; the desk stays Dutch', async ({ page, site }) => {
  const professional = new Professional(page, site);
  await professional.come();
  await professional.makeVault();
  await professional.newCase();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await professional.handOver('T1');
  const dutch = new Resident(page, site);
  await expect(dutch.heading(dutch.words.your_answers_title)).toBeFocused();
  await site.stop();
  await dutch.button(OTHERS.tr).click();
  const resident = reader(page, site, 'tr');
  await expect(resident.heading(resident.words.your_answers_title)).toBeFocused();
  await look(page);
  await resident.consents();
  await resident.answer(1, 3);
  await resident.toHelp();
  await resident.button(resident.words.give_back).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await professional.unlock();
  await professional.atCases();
  await site.start();
});
