// The site itself, before and without the app's own screens.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expectAccessible } from './support/accessible.mjs';
import { DIST } from './support/site.mjs';
import { expect, test } from './support/test.mjs';

const NOT_KEPT = /\.br$|^sw\.js$|^theme\.css$|^config\.json$/;

/** Every file of the site that must be there without a connection. */
function filesToKeep() {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_KEPT.test(file))
    .sort();
}

test('the page says what it is while the app is still on its way', async ({ page, site }) => {
  await page.route('**/*.wasm', () => {}); // never answered
  await page.goto(site.url, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('De app wordt geopend')).toBeVisible();
  await expectAccessible(page);
});

test('a browser that cannot run the app says so', async ({ page, site }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 500 }));
  await page.goto(site.url);
  await expect(page.getByRole('alert')).toContainText('De app kan hier niet starten');
  await expect(page.getByText('De app wordt geopend')).toBeHidden();
  await expectAccessible(page);
});

test('everything is kept, and the app opens with the server stopped', async ({ page, site }) => {
  await page.goto(site.url);
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    await navigator.serviceWorker.register('sw.js');
    if (!navigator.serviceWorker.controller) await controlled;
  });
  const kept = await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.includes('precache'));
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url));
  });
  expect(kept.length).toBe(filesToKeep().length);

  await site.stop();
  await page.reload();
  await expect(page.getByText('De app wordt geopend')).toHaveCount(0);
  await expect(page.getByRole('alert')).toBeHidden();
  const unreachable = await page.evaluate(async (files) => {
    const answers = await Promise.all(files.map((file) => fetch(file).then(({ ok }) => ok, () => false)));
    return files.filter((_, index) => !answers[index]);
  }, filesToKeep());
  expect(unreachable).toEqual([]);
  await site.start();
});
