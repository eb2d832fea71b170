// The professional's first minutes, and made-up cases to practise with: never kept, sealed, sent, counted or exported.
import { look } from './support/accessible.mjs';
import { records } from './support/database.mjs';
import { Organisation } from './support/organisation.mjs';
import { printed } from './support/paper.mjs';
import { Plan } from './support/plan.mjs';
import { Professional } from './support/professional.mjs';
import { expect, test } from './support/test.mjs';

const STOPS = ['what', 'code', 'together', 'kept', 'practice'];
const KINDS = ['whole', 'household', 'begun'];

/** Everything that this device keeps, but whether the first minutes were seen. */
const kept = async (page) => ({
  records: await records(page),
  choices: await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key !== 'draagkracht.toured').sort()),
});

test('the first minutes: five short screens that end with practising, once, and always to be seen again', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.comeFirst();
  for (const [at, stop] of STOPS.entries()) {
    const title = words[`tour_${stop}_title`];
    await expect(professional.heading(title)).toBeFocused();
    await expect(page).toHaveTitle(`Stap ${at + 1} van 5: ${title} – Draagkracht`);
    await look(page);
    if (stop !== 'practice') await professional.button(words.next).click();
  }
  await professional.button(words.back).click();
  await expect(professional.heading(words.tour_kept_title)).toBeFocused();

  // One that was left before the end begins again; one that was skipped does not.
  await page.reload();
  await expect(professional.heading(words.tour_what_title)).toBeFocused();
  await professional.button(words.tour_skip).click();
  await expect(professional.heading(words.gate_title)).toBeFocused();
  await page.reload();
  await expect(professional.heading(words.gate_title)).toBeFocused();
  await look(page);
  await professional.button(words.tour_again).click();
  for (const stop of STOPS.slice(1)) {
    await professional.button(words.next).click();
    await expect(professional.heading(words[`tour_${stop}_title`])).toBeFocused();
  }
  await professional.button(words.practice_go).click();
  await professional.atCases();
  await look(page);
  await professional.openMadeUp('whole');
  await look(page);
});

test('all that can be looked at in a made-up case says that it is made up, on paper too', async ({ page, site }, info) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  const plan = new Plan(professional);
  const marked = () => expect(page.getByRole('note').filter({ hasText: words.practice_made_up_all })).toBeVisible();
  await professional.come();
  await professional.practise();
  for (const kind of KINDS) {
    await marked();
    await professional.openMadeUp(kind);
    await marked();
    await professional.button(words.case_back).click();
    await professional.atCases();
  }
  await professional.openMadeUp('household');
  await professional.page.getByRole('button', { name: `${words.reading_open}, T1`, exact: true }).first().click();
  await expect(professional.heading(words.reading_compare_title)).toBeFocused();
  await professional.look(words.reading_household, words.reading_household_title);
  await marked();
  await professional.button(words.reading_back).click();
  await professional.button(words.case_back).click();
  await professional.openMadeUp('whole');
  await professional.read('T3');
  await marked();
  await professional.look(words.reading_development, words.reading_development_title);
  await marked();
  expect(await printed(page, info.outputPath('development.pdf'))).toContain(words.practice_made_up_all);
  await professional.button(words.reading_back).click();
  await plan.open();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'plan.aria.yml' });
  await plan.step('plan_goals');
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'plan-goals.aria.yml' });
  await plan.next('plan_actions');
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'plan-actions.aria.yml' });
  await plan.overview();
  await plan.button(words.copy_title).click();
  await marked();
  await expect(page.getByRole('article')).toContainText(words.practice_goal_money);
  expect(await printed(page, info.outputPath('copy.pdf'))).toContain(words.practice_made_up_all);
});

test('what is practised with stays in memory: not kept, not sealed, not sent, not exported, not counted', async ({ page, site }, info) => {
  site.setConfig(new Organisation(info.outputPath('keys')).config);
  const professional = new Professional(page, site);
  const { words } = professional;
  const plan = new Plan(professional);
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.agree();
  await professional.button(words.case_back).click();
  await professional.lock();
  const before = await kept(page);

  // From the cases the vault is locked first.
  await professional.unlock();
  await professional.practise();
  const went = [];
  page.on('download', () => went.push('a file'));
  page.on('worker', () => went.push('a seal'));
  page.on('request', (request) => request.method() === 'GET' || went.push(request.url()));
  await expect(professional.button(words.desk_lock)).toBeHidden();
  await expect(page.getByRole('button', { name: code })).toBeHidden();
  const refused = async (press) => {
    const title = await page.title();
    await press();
    await expect(professional.says(words.practice_refused)).toBeVisible();
    expect(await page.title()).toBe(title);
  };
  const button = (name) => () => professional.button(words[name]).click();
  await expect(professional.says(words.practice_choose)).toBeVisible();
  await expect(page.getByText(words.way_only_here)).toBeHidden();
  for (const name of ['cases_new', 'import_title', 'vault_title']) await expect(professional.button(words[name])).toBeHidden();

  // A list that is completed with the resident's consent goes nowhere.
  await professional.openMadeUp('begun');
  professional.words = { ...words, saved: words.practice_kept };
  await professional.answerList('T1', (at) => at % 5);
  await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);
  await refused(button('give_title'));
  await refused(button('calendar_action'));
  for (const name of ['cell_hand_over', 'invite_action']) await refused(() => professional.press('T2', 'resident', words[name]));
  await professional.read('T1');
  await professional.button(words.reading_back).click();
  await professional.button(words.case_back).click();

  // A plan neither, nor the copy of it.
  await professional.openMadeUp('whole');
  await plan.open();
  await refused(button('plan_send'));
  await plan.step('plan_wish');
  await plan.field(words.plan_wish_words).fill('Iets anders');
  await expect(professional.says(words.practice_kept)).toBeVisible();
  await plan.overview();
  await plan.button(words.copy_title).click();
  await refused(button('copy_file'));

  // Nor by the browser's buttons, to where something real leaves or comes in.
  for (const screen of ['new', 'unlock', 'recover', 'hand-over', 'invitation', 'give', 'import', 'outbox', 'vault']) {
    await page.evaluate((name) => {
      const [, depth] = history.state;
      history.pushState([name, depth + 1], '');
      history.pushState(['desk-plan', depth + 2], '');
    }, `desk-${screen}`);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => history.state[0])).toBe('desk-cases');
    await professional.atCases();
  }

  expect(await kept(page)).toEqual(before);
  professional.words = words;
  await professional.button(words.practice_stop).click();
  await expect(professional.heading(words.gate_title)).toBeFocused();
  expect(await kept(page)).toEqual(before);
  expect(went).toEqual([]);
  await professional.unlock();
  await professional.atCases();
  await expect(page.locator('.desk-case')).toHaveCount(1);
  await expect(page.getByRole('button', { name: code })).toBeVisible();
  await expect(professional.button(words.cases_outbox.replace('{count}', 0))).toBeVisible();
  await professional.button(words.reading_overview).click();
  await expect(professional.says(words.reading_not_there)).toBeVisible();
});
