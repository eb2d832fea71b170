// From question to goals, without a connection: the chain, its checks, what is typed, the lists, the resident's copy.
import { readFileSync } from 'node:fs';
import { killProfile } from './support/chromium.mjs';
import { Organisation } from './support/organisation.mjs';
import { printed } from './support/paper.mjs';
import { Plan } from './support/plan.mjs';
import { Professional } from './support/professional.mjs';
import { disk } from './support/room.mjs';
import { expect, test } from './support/test.mjs';
import { end, haveVoices, marked, said } from './support/voices.mjs';

const CHECKS = Object.fromEntries(JSON.parse(readFileSync(new URL('../../crates/core/plan/checks.v1.json', import.meta.url), 'utf8')).checks.map(({ id, question }) => [id, question]));
const HOSTILE = '=1+1 <script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> שלום עולם 👩‍👧';

/** A case with a plan that is begun. */
async function begun(page, site) {
  const professional = new Professional(page, site);
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  const plan = new Plan(professional);
  await plan.open();
  await plan.begin();
  return { professional, plan, code, words: professional.words };
}

async function again(professional, plan, code) {
  await professional.lock();
  await professional.unlock();
  await professional.page.getByRole('button', { name: code }).click();
  await plan.open();
}

test('the whole chain, without a connection, with a lock in the middle', async ({ page, site }, info) => {
  test.setTimeout(300_000);
  await haveVoices(page, [{ name: 'Hier', lang: 'nl-NL', localService: true }]);
  const professional = new Professional(page, site);
  const { words } = professional;
  const plan = new Plan(professional);
  await professional.come();
  await professional.makeVault();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await site.stop();
  const code = await professional.newCase();
  await professional.answerList('T1', (at) => (at === 0 ? 4 : 0));
  await plan.open();
  await plan.begin(words.asker_neighbour);
  await plan.write(words.plan_request_words, 'Ik wil van mijn schulden af');
  await expect(plan.group(words.plan_asker).getByRole('radio', { name: words.asker_neighbour, exact: true })).toBeChecked();
  await plan.next('plan_wish');
  await plan.write(words.plan_wish_words, HOSTILE);
  await plan.tick(words.plan_wish_topics, words.reading_topic_competences);

  // What may not be seen yet is not shown.
  await plan.next('plan_weighs');
  await expect(professional.says(words.weighs_closed)).toBeVisible();
  await expect(page.getByRole('main').getByText(words.reading_weighs, { exact: true })).toBeHidden();
  await plan.overview();
  await professional.button(words.reading_back).click();
  await professional.cell('T1', 'resident').getByRole('button', { name: words.cell_will_not_come }).click();
  await expect(professional.cell('T1', 'resident')).toContainText(words.cell_absent);
  await plan.open();
  await plan.step('plan_weighs');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Financiën');
  await plan.tick(words.weighs_acute, 'Financiën (inclusief schulden)');

  // What was typed a moment ago is there after locking.
  await plan.next('plan_outcome');
  await expect(page.getByText(HOSTILE, { exact: true })).toBeVisible();
  await plan.field(words.plan_outcome_words).fill('De post blijft liggen.');
  await again(professional, plan, code);
  await plan.step('plan_outcome');
  await expect(plan.field(words.plan_outcome_words)).toHaveValue('De post blijft liggen.');
  await plan.next('plan_view');
  await plan.write(words.view_agreed_resident, 'Eerst de post');
  await plan.write(words.view_open_professional, 'Of werk helpt');

  // The goal repeats the question: asked, with the finding behind it, and set aside with a reason only.
  await plan.next('plan_goals');
  await plan.newGoal('Van mijn schulden af');
  const repeats = plan.remark(CHECKS.goal_repeats_request);
  await expect(repeats).toBeVisible();
  await repeats.getByText(words.remark_not, { exact: true }).click();
  await repeats.getByRole('button', { name: words.remark_aside }).click();
  await expect(repeats.getByText(words.remark_reason_missing)).toBeVisible();
  await repeats.getByLabel(words.remark_reason).fill('Zo zegt hij het');
  await repeats.getByRole('button', { name: words.remark_aside }).click();
  await expect(repeats).toBeHidden();
  await expect(page.getByText(words.remark_put_aside.replace('{count}', 1))).toBeVisible();
  await plan.write(words.goal_words, 'Ziet zelf wat er aan geld in en uit gaat, zonder schulden');
  await plan.choose(words.goal_agrees, words.agrees_yes);
  await plan.done('plan_goals');

  // One who takes part, an agreement without a day, and then with one.
  await plan.next('plan_actions');
  await expect(plan.remark(CHECKS.goal_without_intervention)).toBeVisible();
  await plan.newAction(words.type_competences, 'Samen de post openen');
  await plan.tick(words.action_actors, words.actor_resident);
  await plan.tick(words.action_actors, words.actor_network);
  await plan.tick(words.action_domains, 'Financiën (inclusief schulden)');
  await plan.group(words.agreement_new).getByRole('button', { name: words.actor_resident, exact: true }).click();
  const what = words.agreement_what.replace('{who}', words.actor_resident);
  await expect(plan.field(what)).toBeFocused();
  await plan.write(what, 'Legt de post klaar');
  await expect(plan.remark(CHECKS.agreement_without_date)).toBeVisible();
  await plan.field(words.agreement_day).fill('2026-12-01');
  await expect(plan.remark(CHECKS.agreement_without_date)).toBeHidden();
  await plan.button(words.step_new).click();
  await plan.write(words.step_words.replace('{number}', 1), 'Een map kopen');
  await plan.done('plan_actions');
  await expect(plan.remark(CHECKS.goal_without_intervention)).toBeHidden();
  await expect(plan.remark(CHECKS.acute_not_first)).toBeVisible();

  // The resident's copy: words as text, nothing of the professional's own.
  await plan.overview();
  await plan.button(words.copy_title).click();
  const copy = page.getByRole('article');
  await expect(copy).toContainText('Ziet zelf wat er aan geld in en uit gaat');
  await expect(copy).toContainText('U: Legt de post klaar, voor 1 december 2026');
  await expect(copy).toContainText(HOSTILE);
  for (const own of ['De post blijft liggen', 'Of werk helpt', 'Zo zegt hij het', code]) await expect(copy).not.toContainText(own);
  const paper = await printed(page, info.outputPath('copy.pdf'));
  expect(paper).toContain('Ziet zelf wat er aan geld in en uit gaat');
  for (const button of [words.print, words.copy_file, words.read_aloud, words.desk_lock]) expect(paper).not.toContain(button);
  // Read aloud is the copy and nothing else.
  await plan.button(words.read_aloud).click();
  while (await marked(page)) await end(page);
  const heard = (await said(page)).map(({ text }) => text).join(' ').replace(/\s+/g, ' ');
  expect(heard).toBe((await copy.innerText()).replace(/\s+/g, ' ').trim());
  const [download] = await Promise.all([page.waitForEvent('download'), plan.button(words.copy_file).click()]);
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toContain('&lt;script&gt;');
  expect(file).not.toMatch(/<script|<img|De post blijft liggen|Zo zegt hij het/);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();

  // At the next moment: how it goes, circumstances first; both views are asked again.
  await plan.overview();
  await page.getByText(words.plan_moment.replace('{moment}', 'T1'), { exact: true }).click();
  await plan.choose(words.plan_moment_ask, 'T2');
  await plan.step('plan_view');
  await expect(plan.field(words.view_agreed_resident)).toHaveValue('');
  await page.getByText(words.view_before, { exact: true }).click();
  await expect(professional.says('Eerst de post')).toBeVisible();
  await plan.overview();
  await plan.step('plan_follow');
  await plan.choose(words.follow_reached.replace('{who}', words.grid_resident), words.reached_partly);
  await plan.tick(words.follow_around, words.around_waiting);
  await plan.write(words.follow_why, 'De wachtlijst was lang');

  // A goal goes; what was agreed for it stays.
  await plan.overview();
  await plan.step('plan_goals');
  await page.getByRole('button', { name: /^Ziet zelf/ }).click();
  await plan.button(words.goal_remove).click();
  await expect(professional.says(words.goal_remove_agreed.replace('{count}', 1))).toBeVisible();
  await plan.button(words.goal_remove_yes).click();
  await plan.next('plan_actions');
  await expect(page.getByRole('heading', { name: words.actions_loose })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Samen de post openen/ })).toContainText('Legt de post klaar');
  await expect(plan.remark(CHECKS.intervention_without_goal)).toBeVisible();

  // A new question begins a new chain, and the first one stays.
  await plan.overview();
  await page.getByText(words.plan_others, { exact: true }).click();
  await plan.button(words.plan_new).click();
  await plan.begin();
  await plan.write(words.plan_request_words, 'Ik wil meer mensen zien');
  await again(professional, plan, code);
  await page.getByText(words.plan_others, { exact: true }).click();
  await expect(professional.says('Ik wil van mijn schulden af')).toBeVisible();
  await plan.step('plan_request');
  await expect(plan.field(words.plan_request_words)).toHaveValue('Ik wil meer mensen zien');
});

