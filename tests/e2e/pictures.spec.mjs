// The pictures of docs/handleiding. `make pictures` makes them; without it each is compared with the screen that it shows: the same
// headings, buttons and other things to press, in the same order, as the list beside it says.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixed, QUESTIONS, WORDS } from './support/questions.mjs';
import { Professional } from './support/professional.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const FOLDER = join(import.meta.dirname, '../../docs/handleiding/beeld');
const MAKE = Boolean(process.env.PICTURES);
const LARGEST = 40_000; // bytes
const { nl } = WORDS;

/** What a screen has, by role and name; of a code, which is drawn anew each time, only that it is one. */
async function contents(page) {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  const told = lines.filter((line) => /^\s*- '?(heading|button|radio|checkbox|textbox|link)/.test(line));
  return told.map((line) => line.trim().replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'XXXX-XXXX').replace(/ \[(active|checked)\]/g, '')).join('\n').concat('\n');
}

async function picture(page, name) {
  const [image, list] = [join(FOLDER, `${name}.webp`), join(FOLDER, `${name}.txt`)];
  const there = await contents(page);
  if (MAKE) {
    mkdirSync(FOLDER, { recursive: true });
    await page.evaluate(() => document.activeElement.blur()); // a still picture has no focus
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
    await session.detach();
    writeFileSync(image, Buffer.from(data, 'base64'));
    writeFileSync(list, there);
  }
  expect(existsSync(image), `${image}: make it with \`make pictures\``).toBe(true);
  expect(statSync(image).size, image).toBeLessThanOrEqual(LARGEST);
  expect(there, `${name} shows another screen: \`make pictures\`, and look at it`).toBe(readFileSync(list, 'utf8'));
}

test.use({ deviceScaleFactor: 1 });

test("the resident's screens are those of the manual's pictures", async ({ page, site }) => {
  const resident = new Resident(page, site);
  await resident.open(`#${CODE}`);
  await expect(resident.heading(nl.start_title)).toBeFocused();
  await picture(page, 'welkom');
  await resident.start();
  await resident.consents();
  await resident.answer(1, 3);
  await picture(page, 'vraag');
  await resident.next();
  await resident.answers(2, QUESTIONS.length, mixed);
  await resident.atCheck();
  await picture(page, 'controle');
  await resident.finish();
  await picture(page, 'resultaat');
  await resident.toHelp();
  await expect(resident.heading(nl.help_title)).toBeFocused();
  await picture(page, 'hulp');
});

test("the professional's screens are those of the manual's pictures", async ({ page, site }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await professional.newCase();
  await professional.press('T1', 'resident', words.cell_hand_over);
  await expect(professional.heading(words.hand_over_title)).toBeFocused();
  await picture(page, 'geef-tablet');
  await professional.back();
  await professional.press('T1', 'resident', words.invite_action);
  await expect(professional.heading(words.invite_title)).toBeFocused();
  await picture(page, 'uitnodiging');
});

test('every picture of the manuals is one of these, and every one of these is in a manual', async () => {
  const manuals = ['inwoners.md', 'professionals.md'].map((name) => readFileSync(join(FOLDER, '..', name), 'utf8')).join('\n');
  const shown = [...manuals.matchAll(/!\[[^\]]{10,}\]\(beeld\/([\w-]+)\.webp\)/g)].map(([, name]) => name).sort();
  const made = [...readFileSync(import.meta.filename, 'utf8').matchAll(/^  await picture\(page, '([\w-]+)'\)/gm)].map(([, name]) => name).sort();
  expect(shown).toEqual(made);
  expect([...manuals.matchAll(/!\[/g)]).toHaveLength(shown.length);
});
