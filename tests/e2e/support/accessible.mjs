// axe, WCAG 2.2 A and AA with target sizes. It is evaluated, not added as a script: the security policy stays as it is.
import axe from 'axe-core';
import { expect } from '@playwright/test';

const RULES = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
};

/** Fails with each rule that is broken, where, and how to mend it. */
export async function expectAccessible(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  expect(found).toEqual([]);
}

/** As it is, and on the narrowest phone with the largest letters, in both palettes. */
export async function look(page) {
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 568 });
  for (const text of ['text-normal', 'text-larger']) {
    await page.locator('html').evaluate((html, name) => { html.className = name; }, text);
    const beside = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
    expect(beside, `pixels beside the page, ${text}`).toBeLessThanOrEqual(0);
  }
  await page.locator('html').evaluate((html) => { html.className = 'text-normal'; });
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(() => requestAnimationFrame(painted)); }));
}
