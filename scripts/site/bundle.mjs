// JavaScript and CSS, each in one small file.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { slim } from './slim.mjs';
import { leanCss, usedCss } from './used_css.mjs';

const APP = 'draagkracht-app';
/** Fetched when they are come to: boot.js finds them by these names. */
const LATER = ['outcome', 'professional'];
const WORKER = 'draagkracht-worker';
const TARGET = ['chrome111', 'firefox114', 'safari16.4'];

async function bundle(options) {
  const { outputFiles } = await build({ bundle: true, minify: true, write: false, legalComments: 'none', target: TARGET, ...options });
  return outputFiles[0].contents;
}

/** The scripts of the page, of the app's parts and of its worker, and the wasm of each. */
export async function bundleScripts(site, page) {
  await bootScripts(site, page);
  const app = await part(site, page, APP);
  page.preload(app.script, 'script');
  page.preload(app.wasm, 'fetch');
  for (const name of LATER) {
    const { script, wasm } = await part(site, page, `draagkracht-${name}`);
    page.asset(`${name}.js`, script, false);
    page.asset(`${name}.wasm`, wasm, false);
  }
  await worker(site, page);
  await aloud(site, page);
}

/** A part of the app: { script, wasm }, by name. */
async function part(site, page, bin) {
  const start = `export { default } from './${bin}.js';`;
  return add(site, page, bin, `${bin}.js`, start);
}

/** Bundles a start with the script of a wasm, makes both smaller, and puts them on the site. */
async function add(site, page, bin, file, start) {
  const whole = await bundle({ stdin: { contents: start, resolveDir: site }, format: 'esm', minify: false });
  const lean = await slim({ script: Buffer.from(whole).toString(), wasm: await readFile(join(site, `${bin}_bg.wasm`)) });
  const wasm = await page.add(`${bin}_bg.wasm`, lean.wasm);
  const { code } = await transform(lean.script.replaceAll(`${bin}_bg.wasm`, wasm), { minify: true, format: 'esm', target: TARGET, legalComments: 'none' });
  const script = await page.add(file, Buffer.from(code));
  await rm(join(site, `${bin}.js`));
  await rm(join(site, `${bin}_bg.wasm`));
  return { script, wasm };
}

// They run where the app does not, to say so: older targets, and import() as it is, as the page gives its path.
const BOOT = { 'boot.js': 'es2018', 'old.js': 'es5' };

async function bootScripts(site, page) {
  for (const [file, target] of Object.entries(BOOT)) {
    await page.add(file, await bundle({ entryPoints: [join(site, file)], bundle: false, target, supported: { 'dynamic-import': file === 'boot.js' } }));
    await rm(join(site, file));
  }
}

/** What reads a screen aloud: boot.js finds it by this name, once the app runs. */
async function aloud(site, page) {
  const file = 'aloud.js';
  page.asset(file, await page.add(file, await bundle({ entryPoints: [join(site, file)], format: 'esm' })), false);
  await rm(join(site, file));
}

/** The module worker: its wasm lies beside it, and a message that comes before the wasm runs is kept for it. */
async function worker(site, page) {
  const start = `
    import init from './${WORKER}.js';
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    init({ module_or_path: new URL('${WORKER}_bg.wasm', import.meta.url) }).then(() => {
      removeEventListener('message', keep);
      for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }));
    }, (error) => setTimeout(() => { throw error; }));`; // thrown outside the promise: the page's worker.onerror hears it
  const { script } = await add(site, page, WORKER, 'worker.js', start);
  page.asset('worker', script, false);
}

/** style/main.css with all it imports, of packages only what is used; the professional's own beside it. */
export async function bundleStyle(root, page) {
  const style = async (file) => {
    const css = await bundle({ entryPoints: [join(root, 'style', file)], plugins: [await usedCss(root)] });
    return leanCss(Buffer.from(css).toString());
  };
  await page.add('app.css', await style('main.css'));
  page.asset('professional.css', await page.add('professional.css', await style('professional.css')), false);
}
