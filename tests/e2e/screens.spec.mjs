// Every screen, light and dark: axe finds nothing, nothing lies beside the page, and a screen reader hears what it should.
import { expectAccessible, look } from './support/accessible.mjs';
import { Organisation } from './support/organisation.mjs';
import { mixed, QUESTIONS, WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const { nl } = WORDS;
const SENSITIVE = 19;

test('before the questions', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.open();
  await expect(resident.button(nl.start_go)).toBeVisible();
  await look(page);
  await resident.start();
  await look(page);
  await resident.consents();
  await expect(resident.heading(nl.code_title)).toBeFocused();
  await look(page);
  await resident.code('73D0-9NZG');
  await expect(page.getByRole('alert')).toBeFocused();
  await look(page);
  await resident.toHelp();
  await expect(resident.heading(nl.help_title)).toBeFocused();
  await look(page);
  await resident.button(nl.help_data_title).click();
  await expect(resident.heading(nl.data_title)).toBeFocused();
  await look(page);
  await resident.button(nl.data_wipe).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await look(page);
});

test('a question, with an error, an explanation and an answer', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.worksOffline();
  await expect(resident.heading(QUESTIONS[0].text)).toBeFocused();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'question.aria.yml' });
  await resident.next();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'error.aria.yml' });
  await look(page);
  await resident.answers(1, 2, mixed);
  await page.getByText(nl.plain_words, { exact: true }).click();
  await expect(resident.says(QUESTIONS[2].plain)).toBeVisible();
  await resident.answer(3, 2);
  await look(page);
});

test('from the longest question to the sealed file', async ({ page, site }, info) => {
  const organisation = new Organisation(info.outputPath('keys'));
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, 13, mixed);
  await resident.at(14);
  await look(page);
  await resident.answers(14, SENSITIVE - 1, mixed);
  await resident.at(SENSITIVE);
  await expect(resident.says(nl.private_line)).toBeVisible();
  await look(page);
  await resident.answers(SENSITIVE, QUESTIONS.length, mixed);
  await resident.atCheck();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'check.aria.yml' });
  await look(page);
  await resident.finish();
  await page.getByText(nl.result_how, { exact: true }).click();
  await resident.worksOffline();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'result.aria.yml' });
  await look(page);
  await resident.handIn();
  await expect(resident.says(nl.hand_in_kept)).toBeVisible();
  await look(page);
  site.setConfig(organisation.config);
  await page.reload();
  await expect(resident.button(nl.hand_in_download)).toBeVisible();
  await look(page);
});

test('what stands in the way', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  const resident = new Resident(page, site);
  await resident.open(`#${CODE}`);
  await expect(resident.heading(nl.trouble_title)).toBeFocused();
  await look(page);
});

test('the neutral page', async ({ page, site }) => {
  await page.goto(`${site.url}recept.html`);
  await look(page);
});
