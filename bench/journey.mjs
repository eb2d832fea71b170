// Answering all questions by taps, on a slowed processor and a free network; then what memory it took.
import { openPage, sleep, within, withBrowser } from './browser.mjs';

const QUESTIONS = 23;
const PAUSE = 250; // ms between taps, so that one's leftovers do not weigh on the next
const choice = (n) => (n * 7) % 5;

async function enter(candidate, page) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const at = await page.evaluate(() => { if (!globalThis.__b.current()) globalThis.__b.enter(); return globalThis.__b.current(); });
    if (at === 1) return;
    if (Date.now() > deadline) throw new Error(`${candidate.name}: the first question did not come (at ${at})`);
    await sleep(200);
  }
}

// Taps at `point` and returns what the armed probe saw.
async function tap(page, point, what) {
  const result = page.evaluate(() => globalThis.__b.result);
  await page.touchscreen.tap(point.x, point.y);
  const times = await within(result, 15_000, what);
  const durable = await within(page.evaluate(() => globalThis.__b.durable), 15_000, `${what} kept`);
  await sleep(PAUSE);
  return { ...times, durable };
}

async function answerAll({ name, adapter }, page) {
  const taps = [], nexts = [], durables = [];
  const byNext = Boolean(adapter.page.next) && !adapter.autoAdvance;
  for (let n = 1; n <= QUESTIONS; n++) {
    const armed = [n, choice(n), Boolean(adapter.autoAdvance)];
    const point = await page.evaluate(([q, i, auto]) => globalThis.__b.armTap(q, i, auto), armed);
    const times = await tap(page, point, `${name} tap ${n}`);
    taps.push(times.tap);
    if (times.next !== undefined) nexts.push(times.next);
    if (adapter.page.saved) durables.push(times.durable);
    if (!await page.evaluate(([q, i]) => globalThis.__b.recorded(q, i), armed)) throw new Error(`${name}: answer ${n} was not recorded`);
    if (!byNext || n === QUESTIONS) continue;
    nexts.push((await tap(page, await page.evaluate((q) => globalThis.__b.armNext(q), n), `${name} next ${n}`)).next);
  }
  return { taps, nexts, durables };
}

// The browser's own figure for each interaction: its longest event, ms in steps of 8.
async function interactions(page) {
  const longest = new Map();
  for (const [id, duration] of await page.evaluate(() => globalThis.__b.events)) {
    longest.set(id, Math.max(duration, longest.get(id) ?? 0));
  }
  return [...longest.values()];
}

// Bytes, after a collection: JavaScript heap, WebAssembly memories, the page by the browser's estimate (or null).
async function memory(page, cdp) {
  const wasm = await page.evaluate(() => globalThis.__b.wasmBytes());
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await sleep(500);
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name) => metrics.find((m) => m.name === name)?.value;
  const whole = page.evaluate(async () => (globalThis.crossOriginIsolated && performance.measureUserAgentSpecificMemory
    ? (await performance.measureUserAgentSpecificMemory()).bytes : null));
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), wasm, page: await within(whole, 60_000, 'memory').catch(() => null) };
}

// Times in ms from pointer down: `taps` to the option shown chosen, `nexts` to the next question shown, `durables`
// to the app's word that it is kept (null where it never came; empty where the candidate gives no word).
export const journey = (candidate) => withBrowser(async (context) => {
  const { page, cdp } = await openPage(context, candidate, { watch: null, slow: false });
  await page.goto(candidate.server.origin + candidate.adapter.path, { timeout: 120_000 });
  await enter(candidate, page);
  await sleep(1500);
  const times = await answerAll(candidate, page);
  return { ...times, interactions: await interactions(page), memory: await memory(page, cdp) };
});
