// What someone finds who copies the disk: no answer and no code can be read in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Organisation } from './support/organisation.mjs';
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

  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  // The names under which answers are kept would stand beside them; the code in every way of writing it.
  const secrets = [CODE, CODE.replace('-', ''), CODE.toLowerCase(), CODE.replace('-', '').toLowerCase(), 'dont_know', 'wont_say', 'case_code', ...new Set(QUESTIONS.map(({ id }) => id))];
  const needles = secrets.flatMap((secret) => [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')].map((bytes) => ({ secret, bytes })));
  const program = /Cache_Data|CacheStorage|Code Cache|ScriptCache/; // the app's own files, which name every question
  const found = [];
  for (const file of files) {
    const contents = readFileSync(file);
    for (const { secret, bytes } of needles) {
      const ours = program.test(file) && !secret.toUpperCase().startsWith(CODE.slice(0, 4));
      if (!ours && contents.includes(bytes)) found.push(`${secret} in ${file.slice(folder.length)}`);
    }
  }
  expect(found).toEqual([]);
});