test('what looks like a name or a number is pointed out before it is kept, and nothing is cut', async ({ page, site }) => {
  const { professional, plan, code, words } = await begun(page, site);
  const request = plan.field(words.plan_request_words);
  await request.fill('Mevrouw Jansen vraagt hulp. Haar BSN is 111222333.');
  await expect(professional.says(words.found_name.replace('{words}', 'Jansen')).or(page.getByText(/Jansen$/))).toBeVisible();
  await expect(professional.says(words.found_number.replace('{words}', '111222333'))).toBeVisible();
  await expect(professional.says(words.not_saved)).toBeVisible();
  await expect(professional.says(words.saved)).toBeHidden();
  await request.fill('Zij vraagt hulp.');
  await expect(professional.says(words.not_saved)).toBeHidden();
  await plan.kept();
  await request.fill('Mevrouw Jansen vraagt hulp.');
  await plan.button(words.found_leave).click();
  await plan.kept();

  // All of it stays in the field; it is said that it is not kept, and how much is too much.
  await request.fill('a\u0007é👩‍👧'.padEnd(10_000, 'é'));
  await expect(request).toHaveValue(/é{9000}$/);
  await expect(page.getByText(words.open_text_long.split('{count}')[1])).toBeVisible();
  await expect(professional.says(words.saved)).toBeHidden();
  await request.fill(`a\u0007${'é'.repeat(3_950)}`);
  await expect(professional.says(words.open_text_left.replace('{count}', 49))).toBeVisible();
  await plan.kept();
  await again(professional, plan, code);
  await plan.step('plan_request');
  await expect(request).toHaveValue(`a${'é'.repeat(3_950)}`);
});

