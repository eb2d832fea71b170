// A .br beside every file that gets smaller by it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|css|json|svg|wasm|webmanifest|bin|txt)$/;
const brotli = promisify(brotliCompress);

/** Brotli, quality 11, for all of the folder, except the files that an organisation replaces: an old .br would hide the new file. */
export async function compress(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name) && !['config.json', 'theme.css'].includes(entry.name));
  await Promise.all(files.map(async ({ parentPath, name }) => {
    const bytes = await readFile(join(parentPath, name));
    const smaller = await brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    if (smaller.length < bytes.length) await writeFile(join(parentPath, `${name}.br`), smaller);
  }));
}
