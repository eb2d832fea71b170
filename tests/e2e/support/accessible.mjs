// axe, WCAG 2.2 A and AA with target sizes. It is evaluated, not added as a script: the security policy stays as it is.
import axe from 'axe-core';
import { expect } from '@playwright/test';
import { expectValid } from './valid.mjs';

const RULES = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
};

// All that another palette can change.
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Fails with each rule that is broken, where, and how to mend it. */
export async function expectAccessible(page, rules = RULES) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((chosen) => globalThis.axe.run(document, chosen), rules);
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  expect(found).toEqual([]);
}

/** Fails with each word of a picture that lies over another or beside the screen, and each text that is cut off. */
export async function expectDrawn(page, where) {
  const faults = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
    const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter(shown);
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const found = [];
    for (const picture of all('main svg')) {
      const words = all('text', picture).map((text) => [text.textContent, text.getBoundingClientRect()]);
      words.forEach(([text, box], at) => {
        if (box.left < -1 || box.right > window.innerWidth + 1) found.push(`"${text}" lies beside the screen`);
        words.slice(at + 1).filter(([, other]) => over(box, other)).forEach(([other]) => found.push(`"${text}" lies over "${other}"`));
      });
      // What stands around a picture stands beside it: no words of the page lie over it.
      const own = picture.getBoundingClientRect();
      for (const beside of picture.parentElement?.children ?? []) {
        if (beside !== picture && shown(beside) && over(own, beside.getBoundingClientRect())) found.push(`"${beside.textContent}" lies over its picture`);
      }
    }
    for (const element of all('main *')) {
      const { overflowX } = getComputedStyle(element);
      const cut = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (cut && element.textContent.trim() && !element.matches('.visually-hidden, svg *')) found.push(`"${element.textContent.trim()}" is cut off`);
    }
    return found;
  });
  expect(faults, where).toEqual([]);
}

// Kept: a session that ends takes a virtual authenticator of the page with it.
const sessions = new WeakMap();

/** After other sizes Chromium now and then shows part of the page only, as after a pinch: a press would land beside its button. */
async function unzoom(page) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  await sessions.get(page).send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  const seen = await page.evaluate(() => [visualViewport.scale, visualViewport.offsetLeft, visualViewport.offsetTop]);
  expect(seen).toEqual([1, 0, 0]);
}

/** As it is, and on the narrowest phone with the largest letters, in both palettes. */
export async function look(page, pictures = false) {
  await expectValid(page);
  const size = page.viewportSize();
  for (const [colorScheme, rules] of [['light', RULES], ['dark', COLOURS]]) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, rules);
  }
  await page.setViewportSize({ width: 320, height: 568 });
  for (const text of ['text-normal', 'text-larger']) {
    await page.locator('html').evaluate((html, name) => { html.className = name; }, text);
    const beside = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
    expect(beside, `pixels beside the page, ${text}`).toBeLessThanOrEqual(0);
    if (pictures) await expectDrawn(page, `320 px, ${text}`);
  }
  await page.locator('html').evaluate((html) => { html.className = 'text-normal'; });
  await page.setViewportSize(size);
  await unzoom(page);
  if (pictures) await expectDrawn(page, 'as it is');
  await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(() => requestAnimationFrame(painted)); }));
}

/** The same, and that every picture is whole. */
export const lookAtPictures = (page) => look(page, true);
