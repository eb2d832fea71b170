// A newer app than the one that was built.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from './questions.mjs';
import { DIST } from './site.mjs';

const { nl } = WORDS;

/** Another build in which the words "Bewaard" are others: a new name of that file, in the page and in the list of what is kept. */
export function newerBuild(folder) {
  cpSync(DIST, folder, { recursive: true });
  const [old] = readdirSync(join(folder, 'texts')).filter((name) => /^nl-[0-9a-f]{8}\.txt$/.test(name));
  const renamed = 'nl-00000000.txt';
  const edit = (from, to, change) => writeFileSync(join(folder, to), change(readFileSync(join(folder, from), 'utf8')));
  edit(`texts/${old}`, `texts/${renamed}`, (text) => text.replace(`\n${nl.saved}\n`, '\nNu bewaard\n'));
  edit('index.html', 'index.html', (text) => text.replaceAll(old, renamed));
  edit('sw.js', 'sw.js', (text) => text.replaceAll(old, renamed).replace(/(index\.html",revision:")[0-9a-f]+/, '$10'));
  for (const file of [`texts/${old}`, `texts/${old}.br`, 'index.html.br', 'sw.js.br']) rmSync(join(folder, file), { force: true });
  return folder;
}
