// The look is one file that an organisation replaces: theme.css. Another one changes colours, type and corners, and nothing else.
import { readFileSync } from 'node:fs';
import { look } from './support/accessible.mjs';
import { WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const THEME = readFileSync(new URL('./support/theme.css', import.meta.url), 'utf8');

/** What people see of the look, and all that is on the screen. */
async function seen(page, resident) {
  const style = (locator, ...names) => locator.evaluate((element, asked) => {
    const computed = getComputedStyle(element);
    return asked.map((name) => computed[name]).join(' ');
  }, names);
  return {
    look: {
      page: await style(page.locator('html'), 'backgroundColor'),
      text: await style(page.locator('body'), 'color'),
      type: await style(page.locator('body'), 'fontFamily'),
      heading: await style(page.getByRole('heading', { level: 1 }), 'color'),
      button: await style(resident.button(WORDS.nl.next), 'backgroundColor', 'borderTopLeftRadius'),
      row: await style(page.locator('.choice').first(), 'borderTopLeftRadius', 'backgroundColor'),
    },
    screen: await page.locator('body').ariaSnapshot(),
  };
}

async function visit(page, site) {
  const files = [];
  page.on('response', async (response) => { files.push(new URL(response.url()).pathname); });
  const resident = new Resident(page, site);
  await resident.open(`#${CODE}`);
  await resident.start();
  await resident.consents();
  await resident.at(1);
  await resident.worksOffline();
  await expect.poll(() => page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.endsWith('/theme.css')))).toBe(true);
  const found = { ...await seen(page, resident), files: [...new Set(files)].sort() };
  return { resident, found };
}

test('another theme.css gives another look in both palettes, with enough contrast, and touches nothing else', async ({ page, site, browser }, info) => {
  const { found: ours } = await visit(page, site);
  site.setTheme(THEME);
  const other = await browser.newPage(info.project.use);
  const { resident, found: theirs } = await visit(other, site);
  for (const part of Object.keys(ours.look)) expect(theirs.look[part], part).not.toBe(ours.look[part]);
  expect(theirs.screen).toBe(ours.screen);
  expect(theirs.files).toEqual(ours.files);
  await look(other);
  await other.emulateMedia({ colorScheme: 'dark' });
  const dark = await seen(other, resident);
  expect(dark.look.page).not.toBe(theirs.look.page);
  await resident.next();
  await expect(other.getByRole('alert')).toBeFocused();
  await look(other);
  await other.close();
});
