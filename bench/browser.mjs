// A phone-like browser with a fresh profile, and a page in it that is slowed, probed and counted.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

export const CPU = 4; // times slower
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const VIEWPORT = { width: 412, height: 915 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--enable-blink-features=ForceEagerMeasureMemory'];
const SYSTEM = '/usr/bin/chromium';
const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');

export const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

export function within(promise, ms, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// Runs `work(context)` in a browser of its own, whose profile is gone afterwards. `more` are flags beside the common ones.
export async function withBrowser(work, more = []) {
  const profile = await mkdtemp(join(tmpdir(), 'draagkracht-bench-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      // Without a system Chromium, Playwright's own.
      executablePath: process.env.CHROMIUM || (existsSync(SYSTEM) ? SYSTEM : undefined),
      headless: false, args: [...FLAGS, ...more],
      viewport: VIEWPORT, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'nl-NL',
    });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function probeSource({ page }, watch) {
  const adapter = Object.entries(page).map(([name, run]) => `${name}: ${run}`).join(',\n');
  return `{${probe}\ninstallProbe({${adapter}}, ${watch});}`;
}

// The page's requests by id: { url, at (ms since 1970), encoded, decoded, cached, done }.
function countRequests(cdp) {
  const requests = new Map();
  const of = (event, change) => { const request = requests.get(event.requestId); if (request) change(request); };
  cdp.on('Network.requestWillBeSent', (e) => {
    if (/^(data|blob):/.test(e.request.url)) return;
    requests.set(e.requestId, { url: e.request.url, at: e.wallTime * 1000, encoded: 0, decoded: 0, cached: false, done: false });
  });
  cdp.on('Network.requestServedFromCache', (e) => of(e, (r) => { r.cached = true; }));
  cdp.on('Network.responseReceived', (e) => of(e, (r) => {
    if (e.response.fromDiskCache || e.response.fromServiceWorker) r.cached = true;
  }));
  cdp.on('Network.dataReceived', (e) => of(e, (r) => { r.decoded += e.dataLength; }));
  cdp.on('Network.loadingFinished', (e) => of(e, (r) => { r.encoded = r.cached ? 0 : e.encodedDataLength; r.done = true; }));
  return requests;
}

// A blank page, ready to go to the candidate. `watch`: see probe.js. `slow`: also the network's throttle.
export async function openPage(context, candidate, { watch, slow }) {
  const page = await context.newPage();
  const report = (text) => candidate.errors.add(String(text).slice(0, 200));
  page.on('pageerror', report);
  page.on('console', (message) => { if (message.type() === 'error') report(message.text()); });
  await page.addInitScript(probeSource(candidate.adapter, watch));
  const cdp = await context.newCDPSession(page);
  for (const domain of ['Network', 'Performance', 'Runtime', 'ServiceWorker']) await cdp.send(`${domain}.enable`);
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  if (slow) await cdp.send('Network.emulateNetworkConditions', NETWORK);
  return { page, cdp, requests: countRequests(cdp) };
}
