// Reading aloud: by a voice of the device, sentence by sentence, until the person goes elsewhere.
import { look } from './support/accessible.mjs';
import { mixed, QUESTIONS, WORDS } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';
import { end, haveVoices, marked, said } from './support/voices.mjs';

const { nl } = WORDS;
const STEM = 'Bent u het eens met deze zin?';
const NETWORK = { name: 'Ver weg', lang: 'nl-NL', localService: false };
const ENGLISH = { name: 'Engels', lang: 'en-GB', localService: true };
const DEVICE = { name: 'Hier', lang: 'nl_NL', localService: true };

test('a question and its options, marked one by one, and silence as soon as the person goes on', async ({ page, site }) => {
  await haveVoices(page, [NETWORK, ENGLISH, DEVICE]);
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.button(nl.read_aloud).click();
  const all = [STEM, QUESTIONS[0].text, ...QUESTIONS[0].labels];
  for (const [at, text] of all.entries()) {
    expect((await said(page)).at(-1)).toEqual({ text, voice: DEVICE.name });
    expect(await marked(page)).toBe(text);
    if (at === 1) {
      await look(page);
      await resident.answer(1, 3); // goes on reading
    }
    await end(page);
  }
  expect(await said(page)).toHaveLength(all.length);
  expect(await marked(page)).toBe('');
  await expect(resident.button(nl.read_aloud)).toBeVisible();

  await resident.button(nl.read_aloud).click();
  await resident.button(nl.read_aloud_stop).click();
  await expect(resident.button(nl.read_aloud)).toBeVisible();
  expect(await marked(page)).toBe('');
  await resident.button(nl.read_aloud).click();
  const before = (await said(page)).length;
  await resident.next();
  await resident.at(2);
  expect(await page.evaluate(() => globalThis.spoken.cancelled)).toBe(2);
  expect(await marked(page)).toBe('');
  expect(await said(page)).toHaveLength(before);

  await resident.answers(2, 2, mixed);
  await resident.at(3);
  const read = async () => {
    await resident.button(nl.read_aloud).click();
    const from = (await said(page)).length - 1;
    while (await marked(page)) await end(page);
    return (await said(page)).slice(from).map(({ text }) => text);
  };
  expect(await read()).not.toContain(QUESTIONS[2].plain);
  await page.getByText(nl.plain_words, { exact: true }).click();
  expect(await read()).toContain(QUESTIONS[2].plain);
  await resident.button(nl.read_aloud).click();
  await resident.button(nl.leave_now).click();
  await expect(page).toHaveURL(`${site.url}recept.html`);
  expect(Number(await page.evaluate(() => sessionStorage.getItem('cancelled')))).toBe(3);
});

test('without a voice of the device there is no button, and with one that comes later there is', async ({ page, site }) => {
  await haveVoices(page, [NETWORK, ENGLISH]);
  const resident = new Resident(page, site);
  await resident.begin();
  await expect(page.locator('read-aloud > button')).toBeAttached(); // the script is there
  await expect(resident.button(nl.read_aloud)).toBeHidden();
  await page.evaluate((voice) => globalThis.spoken.change([voice]), DEVICE);
  await expect(resident.button(nl.read_aloud)).toBeVisible();
});

test('what came of it, sentence by sentence; the question about safety only when it is asked for', async ({ page, site }) => {
  await haveVoices(page, [DEVICE]);
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, QUESTIONS.length, mixed);
  await resident.atCheck();
  expect(await said(page)).toEqual([]); // never by itself
  await resident.finish();
  await resident.button(nl.read_aloud).click();
  while (await marked(page)) await end(page);
  const texts = (await said(page)).map(({ text }) => text);
  expect(texts.slice(0, 3)).toEqual([nl.result_title, ...nl.result_talk.split(/(?<=\.) /)]);
  for (const part of [nl.result_good_title, nl.result_heavy_title]) expect(texts).toContain(part);
  for (const button of [nl.print, nl.result_hand_in, nl.print_safety]) expect(texts).not.toContain(button);
  await look(page);
});
