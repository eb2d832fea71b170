// Moving about: back, reload, keyboard, language, text size, away, and everything gone.
import { records } from './support/database.mjs';
import { Organisation } from './support/organisation.mjs';
import { mixed, QUESTIONS, WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';
import { translate } from './support/translator.mjs';

const { nl, en } = WORDS;
const focusedHeading = (resident, number) => expect(resident.heading(QUESTIONS[number - 1].text)).toBeFocused();

test('the back button, "Terug" and a reload bring back the question with its answer', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await focusedHeading(resident, 1);
  await resident.answers(1, 3, mixed);
  await resident.at(4);
  await focusedHeading(resident, 4);
  await expect(page.getByText(nl.progress.replace('{number}', 4).replace('{count}', QUESTIONS.length), { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  await page.goBack();
  await resident.hasAnswer(3, mixed(3));
  await focusedHeading(resident, 3);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await resident.back();
  await resident.hasAnswer(2, mixed(2));
  await page.reload();
  await resident.hasAnswer(2, mixed(2));
  await page.goForward();
  await resident.hasAnswer(3, mixed(3));
  await resident.next();
  await resident.at(4);

  await resident.toHelp();
  await expect(resident.heading(nl.help_title)).toBeFocused();
  await page.goBack();
  await resident.at(4);
  await page.goto('about:blank');
  await page.goto(site.url);
  await resident.at(4);
  await resident.back(); // nothing of ours lies before it any more
  await resident.hasAnswer(3, mixed(3));
});

test('"Verder" without an answer says what to do', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.next();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fout: Vraag 1 van 23 /);
  await expect(page.getByRole('group', { name: QUESTIONS[0].text })).toHaveAccessibleDescription(nl.answer_missing);
  await summary.getByRole('link', { name: nl.answer_missing, exact: true }).click();
  await expect(resident.option(QUESTIONS[0].labels[0])).toBeFocused();
  await resident.next(); // and once more
  await expect(summary).toBeFocused();
  await resident.answer(1, 5);
  await resident.next();
  await resident.at(2);
  await expect(page).toHaveTitle(/^Vraag 2 van 23 /);
});

test('the whole way by keyboard alone', async ({ page, site }, info) => {
  site.setConfig(new Organisation(info.outputPath('keys')).config);
  const resident = new Resident(page, site);
  const { keyboard } = page;
  const tabTo = async (target) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`the keyboard does not reach ${target}`);
  };
  const press = async (name, key = 'Enter') => {
    await tabTo(resident.button(name));
    await keyboard.press(key);
  };
  await resident.open();
  await press(nl.start_go);
  await tabTo(page.getByRole('checkbox').first());
  await keyboard.press('Space');
  await press(nl.next, 'Space');
  await tabTo(page.getByRole('textbox'));
  await keyboard.type(CODE);
  await keyboard.press('Enter');
  for (let number = 1; number <= QUESTIONS.length; number += 1) {
    await resident.at(number);
    await focusedHeading(resident, number);
    const choice = mixed(number);
    await tabTo(page.getByRole('radio').first());
    await keyboard.press('Space');
    for (let down = 0; down < choice; down += 1) await keyboard.press('ArrowDown');
    await resident.hasAnswer(number, choice);
    await expect(resident.says(nl.saved)).toBeVisible();
    await press(nl.next);
  }
  await resident.atCheck();
  expect((await resident.checked()).map(([, answer]) => answer)).toEqual(QUESTIONS.map(({ labels }, index) => labels[mixed(index + 1)]));
  for (let presses = 0; presses < QUESTIONS.length; presses += 1) await keyboard.press('Tab');
  await press(nl.check_done);
  await expect(resident.heading(nl.result_title)).toBeFocused();
  await press(nl.result_hand_in);
  await expect(resident.heading(nl.hand_in_title)).toBeFocused();
  await expect(resident.button(nl.hand_in_download)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await press(nl.hand_in_download);
  await downloading;
});

test('the whole way while a translator rewrites the page', async ({ page, site }, info) => {
  site.setConfig(new Organisation(info.outputPath('keys')).config);
  await translate(page);
  const resident = new Resident(page, site);
  await resident.begin();
  await expect(page.locator('font').first()).toBeAttached();
  await resident.next();
  await expect(page.getByRole('alert')).toBeFocused();
  await resident.answerAll(mixed);
  await resident.change(2);
  await resident.answer(2, 6);
  await resident.next();
  await resident.atCheck();
  await resident.finish();
  await resident.handIn();
  await resident.download(info.outputPath('b.age'));
});

test('"Snel weg" leaves at once, and back does not return', async ({ page, site }) => {
  await page.goto('about:blank');
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, 2, mixed);
  await resident.at(3);
  await resident.button(nl.leave_now).click();
  await expect(page).toHaveURL(`${site.url}recept.html`);
  await expect(page).not.toHaveTitle(/Draagkracht/);
  for (const step of ['back', 'back', 'forward', 'forward', 'forward']) {
    await (step === 'back' ? page.goBack() : page.goForward());
    expect(['about:blank', `${site.url}recept.html`]).toContain(page.url());
  }
  await resident.open();
  await resident.at(3); // and all is still there
});

test('in English and back with every answer kept', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, 2, mixed);
  await resident.answer(3, 5);
  await resident.toHelp();
  await resident.button('English').click();
  const reader = new Resident(page, site, en);
  await expect(reader.heading(en.help_title)).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(reader.says(en.translated)).toBeVisible();
  await reader.back();
  await reader.at(3);
  await expect(page.getByRole('radio').nth(5)).toBeChecked();
  await reader.toHelp();
  await reader.button('Nederlands').click();
  await expect(resident.heading(nl.help_title)).toBeFocused();
  await resident.back();
  await resident.hasAnswersBackFrom(3, (number) => (number === 3 ? 5 : mixed(number)));
});

test('the size of the letters is remembered', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.open();
  const size = () => resident.heading(nl.start_title).evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
  await expect(resident.button(nl.start_go)).toBeVisible();
  const before = await size();
  await resident.toHelp();
  await page.getByRole('radio', { name: nl.help_size_larger, exact: true }).check();
  await resident.back();
  await expect(resident.heading(nl.start_title)).toBeFocused();
  const after = await size();
  expect(after).toBeGreaterThan(before);
  await page.reload();
  await expect(resident.button(nl.start_go)).toBeVisible();
  expect(await size()).toBe(after);
});

test('everything can be wiped', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, 2, mixed);
  await resident.toData();
  await expect(resident.says(nl.data_count.replace('{count}', 1))).toBeVisible();
  await resident.button(nl.data_wipe).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await resident.button(nl.data_wipe_no).click();
  await resident.button(nl.data_wipe).click();
  await resident.button(nl.data_wipe_yes).click();
  await expect(resident.heading(nl.start_title)).toBeFocused();
  await expect(resident.says(nl.data_wiped)).toBeVisible();
  expect(await records(page)).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'draagkracht.part'))).toEqual([]);
  await page.goBack();
  await expect(resident.says(nl.data_count.replace('{count}', 0))).toBeVisible();
});
