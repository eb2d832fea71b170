// A case changes hands: two professionals, two devices, one file. And the days of a case for one's own calendar.
import { readFileSync, writeFileSync } from 'node:fs';
import { Professional } from './support/professional.mjs';
import { expect, test } from './support/test.mjs';

const NOTE = 'Belt liever in de ochtend';

test('a case goes to a colleague with its history, and nothing is there twice', async ({ page, site, openProfile }, info) => {
  test.slow();
  const other = await openProfile(info.outputPath('colleague'));
  const [giver, taker] = [new Professional(page, site), new Professional(await other.newPage(), site)];
  const { words } = giver;

  await taker.come();
  await taker.makeVault('P08');
  const theirs = await taker.ownDevice();
  await giver.come();
  await giver.makeVault('P07');
  const own = await giver.ownDevice();
  const code = await giver.newCase();
  await giver.field(words.case_note).fill(NOTE);
  await giver.answerList('T1', (at) => at % 5);
  await expect(giver.cell('T1', 'professional')).toContainText(words.cell_complete);

  await giver.button(words.give_title).click();
  await expect(giver.heading(words.give_title)).toBeFocused();
  for (const [typed, sentence] of [
    ['draagkracht', words.give_code_wrong],
    [theirs.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')), words.give_code_wrong],
    [own.code, words.give_own],
  ]) {
    await giver.field(words.give_code).fill(typed);
    await giver.button(words.give_check).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page).toHaveTitle(/^Fout: /);
  }
  // As messages break it.
  await giver.field(words.give_code).fill(`${theirs.code.slice(0, 60)}\n${theirs.code.slice(60)}`);
  await giver.button(words.give_check).click();
  await expect(giver.says(theirs.fingerprint)).toBeVisible();
  await giver.button(words.give_make).click();
  await expect(giver.says(words.give_not_compared)).toBeVisible();
  await page.getByRole('checkbox', { name: words.give_compared }).check();
  await giver.button(words.give_make).click();
  await expect(giver.says(words.give_stays)).toBeVisible();
  const path = info.outputPath('case.age');
  const downloading = page.waitForEvent('download');
  await giver.button(words.hand_in_download).click();
  const file = await downloading;
  expect(file.suggestedFilename()).not.toContain(code);
  await file.saveAs(path);

  await taker.button(words.import_title).click();
  const bytes = readFileSync(path);
  const made = (name, contents) => { writeFileSync(info.outputPath(name), contents); return info.outputPath(name); };
  const flipped = Buffer.from(bytes);
  flipped[flipped.length >> 1] ^= 1;
  for (const [refused, sentence] of [
    [undefined, words.import_none],
    [made('letter.txt', 'Beste collega'), words.import_not_case],
    [made('large.age', Buffer.alloc(20 * 1024 * 1024 + 1)), words.import_large],
    [made('flipped.age', flipped), words.import_damaged],
    [made('cut.age', bytes.subarray(0, bytes.length - 20)), words.import_damaged],
  ]) {
    await expectRefusal(taker, refused, sentence);
  }
  await open(taker, path);
  const from = taker.page.getByRole('heading', { level: 2, name: new RegExp(`${code}.*P07`) });
  await expect(from).toBeFocused();
  await expect(taker.says(own.fingerprint)).toBeVisible();
  await taker.button(words.import_leave).click();
  await open(taker, path);
  await taker.button(words.import_take).click();
  await expect(taker.says(words.import_new)).toBeVisible();
  await expect(taker.says(words.import_responses.replace('{count}', 1))).toBeVisible();
  await taker.button(words.import_to_case).click();
  await expect(taker.heading(`Case ${code}`)).toBeFocused();
  await expect(taker.cell('T1', 'professional')).toContainText(words.cell_complete);
  await expect(taker.field(words.case_note)).toHaveValue(NOTE);
  await expect(taker.page.getByText(/^Gekregen van P07 op /)).toHaveCount(1);

  await taker.button(words.case_back).click();
  await taker.button(words.import_title).click();
  await open(taker, path);
  await taker.button(words.import_take).click();
  await expect(taker.says(words.import_nothing)).toBeVisible();
  await taker.button(words.back).click();
  await taker.atCases();
  await expect(taker.page.getByRole('main').getByRole('listitem')).toHaveCount(1);

  await giver.button(words.back).click();
  await giver.button(words.case_back).click();
  await giver.button(words.import_title).click();
  await expectRefusal(giver, path, words.import_other_device);
});

test('the days of a case go to one\'s own calendar, without its code', async ({ page, site }, info) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await page.clock.setFixedTime('2026-11-21T23:30:00Z');
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  const downloading = page.waitForEvent('download');
  await professional.button(words.calendar_action).click();
  const path = info.outputPath('days.ics');
  await (await downloading).saveAs(path);
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  // In the Netherlands it is the 22nd already.
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20271122', 'DTSTART;VALUE=DATE:20281121']);
  expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual(['T2', 'T3'].map((moment) => `SUMMARY:${words.calendar_summary.replace('{moment}', moment)}`));
  expect(lines.join('\n')).not.toContain(code);
});

/** The code and the fingerprint on the screen of the vault; the camera reads the same code. */
async function open({ page, words }, path) {
  if (path) await page.getByLabel(words.import_file, { exact: true }).setInputFiles(path);
  await page.getByRole('button', { name: words.import_open, exact: true }).click();
}

async function expectRefusal(professional, path, sentence) {
  await open(professional, path);
  await expect(professional.page.getByRole('alert')).toContainText(sentence);
}
