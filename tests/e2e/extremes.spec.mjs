// The pictures with nothing to show, next to nothing, means that stand exactly on an organisation's own cut-off, and both ends.
import { readFileSync } from 'node:fs';
import { expectDrawn, look } from './support/accessible.mjs';
import { byResident } from './support/by_resident.mjs';
import { Organisation } from './support/organisation.mjs';
import { Professional } from './support/professional.mjs';
import { QUESTIONS } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const { norm, cases } = JSON.parse(readFileSync(new URL('../../crates/core/tests/golden/own_norm.json', import.meta.url), 'utf8'));
const choice = (value) => ({ dont_know: 5, wont_say: 6 }[value] ?? value - 1);
const ON_THE_LINE = (rater) => {
  const { answers } = cases.find(({ name }) => name === `${rater}, exactly on both cut-offs`);
  return ['competences', 'social_capital', 'burden'].flatMap((component) => answers[component]).map(choice);
};
// Of each component the first item only.
const ONE_EACH = QUESTIONS.map(({ component }, at) => (at === 0 || QUESTIONS[at - 1].component !== component ? 4 : 5));

/** Each picture, in every way of showing it that could lose something. */
async function pictures(page, professional) {
  const desk = professional.words;
  for (const [way, title] of [[desk.reading_types, desk.reading_types_title], [desk.reading_balance, desk.reading_balance_title],
    [desk.reading_development, desk.reading_development_title], [desk.reading_comparison, desk.reading_compare_title]]) {
    await professional.look(way, title);
    await look(page);
    await page.locator('html').evaluate((html) => { html.style.fontSize = '200%'; });
    await expectDrawn(page, `${title}, letters twice as large`);
    await page.locator('html').evaluate((html) => { html.style.fontSize = ''; });
    await page.emulateMedia({ forcedColors: 'active' });
    await expectDrawn(page, `${title}, forced colours`);
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    await page.setViewportSize({ width: 680, height: 1000 });
    await expectDrawn(page, `${title}, on paper`);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 360, height: 740 });
  }
}

test('every picture with next to nothing to show, exactly on the cut-off, and at both ends', async ({ page, site }, info) => {
  test.setTimeout(300_000);
  site.setConfig({ ...new Organisation(info.outputPath('keys')).config, norm });
  const professional = new Professional(page, site);
  const resident = new Resident(page, site);
  const desk = professional.words;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.answerList('T1', () => 6);
  await byResident(professional, resident, code, 'T1', ONE_EACH);
  const own = ON_THE_LINE('professional');
  await professional.answerList('T2', () => own.shift());
  await byResident(professional, resident, code, 'T2', ON_THE_LINE('resident'));

  await professional.read('T2');
  await expect(professional.says(desk.reading_line_own.replace('{norm}', norm.name))).toBeVisible();
  // Both on the line of competences: at it is strong, and as close as can be.
  const competences = page.getByRole('group', { name: desk.reading_topic_competences }).locator('xpath=..');
  await expect(competences.getByText(desk.reading_above_close, { exact: true })).toHaveCount(2);
  await professional.button(desk.reading_back).click();
  await professional.read('T1');
  await expect(professional.says(desk.reading_few).first()).toBeVisible();
  await expect(professional.says(desk.reading_largest)).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await pictures(page, professional);

  // As low and as high as can be.
  await professional.button(desk.reading_back).click();
  await professional.answerList('T3', () => 0);
  await byResident(professional, resident, code, 'T3', QUESTIONS.map(() => 4));
  await professional.read('T3');
  await expect(professional.says(desk.reading_largest)).toBeVisible();
  await pictures(page, professional);
});
