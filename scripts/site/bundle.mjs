// JavaScript and CSS, each in one small file.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const APP = 'draagkracht-app';
const OUTCOME = 'draagkracht-outcome';
const WORKER = 'draagkracht-worker';
const TARGET = ['chrome111', 'firefox114', 'safari16.4'];

async function bundle(options) {
  const { outputFiles } = await build({ bundle: true, minify: true, write: false, legalComments: 'none', target: TARGET, ...options });
  return outputFiles[0].contents;
}

/** The scripts of the page, of the app's two parts and of its worker, and the wasm of each. */
export async function bundleScripts(site, page) {
  await bootScripts(site, page);
  page.preload(await addScript(site, page, APP), 'script');
  page.preload(await addWasm(site, page, APP), 'fetch');
  // The second part is fetched when the first one is done: boot.js finds it by these.
  page.asset('outcome.js', await addScript(site, page, OUTCOME), false);
  page.asset('outcome.wasm', await addWasm(site, page, OUTCOME), false);
  await worker(site, page);
}

async function addScript(site, page, bin) {
  const file = `${bin}.js`;
  const name = await page.add(file, await bundle({ entryPoints: [join(site, file)], format: 'esm' }));
  await rm(join(site, file));
  return name;
}

// They run where the app does not, to say so: older targets, and import() as it is, as the page gives its path.
const BOOT = { 'boot.js': 'es2018', 'old.js': 'es5' };

async function bootScripts(site, page) {
  for (const [file, target] of Object.entries(BOOT)) {
    await page.add(file, await bundle({ entryPoints: [join(site, file)], bundle: false, target, supported: { 'dynamic-import': file === 'boot.js' } }));
    await rm(join(site, file));
  }
}

async function addWasm(site, page, crate) {
  const file = `${crate}_bg.wasm`;
  const name = await page.add(file, await readFile(join(site, file)));
  await rm(join(site, file));
  return name;
}

/** The module worker: its wasm lies beside it, and a message that comes before the wasm runs is kept for it. */
async function worker(site, page) {
  const wasm = await addWasm(site, page, WORKER);
  const start = `
    import init from './${WORKER}.js';
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    init({ module_or_path: new URL('${wasm}', import.meta.url) }).then(() => {
      removeEventListener('message', keep);
      for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }));
    }, (error) => setTimeout(() => { throw error; }));`; // thrown outside the promise: the page's worker.onerror hears it
  const js = await bundle({ stdin: { contents: start, resolveDir: site }, format: 'esm' });
  await rm(join(site, `${WORKER}.js`));
  page.asset('worker', await page.add('worker.js', js), false);
}

/** style/main.css with all it imports, component CSS of packages included. */
export async function bundleStyle(root, page) {
  await page.add('app.css', await bundle({ entryPoints: [join(root, 'style/main.css')] }));
}
