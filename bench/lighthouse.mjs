// Lighthouse on the first question, as a phone: accessibility, best practices and performance, of 100. Fails below the goals.
// usage: [RUNS=3] [CHROMIUM=path] [DIST=dist] node bench/lighthouse.mjs
import { resolve } from 'node:path';
import lighthouse from 'lighthouse';
import { withBrowser } from './browser.mjs';
import { candidates } from './candidates.mjs';
import { median, spread } from './figures.mjs';

const GOALS = { accessibility: 100, 'best-practices': 100, performance: 95 };
const PORT = 9333;
const runs = Number(process.env.RUNS || 3);
const dist = resolve(import.meta.dirname, '..', process.env.DIST || 'dist');
const [{ server }] = await candidates({ dist, only: null, peers: null });
// Every organisation has one; without it a request is refused, which Lighthouse counts.
const config = Buffer.from(JSON.stringify({ format: 'draagkracht-config', version: 1, organisation: { name: 'Wijkteam', phone: '14 010', help: 'Bel gerust.' }, recipients: [] }));
server.files.set('/config.json', { body: config, br: null, type: 'application/json', etag: '"config"' });

// The person is at the first question; what was fetched before is forgotten, so that all of it is fetched again.
async function toFirstQuestion(context) {
  const page = await context.newPage();
  await page.goto(server.origin);
  const [on, first] = [page.locator('[data-action=start], [data-action=next]'), page.locator('input[name=q1]').first()];
  while (!(await first.isVisible())) await on.or(first).first().click();
  await first.check();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent.includes('Bewaard')));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'service_workers,cache_storage' });
  await cdp.send('Network.clearBrowserCache');
  await page.close();
}

async function once() {
  return withBrowser(async (context) => {
    await toFirstQuestion(context);
    const { lhr } = await lighthouse(server.origin, {
      port: PORT, logLevel: 'error', onlyCategories: Object.keys(GOALS), disableStorageReset: true,
    });
    return lhr;
  }, [`--remote-debugging-port=${PORT}`]);
}

const scores = Object.fromEntries(Object.keys(GOALS).map((name) => [name, []]));
const lost = new Set();
try {
  for (let run = 0; run < runs; run += 1) {
    const { categories, audits } = await once();
    for (const [name, { score, auditRefs }] of Object.entries(categories)) {
      scores[name].push(Math.round(score * 100));
      for (const { id, weight } of auditRefs) {
        if (weight > 0 && audits[id].score !== null && audits[id].score < 0.9) lost.add(`${name}: ${audits[id].title} ${audits[id].displayValue ?? ''}`);
      }
    }
  }
} finally {
  await server.close();
}
console.log(`Lighthouse on the first question, mobile, ${runs} runs; median (min–max) of 100\n| category | score | goal |\n|---|---|---|`);
for (const [name, goal] of Object.entries(GOALS)) console.log(`| ${name} | ${spread(scores[name])} | ${goal} |`);
for (const line of lost) console.log(`- ${line}`);
const short = Object.entries(GOALS).filter(([name, goal]) => median(scores[name]) < goal);
if (short.length) {
  console.error(`Below the goal: ${short.map(([name]) => name).join(', ')}.`);
  process.exitCode = 1;
}
