// Trunk's post_build hook: turns what Trunk built into the site as it is served.
// Order matters: a name is made from final bytes, the service worker lists final names, brotli comes last.
import { cp, rm, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleScripts, bundleStyle } from './bundle.mjs';
import { compress } from './compress.mjs';
import { dataFiles } from './data_files.mjs';
import { Page } from './page.mjs';
import { serviceWorker } from './service_worker.mjs';

const root = resolve(import.meta.dirname, '../..');
const site = resolve(process.env.TRUNK_STAGING_DIR ?? join(root, 'dist'));

const page = new Page(site, await readFile(join(site, 'index.html'), 'utf8'));
await bundleScripts(site, page);
await bundleStyle(root, page);
await dataFiles(root, page);
await writeFile(join(site, 'index.html'), page.html());
await cp(join(root, 'style/theme.css'), join(site, 'theme.css'));
await rm(join(site, 'snippets'), { recursive: true, force: true });
await serviceWorker(site);
await compress(site);