test('what there was no room for stays, also when the plan is opened anew, and is kept once there is room', async ({ page, site }) => {
  const room = await disk(page);
  const { professional, plan, code, words } = await begun(page, site);
  await plan.write(words.plan_request_words, 'De post');
  await room.fill();
  await plan.field(words.plan_request_words).fill('De post wordt te veel');
  await expect(professional.says(words.trouble_full)).toBeVisible();
  await plan.overview();
  await professional.button(words.reading_back).click();
  await plan.open();
  await plan.step('plan_request');
  await expect(plan.field(words.plan_request_words)).toHaveValue('De post wordt te veel');
  await room.free();
  await professional.button(words.save_again).click();
  await expect(professional.says(words.trouble_full)).toBeHidden();
  await again(professional, plan, code);
  await plan.step('plan_request');
  await expect(plan.field(words.plan_request_words)).toHaveValue('De post wordt te veel');
});

test('what was kept is there after the browser was killed', async ({ openProfile, site }, info) => {
  const folder = info.outputPath('profile');
  const context = await openProfile(folder);
  const { plan, code, words } = await begun(context.pages()[0], site);
  await plan.write(words.plan_request_words, 'De post wordt te veel');
  killProfile(folder);
  const professional = new Professional((await openProfile(folder)).pages()[0], site);
  await professional.comeBack();
  await professional.unlock();
  await professional.page.getByRole('button', { name: code }).click();
  const found = new Plan(professional);
  await found.open();
  await found.step('plan_request');
  await expect(found.field(words.plan_request_words)).toHaveValue('De post wordt te veel');
});

