// The harness against a page whose delays, requests and caches are known, under the app's content security policy.
// usage: node --test bench/test/   (about a minute; needs Chromium)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytesByKind } from '../bytes.mjs';
import { ours } from '../candidates.mjs';
import { journey } from '../journey.mjs';
import { coldAndWarm } from '../load.mjs';
import { serve } from '../server.mjs';
import { tracedLoad } from '../trace.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; connect-src 'self'; worker-src 'self'";
const SLACK = 400; // ms that a busy machine may add to what is slowed four times
let page;

before(async () => {
  const server = await serve(fileURLToPath(new URL('../fixture', import.meta.url)), { extra: { 'content-security-policy': POLICY } });
  page = { name: 'fixture', adapter: ours, server, errors: new Set() };
});
after(() => page.server.close());

const between = (value, low, high) => assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);

test('loads: usable after the page came alive, by three taps that worked', async () => {
  const { cold, warm } = await coldAndWarm(page);
  between(cold.usable, 2 * 150 + 400, 2 * 150 + 400 + 3 * SLACK); // two round trips, then what the page waits
  between(warm.usable, 400, 400 + 3 * SLACK);
  assert.ok(warm.usable < cold.usable);
  assert.ok(cold.entered.length > 3, 'the button from the HTML was tapped in vain at first');
  assert.equal(cold.clicks, 1);
  between(cold.durable, 200, 200 + SLACK);
  assert.deepEqual([...new Set(cold.paths)].sort(), ['/', '/app.js', '/icon.svg']);
  assert.deepEqual(cold.precached, ['/', '/app.js']);
  assert.equal(bytesByKind(cold.paths, page.server.files).all.files, 3);
  assert.equal(warm.encoded, 0);
});

test('trace: the main thread was hardly busy', async () => {
  const tasks = await tracedLoad(page);
  assert.ok(tasks.busy > 0 && tasks.busy < 1500, `busy for ${tasks.busy} ms`);
  assert.ok(tasks.blocking <= tasks.longTasks && tasks.longTasks <= tasks.busy);
});

test('journey: tap, next and durable are the delays of the page and little more', async () => {
  const { taps, nexts, durables } = await journey(page);
  assert.deepEqual([taps.length, nexts.length, durables.length], [23, 22, 23]);
  taps.forEach((tap) => between(tap, 0, SLACK));
  nexts.forEach((next) => between(next, 100, 100 + SLACK));
  durables.forEach((durable) => between(durable, 200, 200 + SLACK));
});

test('no page complained, of the policy or otherwise', () => assert.deepEqual([...page.errors], []));
