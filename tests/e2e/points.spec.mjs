// What docs/ui-points.md asks of a screen and no other journey looks at: targets, small screens, focus, forced colours, paper.
import { places, printed } from './support/paper.mjs';
import { QUESTIONS, WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const { nl } = WORDS;
const SENSITIVE = 19;

test('options stand under one another, each row is its target, and all are there on the narrowest phone', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await page.setViewportSize({ width: 320, height: 740 });
  const rows = page.locator('label').filter({ has: page.getByRole('radio') });
  await expect(rows).toHaveCount(QUESTIONS[0].labels.length);
  const boxes = await Promise.all((await rows.all()).map((row) => row.boundingBox()));
  for (const [at, box] of boxes.entries()) {
    expect(box.height).toBeGreaterThanOrEqual(48);
    expect(box.x).toBe(boxes[0].x);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    if (at) expect(box.y).toBeGreaterThanOrEqual(boxes[at - 1].y + boxes[at - 1].height);
  }
  const { width, height } = boxes[2];
  await rows.nth(1).click({ position: { x: width / 2, y: 3 } });
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await rows.nth(2).click({ position: { x: width - 3, y: height / 2 } });
  await expect(page.getByRole('radio').nth(2)).toBeChecked();
  await expect(resident.says(nl.saved)).toBeVisible();
  await resident.at(1); // choosing does not move on
});

test('at another moment every item is asked anew, and nothing is filled in before', async ({ page, site }) => {
  const resident = new Resident(page, site);
  const begin = async (moment) => {
    await page.goto('about:blank');
    await resident.open(`#${CODE}/1/${moment}`);
    await resident.start();
    await resident.consents();
    await resident.at(1);
  };
  await begin('T1');
  await resident.answers(1, QUESTIONS.length, () => 4);
  await resident.finish();
  await begin('T2');
  for (let number = 1; number <= QUESTIONS.length; number += 1) {
    await resident.at(number);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    if (number < QUESTIONS.length) await resident.answers(number, number, () => 2);
  }
});

test('nothing is lost on a very small screen, with letters twice as large', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, 13, () => 3);
  await resident.at(14);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.locator('html').evaluate((html) => { html.style.fontSize = '200%'; });
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
  const { labels } = QUESTIONS[13];
  for (const label of labels) {
    await resident.option(label).scrollIntoViewIfNeeded();
    await expect(resident.option(label)).toBeInViewport();
  }
  await resident.option(labels[0]).focus();
  for (let down = 0; down < labels.length - 1; down += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('label').filter({ has: page.locator(':focus') })).toBeInViewport({ ratio: 0.5 });
  }
  for (const name of [nl.next, nl.back, nl.help, nl.leave_now]) {
    await resident.button(name).scrollIntoViewIfNeeded();
    await expect(resident.button(name)).toBeInViewport({ ratio: 0.95 });
  }
});

/** The contrast of two colours as WCAG reckons it, 1 to 21. */
const contrast = (one, other) => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

test('the focus is seen, and nothing stands over it', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const around = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
    await resident.heading(QUESTIONS[0].text).focus();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const element = document.activeElement;
        const drawn = element.matches('.choice__input')
          ? getComputedStyle(element.nextElementSibling, '::before') : getComputedStyle(element);
        return element === document.body ? undefined : { style: drawn.outlineStyle, width: parseFloat(drawn.outlineWidth), colour: drawn.outlineColor };
      });
      if (!ring) continue; // past the last one
      expect(ring.style).not.toBe('none');
      expect(ring.width).toBeGreaterThanOrEqual(2);
      expect(contrast(ring.colour, around)).toBeGreaterThanOrEqual(3);
    }
  }
  const stuck = await page.evaluate(() => [...document.querySelectorAll('*')]
    .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position)).map(({ className }) => className));
  expect(stuck).toEqual([]);
});

test('in forced colours what is chosen, wrong or drawn is still told apart; with reduced motion nothing moves', async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await resident.next();
  const alert = page.getByRole('alert');
  await expect(alert).toBeFocused();
  expect(await alert.evaluate((box) => parseFloat(getComputedStyle(box).borderTopWidth))).toBeGreaterThanOrEqual(2);
  await resident.answer(1, 2);
  const edges = await page.locator('.choice__text').evaluateAll((rows) => rows.map((row) => parseFloat(getComputedStyle(row, '::before').borderTopWidth)));
  expect(edges.map((edge) => edge >= 2)).toEqual(QUESTIONS[0].labels.map((_, at) => at === 2));
  // The browser's own dot: what it is drawn with is not ours to lose.
  expect(await page.getByRole('radio').nth(2).evaluate((dot) => getComputedStyle(dot).appearance)).toBe('auto');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await resident.next();
  await resident.answers(2, QUESTIONS.length, () => 3);
  await resident.finish();
  const bar = page.locator('.chart-bar').first();
  const [fill, paper] = await bar.evaluate((drawn) => [getComputedStyle(drawn).fill, getComputedStyle(document.body).backgroundColor]);
  expect(fill).not.toBe(paper);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("a resident's result: no decimals, and on paper without buttons, with safety only when it is asked for", async ({ page, site }, info) => {
  const resident = new Resident(page, site);
  await resident.begin();
  await resident.answers(1, QUESTIONS.length, (number) => (number >= SENSITIVE ? 4 : number % 5));
  await resident.finish();
  await page.getByText(nl.result_how, { exact: true }).click();
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d[.,]\d/);
  const paper = await printed(page, info.outputPath('result.pdf'));
  expect(Math.min(...places(paper, [nl.result_title, nl.result_good_title, nl.result_heavy_title]))).toBeGreaterThanOrEqual(0);
  for (const button of [nl.print, nl.result_hand_in, nl.leave_now, nl.print_safety, 'huiselijk geweld']) expect(paper).not.toContain(button);
  await page.getByRole('checkbox', { name: nl.print_safety }).check();
  expect(await printed(page, info.outputPath('safety.pdf'))).toContain('huiselijk geweld');
});

test('help reaches a person: who it is, their number to call, 112 and Veilig Thuis; and how the app comes on the home screen', async ({ page, site }) => {
  site.setConfig({ organisation: { name: 'Gemeente Voorbeeld', help: 'Vraag naar Draagkracht.', phone: '14 010' } });
  const resident = new Resident(page, site);
  await resident.open();
  await resident.toHelp();
  await expect(resident.says('Gemeente Voorbeeld. Vraag naar Draagkracht.')).toBeVisible();
  for (const [text, address] of [[nl.help_phone.replace('{phone}', '14 010'), 'tel:14010'], [nl.help_danger, 'tel:112'], [nl.help_home, 'tel:08002000']]) {
    await expect(page.getByRole('link', { name: text, exact: true })).toHaveAttribute('href', address);
  }
  await expect(resident.says(nl.install_menu)).toBeVisible();
});