test('notes stay here unless one says otherwise; lists are filled from the plan, and with what goes', async ({ page, site }) => {
  test.setTimeout(240_000);
  const { professional, plan, code, words } = await begun(page, site);
  await plan.write(words.plan_request_words, 'Ik wil meer mensen zien');
  await plan.overview();
  await plan.step('plan_goals');
  await plan.newGoal('Kent drie mensen in de straat');
  await plan.done('plan_goals');
  await plan.next('plan_actions');
  await plan.newAction(words.type_network, 'Koffie met de buren');
  await plan.tick(words.action_actors, words.actor_network);
  await plan.done('plan_actions');
  await plan.overview();

  await plan.button(words.guide_first).click();
  await page.getByText(words.guide_write, { exact: true }).first().click();
  const note = plan.field(words.guide_note.replace('{theme}', words.guide_reach));
  await note.fill('Wil weer kaarten');
  await plan.kept();
  await expect(page.getByRole('checkbox').first()).not.toBeChecked();
  await plan.overview();

  await plan.button(words.plan_case_list).click();
  await expect(page.getByRole('textbox').first()).toHaveValue('Ik wil meer mensen zien');
  const pages = (number) => professional.says(words.list_page.replace('{number}', number).replace('{count}', 10));
  for (let number = 1; number < 6; number += 1) {
    await expect(pages(number)).toBeVisible();
    await professional.button(words.next).click();
  }
  // Not used after all: then nobody took part in it either.
  const used = plan.group('Het netwerk versterken: Is dit gedaan?');
  const actors = plan.group('Het netwerk versterken: Wie deden eraan mee?');
  await expect(used.getByRole('radio', { name: words.form_yes, exact: true })).toBeChecked();
  await expect(actors.getByRole('checkbox', { name: 'Het eigen netwerk' })).toBeChecked();
  await used.getByRole('radio', { name: words.form_no, exact: true }).check();
  await expect(actors).toBeHidden();
  await used.getByRole('radio', { name: words.form_yes, exact: true }).check();
  await expect(actors.getByRole('checkbox', { name: 'Het eigen netwerk' })).not.toBeChecked();
  await professional.button(words.next).click();
  await page.getByRole('radio', { name: '7', exact: true }).check();
  await plan.kept();
  for (let number = 7; number <= 10; number += 1) await professional.button(words.next).click();
  await expect(professional.heading(words.list_check_title)).toBeFocused();
  await professional.button(words.list_complete).click();
  await again(professional, plan, code);
  await plan.button(words.guide_first).click();
  await expect(note).toHaveValue('Wil weer kaarten');
  await plan.overview();

  await professional.button(words.reading_back).click();
  await professional.button(words.case_back).click();
  await professional.button(words.vault_title).click();
  await professional.button(words.conditions_open).click();
  await expect(professional.heading('Tijd')).toBeFocused();
  await page.getByRole('radio', { name: 'Mee eens', exact: true }).check();
  await plan.kept();
  await professional.lock();
  await professional.unlock();
  await professional.button(words.vault_title).click();
  await professional.button(words.conditions_open).click();
  await expect(page.getByRole('radio', { name: 'Mee eens', exact: true })).toBeChecked();
});

