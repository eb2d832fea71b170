// The professional's desk with 10, 100 and 500 cases, each with both lists of three moments: how soon they are
// there after unlocking, how soon a search shows, how soon a case opens. At a processor slowed 4 times.
// usage: [RUNS=5] [COUNTS=10,100,500] node bench/desk.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CPU, withBrowser } from './browser.mjs';
import { spread } from './figures.mjs';
import { serve } from './server.mjs';

const root = resolve(import.meta.dirname, '..');
const words = { ...read('nl'), ...read('professional.nl') };
const PASSPHRASE = 'fiets tafel wolk zeehond';
const runs = Number(process.env.RUNS || 5);
const counts = (process.env.COUNTS || '10,100,500').split(',').map(Number);

function read(name) { return JSON.parse(readFileSync(join(root, `src/i18n/${name}.json`), 'utf8')); }

function records(count) {
  const make = ['run', '--quiet', '--example', 'many_cases', '--', String(count), PASSPHRASE];
  return execFileSync('cargo', make, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
}

// The vault goes into the database as the app would have left it.
const fill = (text) => new Promise((done, failed) => {
  const open = indexedDB.open('draagkracht');
  open.onsuccess = () => {
    const all = JSON.parse(text);
    const transaction = open.result.transaction(Object.keys(all), 'readwrite');
    const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
    for (const [store, list] of Object.entries(all)) {
      for (const { id, revision, bytes: hex } of list) transaction.objectStore(store).put({ revision, bytes: bytes(hex) }, id);
    }
    transaction.oncomplete = () => { open.result.close(); done(); };
    transaction.onabort = () => failed(transaction.error);
  };
});

// From an event in the page until `there` holds in a frame that was painted, in ms.
const arm = (page, there) => page.evaluate((source) => {
  const holds = eval(source);
  globalThis.took = new Promise((done) => {
    let from;
    const heard = () => { from ??= performance.now(); };
    for (const kind of ['click', 'input']) addEventListener(kind, heard, { capture: true, once: true });
    const look = () => {
      if (from === undefined || !holds()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - from);
      return port2.postMessage(0);
    };
    look();
  });
}, `(${there})`);

async function measure(site, text) {
  return withBrowser(async (context) => {
    const page = await context.newPage();
    const button = (name) => page.getByRole('button', { name, exact: true });
    await page.goto(site.origin);
    await button(words.start_go).waitFor();
    await page.evaluate(fill, text);
    await page.evaluate(() => localStorage.setItem('draagkracht.part', 'professional'));
    await page.goto(site.origin);
    const cdp = await context.newCDPSession(page);
    await button('P07').click();
    await page.getByLabel(words.vault_passphrase, { exact: true }).fill(PASSPHRASE);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await arm(page, () => document.querySelector('.desk-case'));
    await button(words.unlock).click();
    const list = await page.evaluate(() => globalThis.took);
    const code = await page.locator('.desk-case__code').last().innerText();
    await arm(page, () => document.querySelectorAll('.desk-case').length === 1);
    await page.getByLabel(words.cases_search, { exact: true }).fill(code);
    const search = await page.evaluate(() => globalThis.took);
    await arm(page, () => document.querySelector('.desk-grid'));
    await page.locator('.desk-case').click();
    const opened = await page.evaluate(() => globalThis.took);
    const { usedJSHeapSize } = await page.evaluate(() => performance.memory ?? { usedJSHeapSize: null });
    return { list, search, opened, heap: usedJSHeapSize };
  });
}

const site = await serve(join(root, process.env.DIST || 'dist'));
const folder = mkdtempSync(join(tmpdir(), 'draagkracht-desk-'));
try {
  for (const count of counts) writeFileSync(join(folder, `${count}.json`), records(count));
  const found = new Map(counts.map((count) => [count, []]));
  // By turns, so that a slow spell of the machine hits all of them.
  for (let run = 0; run < runs; run += 1) {
    for (const count of counts) found.get(count).push(await measure(site, readFileSync(join(folder, `${count}.json`), 'utf8')));
  }
  console.log(`${runs} runs by turns; median (min–max) in ms; processor ${CPU}x slower; unlocking without Argon2id's cost`);
  console.log('| cases | unlock to list | search | open a case |\n|---|---|---|---|');
  for (const [count, list] of found) {
    const row = ['list', 'search', 'opened'].map((name) => spread(list.map((run) => run[name])));
    console.log(`| ${count} | ${row.join(' | ')} |`);
  }
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
