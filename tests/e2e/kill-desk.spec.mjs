// A browser that is killed while a passphrase is changed, a list completed or sealed, a case given or removed: the old state or the new, never between.
import { setTimeout as sleep } from 'node:timers/promises';
import { killProfile } from './support/chromium.mjs';
import { Organisation } from './support/organisation.mjs';
import { PASSPHRASE, Professional } from './support/professional.mjs';
import { expect, test } from './support/test.mjs';

const TIMES = 3;
const OTHER = 'lamp berg noot kikker';

/** Opens the desk in a browser on this profile. */
async function opened(openProfile, folder, site) {
  const context = await openProfile(folder);
  return new Professional(context.pages()[0], site);
}

/** Waits between nothing and `longest` milliseconds. The choice is in the report of the test. */
async function aWhile(longest, info) {
  const length = Math.random() * longest;
  info.annotations.push({ type: 'killed after', description: `${length.toFixed(1)} ms` });
  await sleep(length);
}

test('killed while the passphrase is changed, the vault opens by the one or the other', async ({ openProfile, site }, info) => {
  test.setTimeout(240_000);
  const folder = info.outputPath('profile');
  let professional = await opened(openProfile, folder, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.button(words.case_back).click();
  let [now, next] = [PASSPHRASE, OTHER];
  for (let time = 1; time <= TIMES; time += 1) {
    await professional.button(words.vault_title).click();
    await professional.field(words.vault_passphrase_now).fill(now);
    await professional.field(words.vault_passphrase_new).fill(next);
    await professional.field(words.vault_passphrase_again).fill(next);
    const started = Date.now();
    await professional.button(words.vault_passphrase_change).click();
    if (time === 1) {
      // How long it takes here, to know within which time to kill.
      await expect(professional.says(words.vault_passphrase_changed)).toBeVisible();
      professional.takes = Date.now() - started;
    } else {
      await aWhile(professional.takes, info);
    }
    const { takes } = professional;
    killProfile(folder);

    professional = await opened(openProfile, folder, site);
    professional.takes = takes;
    await professional.comeBack();
    const changed = await opensBy(professional, next);
    if (time === 1) expect(changed).toBe(true);
    if (!changed) expect(await opensBy(professional, now)).toBe(true);
    if (changed) [now, next] = [next, now];
    await expect(professional.page.getByRole('button', { name: code })).toBeVisible();
    // And by that one only.
    await professional.lock();
    expect(await opensBy(professional, next)).toBe(false);
    expect(await opensBy(professional, now)).toBe(true);
  }
});

/** Whether the vault opens by this passphrase. */
async function opensBy(professional, passphrase) {
  const { page, words } = professional;
  await professional.comeBack();
  await professional.unlock('P07', passphrase);
  const wrong = page.getByText(words.unlock_wrong);
  await expect(professional.heading(words.cases_title).or(wrong)).toBeVisible();
  return wrong.isHidden();
}

test('killed while a list is completed, it has all answers or is complete', async ({ openProfile, site }, info) => {
  test.setTimeout(240_000);
  const folder = info.outputPath('profile');
  let professional = await opened(openProfile, folder, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  const choose = (at) => at % 5;
  const complete = async () => {
    for (let page = 1; page <= 3; page += 1) await professional.button(words.next).click();
    await expect(professional.heading(words.list_check_title)).toBeFocused();
  };
  await professional.press('T1', 'professional', words.cell_answer);
  for (let page = 1; page <= 3; page += 1) {
    await professional.answerPage(choose);
    await professional.button(words.next).click();
  }
  await expect(professional.heading(words.list_check_title)).toBeFocused();
  for (let time = 1; time <= TIMES; time += 1) {
    // Pressed in the page itself: else most of the time is the test's own.
    await professional.button(words.list_complete).evaluate((button) => setTimeout(() => button.click(), 20));
    await aWhile(60, info);
    killProfile(folder);

    professional = await opened(openProfile, folder, site);
    await professional.comeBack();
    await professional.unlock();
    await professional.atCases();
    await expect(professional.says(words.damaged_beside)).toBeHidden();
    await professional.page.getByRole('button', { name: code }).click();
    const cell = professional.cell('T1', 'professional');
    const all = words.cell_begun.replace('{count}', 20).replace('{total}', 20);
    await expect(cell).toContainText(new RegExp(`${all}|${words.cell_complete}`));
    const isComplete = (await cell.innerText()).includes(words.cell_complete);
    info.annotations.push({ type: 'found', description: isComplete ? 'complete' : 'begun' });
    await professional.press('T1', 'professional', isComplete ? words.cell_change : words.cell_answer);
    if (isComplete) {
      await expect(professional.heading(words.list_check_title)).toBeFocused();
      const answers = await professional.page.getByRole('definition').allInnerTexts();
      expect(answers).not.toContain(words.list_no_answer);
      expect(answers).toHaveLength(20);
    } else {
      await complete();
    }
  }
});

test('killed while it is sealed, imported or removed, a case is as it was before or as it is to be', async ({ openProfile, site }, info) => {
  test.slow();
  const [folder, other] = [info.outputPath('profile'), info.outputPath('colleague')];
  site.setConfig(new Organisation(info.outputPath('keys')).config);
  let professional = await opened(openProfile, folder, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.agree();
  await professional.answerList('T1', (at) => at % 5);
  // Being sealed by now: the worker, the job, or both.
  await aWhile(600, info);
  professional = await killedAndBack(professional, openProfile, folder, site);
  // Whatever was left goes on by itself, once.
  await professional.button(words.cases_outbox.replace('{count}', 1)).click();
  await expect(professional.page.getByText(words.outbox_waiting)).toHaveCount(1);
  await professional.button(words.back).click();

  let taker = await opened(openProfile, other, site);
  await taker.come();
  await taker.makeVault('P08');
  const file = info.outputPath('case.age');
  await professional.page.getByRole('button', { name: code }).click();
  await professional.give(await taker.ownDevice(), file);
  await taker.button(words.import_title).click();
  await taker.field(words.import_file).setInputFiles(file);
  await taker.button(words.import_open).click();
  await taker.button(words.import_take).evaluate((button) => setTimeout(() => button.click(), 20));
  await aWhile(120, info);
  taker = await killedAndBack(taker, openProfile, other, site, 'P08');
  const taken = taker.page.getByRole('button', { name: code });
  if (await taken.isVisible()) {
    await taken.click();
    await expect(taker.cell('T1', 'professional')).toContainText(words.cell_complete);
  }

  await professional.button(words.case_remove).click();
  await professional.button(words.case_remove_yes).evaluate((button) => setTimeout(() => button.click(), 20));
  await aWhile(80, info);
  professional = await killedAndBack(professional, openProfile, folder, site);
  const left = professional.page.getByRole('button', { name: code });
  if (await left.isVisible()) {
    await left.click();
    await expect(professional.cell('T1', 'professional')).toContainText(words.cell_complete);
  }
});

/** Kills the browser, opens it again and unlocks: nothing is damaged. */
async function killedAndBack(professional, openProfile, folder, site, pseudonym = 'P07') {
  killProfile(folder);
  const back = await opened(openProfile, folder, site);
  await back.comeBack(pseudonym);
  await back.unlock(pseudonym);
  await back.atCases();
  await expect(back.says(back.words.damaged_beside)).toBeHidden();
  return back;
}
