// Loading under the throttles, until an option of the first question was chosen, held and painted.
import { openPage, sleep, within, withBrowser } from './browser.mjs';

const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);

async function settle(candidate, page, requests) {
  if (candidate.adapter.serviceWorker) {
    const active = page.evaluate(async () => {
      if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready;
    });
    await within(active, 120_000, `${candidate.name} service worker`);
  }
  // Until the network has been still for a second.
  for (let quiet = 0, last = -1; quiet < 4;) {
    await sleep(250);
    const now = candidate.server.log.length + [...requests.values()].filter((r) => r.done).length;
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}

// The paths in the caches of the service worker, where there is one.
const precached = (page) => page.evaluate(async () => {
  const paths = new Set();
  for (const name of globalThis.caches ? await caches.keys() : []) {
    for (const { url } of await (await caches.open(name)).keys()) paths.add(new URL(url).pathname);
  }
  return [...paths].sort();
});

const found = (page) => page.evaluate(() => ({
  ...globalThis.__b.usable, longTasks: globalThis.__b.longTasks, origin: performance.timeOrigin,
  fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
}));

function figures({ fcp, shownAt, usableAt, clickAt, durableAt, clicks, entered, longTasks, origin }, requests, served) {
  const usable = Math.max(usableAt, fcp ?? 0); // what is not painted yet cannot be used
  const before = requests.filter((r) => r.at < origin + usable);
  const network = before.filter((r) => !r.cached);
  return {
    fcp, shown: shownAt, usable, clicks, entered, durable: durableAt && durableAt - clickAt,
    encoded: sum(network, (r) => r.encoded), requests: network.length, decoded: sum(before, (r) => r.decoded),
    paths: before.map((r) => new URL(r.url).pathname),
    servedBytes: sum(served, (s) => s.bytes), servedRequests: served.length,
    longTasksApi: sum(longTasks.filter(([start]) => start < clickAt), ([, duration]) => duration),
  };
}

// One load in `context`, choosing option `watch` first. Times in ms since the navigation, sizes in bytes.
export async function load(context, candidate, watch) {
  const { page, cdp, requests } = await openPage(context, candidate, { watch, slow: true });
  const logged = candidate.server.log.length;
  await cdp.send('Runtime.addBinding', { name: '__benchUsable' });
  const usable = new Promise((resolve) => {
    cdp.on('Runtime.bindingCalled', (e) => { if (e.name === '__benchUsable') resolve(); });
  });
  await page.goto(candidate.server.origin + candidate.adapter.path, { waitUntil: 'commit', timeout: 120_000 });
  await within(usable, 60_000, `${candidate.name} first question usable`);
  await settle(candidate, page, requests);
  const result = figures(await found(page), [...requests.values()], candidate.server.log.slice(logged));
  result.precached = await precached(page);
  await page.close();
  await sleep(500);
  return result;
}

// A first load, and a second with the same profile, its service workers stopped before it.
export const coldAndWarm = (candidate) => withBrowser(async (context) => ({
  cold: await load(context, candidate, 0),
  warm: await load(context, candidate, 1),
}));
