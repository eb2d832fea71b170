// The resident's own phone: from the professional's screen or paper, by camera or link, to the case at the organisation.
import { Organisation } from './support/organisation.mjs';
import { Professional } from './support/professional.mjs';
import { readQr } from './support/qr.mjs';
import { mixed } from './support/questions.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

test('an invitation carries code, person and moment to another device, and from there to the organisation', async ({ page, context, site, openProfile }, info) => {
  test.slow();
  const organisation = new Organisation(info.outputPath('keys'));
  site.setConfig(organisation.config);
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.press('T2', 'resident', words.invite_action);
  await expect(professional.heading(words.invite_title)).toBeFocused();
  expect(page.url()).not.toContain(code);
  const link = `${site.url}#${code}/1/T2`;
  await expect(professional.says(link)).toBeVisible();
  const square = page.getByRole('img', { name: words.invite_qr, exact: true });
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    await page.emulateMedia(options);
    expect(await readQr(square), JSON.stringify(options)).toBe(link);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await professional.button(words.invite_copy).click();
  await expect(professional.says(words.invite_copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await page.emulateMedia({ media: 'print' });
  await expect(professional.says(link)).toBeVisible();
  await expect(professional.says(words.invite_of.replace('{code}', code).replace('{person}', 1).replace('{moment}', 'T2'))).toBeVisible();
  await expect(professional.says(words.invite_what)).toBeHidden();
  await expect(professional.button(words.print)).toBeHidden();
  expect(await readQr(square)).toBe(link);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });

  const phone = await openProfile(info.outputPath('phone'));
  const resident = new Resident(await phone.newPage(), site);
  await resident.page.goto(link);
  expect(await resident.page.evaluate(() => location.hash)).toBe('');
  await resident.start();
  await resident.consents();
  await resident.answerAll(mixed);
  await resident.finish();
  await resident.handIn();
  const path = info.outputPath('handed-in.age');
  await resident.download(path);
  const { responses: [response] } = organisation.open(path);
  expect(response).toMatchObject({ case_code: code, person: '1', moment: 'T2', rater: 'resident', mode: 'self' });
});

test('a list that was begun or is with the resident has no invitation', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await professional.newCase();
  const invites = (moment, rater) => professional.cell(moment, rater).getByRole('button', { name: new RegExp(`^${words.invite_action}`) });
  await expect(invites('T1', 'resident')).toBeVisible();
  await expect(invites('T1', 'professional')).toBeHidden();
  await professional.handOver('T1');
  const resident = new Resident(page, site);
  await expect(resident.heading(words.your_answers_title)).toBeFocused();
  await resident.consents();
  await resident.answers(1, 1, mixed);
  await resident.toHelp();
  await resident.button(words.give_back).click();
  await professional.unlock();
  await professional.atCases();
  await page.getByRole('main').getByRole('listitem').getByRole('button').click();
  await expect(professional.cell('T1', 'resident')).toContainText(words.cell_begun.replace('{count}', 1).replace('{total}', 23));
  await expect(invites('T1', 'resident')).toBeHidden();
  await expect(invites('T2', 'resident')).toBeVisible();
});
