// The app as nginx serves it: the same headers and caching as scripts/serve.mjs, and what was compressed when it was built.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import test, { after } from 'node:test';
import { start } from '../../scripts/serve.mjs';
import { CONFIG, DIST, box, raw } from './box.mjs';

const site = await box();
const overlay = join(site.folder, 'own');
const ours = await start({ dir: DIST, overlay });
after(() => ours.close());

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath, entry.name)))
  .sort();
const TYPES = {
  html: 'text/html', js: /^(application|text)\/javascript/, css: 'text/css', wasm: 'application/wasm', svg: 'image/svg+xml',
  png: 'image/png', webmanifest: 'application/manifest+json', txt: 'text/plain', bin: 'application/octet-stream',
};
// What each server says in its own way.
const OWN = new Set(['connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag', 'keep-alive', 'last-modified', 'transfer-encoding', 'vary']);

test('every file has the headers and the caching that scripts/serve.mjs gives it', async () => {
  assert.ok(files.length > 20);
  for (const path of ['', 'config.json', ...files.filter((file) => !file.endsWith('.br'))]) {
    const [here, there] = await Promise.all([fetch(site.url + path), fetch(ours.url + path)]);
    const expected = [...there.headers].filter(([name]) => !OWN.has(name));
    assert.ok(expected.length > 6);
    assert.equal(here.status, 200, path);
    for (const [name, value] of expected) assert.equal(here.headers.get(name), value, `${name} of ${path}`);
    assert.ok(Buffer.from(await here.arrayBuffer()).equals(Buffer.from(await there.arrayBuffer())), path);
  }
});

test('names made from content are kept for ever; the entry, the worker and what is not there are not', async () => {
  const caching = async (path) => (await fetch(site.url + path)).headers.get('cache-control');
  const named = files.find((file) => /^draagkracht-app-[0-9a-f]{8}\.js$/.test(file));
  assert.equal(await caching(named), 'public, max-age=31536000, immutable');
  for (const path of ['', 'index.html', 'sw.js', 'config.json', 'theme.css', 'manifest.webmanifest']) assert.equal(await caching(path), 'no-cache', path);
  const missing = await fetch(`${site.url}draagkracht-app-00000000.js`);
  assert.deepEqual([missing.status, missing.headers.get('cache-control')], [404, 'no-store']);
  const etag = (await fetch(site.url)).headers.get('etag');
  const again = await fetch(site.url, { headers: { 'If-None-Match': etag } });
  assert.deepEqual([again.status, again.headers.get('cache-control')], [304, 'no-cache']);
});

test('what was compressed when it was built is sent as it is', async () => {
  const compressed = files.filter((file) => files.includes(`${file}.br`));
  assert.ok(compressed.length > 10);
  for (const file of compressed) {
    const { headers, status } = await raw(site, 'HEAD', `/${file}`, { headers: { 'Accept-Encoding': 'gzip, br' } });
    const size = String(statSync(join(DIST, `${file}.br`)).size);
    assert.deepEqual([status, headers['content-encoding'], headers['content-length'], headers.vary], [200, 'br', size, 'Accept-Encoding'], file);
  }
  const [largest] = compressed.sort((one, other) => statSync(join(DIST, other)).size - statSync(join(DIST, one)).size);
  for (const coding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(site.url + largest, { headers: { 'Accept-Encoding': coding } });
    assert.equal(answer.headers.get('content-encoding') ?? 'identity', coding);
    assert.ok(readFileSync(join(DIST, largest)).equals(Buffer.from(await answer.arrayBuffer())));
  }
});

test('each kind of file is called what it is', async () => {
  for (const file of files.filter((name) => !name.endsWith('.br'))) {
    const type = (await fetch(site.url + file, { method: 'HEAD' })).headers.get('content-type').split(';')[0];
    const expected = TYPES[file.split('.').pop()];
    assert.ok(expected instanceof RegExp ? expected.test(type) : type === expected, `${file}: ${type}`);
  }
});

test("the organisation's own files go before those of the app", async () => {
  assert.deepEqual(await (await fetch(`${site.url}config.json`)).json(), CONFIG);
  site.setConfig('{"changed": true}');
  assert.deepEqual(await (await fetch(`${site.url}config.json`)).json(), { changed: true });
  site.setConfig();
  assert.equal((await fetch(`${site.url}config.json`)).status, 404);
  assert.equal(await (await fetch(`${site.url}theme.css`)).text(), readFileSync(join(DIST, 'theme.css'), 'utf8'));
});

test('nothing else is there, and nothing is listed', async () => {
  mkdirSync(join(site.folder, 'own/.hidden'));
  for (const path of ['/icons', '/icons/', '/tokens', '/own/config.json', '/own/', '/.hidden', '/incoming/', '/receipts/', '/%2e%2e/tokens', '/..%2ftokens', '/../tokens']) {
    const { status, text } = await raw(site, 'GET', path);
    assert.ok([400, 404].includes(status) && !text.includes(site.token), `${path}: ${status}`);
  }
  for (const method of ['PUT', 'DELETE', 'POST', 'MKCOL', 'MOVE', 'COPY']) {
    const { status } = await raw(site, method, '/index.html', { headers: { Destination: `${site.url}x`, 'Content-Length': '0', Authorization: `Bearer ${site.token}` } });
    assert.ok([404, 405].includes(status), `${method}: ${status}`);
  }
});
