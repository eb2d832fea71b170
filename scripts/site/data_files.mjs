// The files that the app fetches by name: instruments and texts.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the first question needs; the rest is fetched when it is asked for. */
const FIRST = new Set(['instrument/resident.v1', 'texts/nl']);

/** Puts the instruments and texts on the site and tells the page where they are. */
export async function dataFiles(root, page) {
  // An instrument stays as it is to the byte: responses carry its hash.
  await folder(page, join(root, 'crates/core/instruments'), 'instruments', 'instrument', (bytes) => bytes);
  await folder(page, join(root, 'src/i18n'), 'texts', 'texts', (bytes) => JSON.stringify(JSON.parse(bytes)));
}

async function folder(page, from, to, kind, shape) {
  const files = await readdir(from).catch((error) => { if (error.code === 'ENOENT') return []; throw error; });
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    const key = `${kind}/${file.slice(0, -'.json'.length)}`;
    page.asset(key, await page.add(`${to}/${file}`, shape(await readFile(join(from, file)))), FIRST.has(key));
  }
}
