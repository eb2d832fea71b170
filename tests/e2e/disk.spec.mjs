// What someone finds who copies the disk: no answer and no code can be read in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Organisation } from './support/organisation.mjs';
import { PASSPHRASE, Professional } from './support/professional.mjs';
import { mixed, QUESTIONS } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const CODE = 'K7WM-2XRK'; // not the example that stands in the app's own words

test('no file of the browser tells an answer or the code', async ({ openProfile, site }, info) => {
  site.setConfig(new Organisation(info.outputPath('keys')).config);
  const folder = info.outputPath('profile');
  const context = await openProfile(folder);
  const resident = new Resident(context.pages()[0], site);
  await resident.open();
  await resident.start();
  await resident.consents();
  await resident.code(CODE); // one that comes by a link is in the browser's own history: docs/threats.md
  await resident.worksOffline();
  await resident.answerAll(mixed);
  await resident.finish();
  await resident.handIn();
  await resident.download(info.outputPath('b.age'));
  await context.close();

  // The names under which answers are kept would stand beside them; the code in every way of writing it.
  const names = ['dont_know', 'wont_say', 'case_code', 'option-1', 'option-7', ...new Set(QUESTIONS.map(({ id }) => id))];
  expect(readable(folder, written(CODE), names)).toEqual([]);
});

test('nor what a professional keeps, once the vault is locked', async ({ openProfile, site }, info) => {
  const NOTE = 'Belt liever kwikstaartochtend';
  const folder = info.outputPath('profile');
  const context = await openProfile(folder);
  const page = context.pages()[0];
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  const recovery = await professional.makeVault();
  const code = await professional.newCase();
  await page.getByLabel(words.case_note, { exact: true }).fill(NOTE);
  await page.getByLabel(words.case_note, { exact: true }).blur();
  await professional.answerList('T1', (at) => at % 7);
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);
  await professional.handOver('T1');
  const resident = new Resident(page, site);
  await resident.consents();
  await resident.answers(1, 2, mixed);
  await resident.toHelp();
  await resident.button(words.give_back).click();
  await professional.unlock();
  await professional.atCases();
  await page.getByText(NOTE).waitFor();
  await professional.lock();
  await context.close();
  const secrets = [...written(code), NOTE, PASSPHRASE, ...recovery.split(' ').flatMap(written)];
  const names = ['dont_know', 'wont_say', 'case_code', ...new Set(QUESTIONS.map(({ id }) => id))];
  expect(readable(folder, secrets, names)).toEqual([]);
});

/** A code in every way of writing it. */
function written(code) {
  const plain = code.replace('-', '');
  return [code, plain, code.toLowerCase(), plain.toLowerCase()];
}

/** What of these can be read in the files of a profile: secrets in any file, names in any but the app's own, which have them. */
function readable(folder, secrets, names) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  const program = /Cache_Data|CacheStorage|Code Cache|ScriptCache/;
  const found = [];
  for (const file of files) {
    const contents = readFileSync(file);
    for (const text of program.test(file) ? secrets : [...secrets, ...names]) {
      if ([Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')].some((bytes) => contents.includes(bytes))) found.push(`${text} in ${file.slice(folder.length)}`);
    }
  }
  return found;
}
