// The files that the app fetches by name: instruments and texts, in the form that it reads at once.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';

/** What the first question needs; the rest is fetched when it is asked for. */
const FIRST = new Set(['instrument/resident.v1.nl', 'texts/nl']);

/** Puts the instruments and texts on the site and tells the page where they are. */
export async function dataFiles(root, page) {
  await instruments(root, page);
  await texts(root, page);
}

/** Checked and compiled by the core: a wrong file stops the build. */
async function instruments(root, page) {
  const folder = await mkdtemp(join(tmpdir(), 'instruments-'));
  const compile = ['run', '--quiet', '--package', 'draagkracht-core', '--example', 'compile-instruments', '--', folder];
  // Trunk builds for the browser with settings that are not this program's.
  await promisify(execFile)('cargo', compile, { cwd: root });
  for (const file of await sorted(folder)) await add(page, 'instrument', `instruments/${file}`, await readFile(join(folder, file)));
  await rm(folder, { recursive: true });
}

/** One text a line, in the order of the names in nl.json, which the build of the app checks. */
async function texts(root, page) {
  for (const file of (await sorted(join(root, 'src/i18n'))).filter((name) => name.endsWith('.json'))) {
    const all = Object.values(JSON.parse(await readFile(join(root, 'src/i18n', file), 'utf8')));
    await add(page, 'texts', `texts/${parse(file).name}.txt`, Buffer.from(all.join('\n')));
  }
}

const sorted = async (folder) => (await readdir(folder)).sort();

async function add(page, kind, path, bytes) {
  const key = `${kind}/${parse(path).name}`;
  page.asset(key, await page.add(path, bytes), FIRST.has(key));
}