test('what is handed in: the plan, the ticked note and the list that is ready; nothing without consent', async ({ page, site }, info) => {
  const organisation = new Organisation(info.outputPath('keys'));
  const other = new Organisation(info.outputPath('other'));
  site.setConfig(organisation.config);
  const { professional, plan, code, words } = await begun(page, site);
  await plan.write(words.plan_request_words, HOSTILE);
  await plan.overview();
  await expect(page.getByText(words.plan_no_consent)).toBeVisible();
  for (const [at, text] of ['Gaat mee', 'Blijft hier'].entries()) {
    await plan.button(words.guide_first).click();
    await page.getByText(words.guide_write, { exact: true }).nth(at).click();
    await plan.write(words.guide_note.replace('{theme}', [words.guide_reach, words.guide_problem][at]), text);
    if (at === 0) await page.getByRole('checkbox').first().check();
    await plan.overview();
  }
  await plan.button(words.plan_case_list).click();
  for (let number = 1; number <= 10; number += 1) await professional.button(words.next).click();
  await professional.button(words.list_complete).click();
  await professional.button(words.reading_back).click();
  await professional.agree();
  await plan.open();
  await plan.button(words.plan_send).click();
  await expect(page.getByText(words.way_waiting)).toBeVisible();
  await professional.button(words.reading_back).click();
  await professional.button(words.case_back).click();
  await professional.button(words.cases_outbox.replace('{count}', 1)).click();
  const [download] = await Promise.all([page.waitForEvent('download'), professional.button(words.hand_in_download).click()]);
  const bundle = info.outputPath('plan.age');
  await download.saveAs(bundle);
  const { cases, responses, plans, notes, form_responses: lists } = organisation.open(bundle);
  expect([cases.length, responses.length, plans.length, notes.length, lists.length]).toEqual([1, 0, 1, 1, 1]);
  expect(plans[0]).toMatchObject({ case_code: code, request: { words: HOSTILE, asked_by: 'resident' } });
  expect(notes[0]).toMatchObject({ words: '#reach\nGaat mee', hand_in: true });
  expect(lists[0]).toMatchObject({ form: { id: 'case.v1' }, answers: { 'request.words': { text: HOSTILE } } });

  // What one says of one's own work: apart, for another key, without a case.
  await professional.back();
  await professional.button(words.vault_title).click();
  await professional.button(words.conditions_open).click();
  await page.getByRole('radio', { name: 'Mee eens', exact: true }).check();
  await plan.kept();
  for (let number = 1; number <= 4; number += 1) await professional.button(words.next).click();
  await professional.button(words.list_complete).click();
  await expect(professional.heading(words.vault_title)).toBeFocused();
  await professional.back();
  // It waits until the organisation has a key for it.
  await expect(professional.button(words.cases_outbox.replace('{count}', 1))).toBeVisible();
  site.setConfig({ ...organisation.config, conditions_recipient: other.config.recipients[0] });
  await professional.lock();
  await professional.unlock();
  await professional.button(words.cases_outbox.replace('{count}', 2)).click();
  const names = [];
  for (const button of await professional.button(words.hand_in_download).all()) {
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    names.push(file.suggestedFilename());
    await file.saveAs(info.outputPath(file.suggestedFilename()));
  }
  const [apart] = names.filter((name) => name !== download.suggestedFilename());
  const told = other.open(info.outputPath(apart));
  expect([told.cases.length, told.form_responses.length]).toEqual([0, 1]);
  expect(told.form_responses[0]).toMatchObject({ case: null, form: { id: 'conditions.v1' }, answers: { 'time.1': { scale: 4 } } });
  expect(() => organisation.open(info.outputPath(apart))).toThrow();
});
