// Bad input and bad luck: always a sentence that says what to do, never a blank page, never a lost answer.
import { damage, fill, makeNewer, records, version } from './support/database.mjs';
import { Organisation } from './support/organisation.mjs';
import { mixed, QUESTIONS, WORDS } from './support/questions.mjs';
import { CODE, Resident } from './support/resident.mjs';
import { disk } from './support/room.mjs';
import { expect, test } from './support/test.mjs';

const { nl } = WORDS;
const ORGANISATION = 'Gemeente Voorbeeld';
const of = (name, text) => text.replaceAll('{organisation}', name).replace(/^./, (first) => first.toUpperCase());

test.describe('what the organisation published', () => {
  test('nothing, nonsense, a newer form, no keys: filling in goes on, and handing in waits', async ({ page, site }, info) => {
    const { config } = new Organisation(info.outputPath('keys'), ORGANISATION);
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answerAll(mixed);
    await resident.finish();
    await resident.handIn();
    const waits = async (name) => {
      await expect(resident.says(of(name, nl.hand_in_not_possible))).toBeVisible();
      await expect(resident.says(nl.hand_in_kept)).toBeVisible();
      await expect(resident.button(nl.hand_in_download)).toBeHidden();
    };
    await waits(nl.organisation_unknown);
    for (const [published, name] of [
      ['{"format": "draagkracht-config", "version": 1, "organ', undefined],
      [{ ...config, version: 2 }, undefined],
      [{ ...config, recipients: ['age1nonsense'] }, undefined],
      [{ ...config, recipients: [] }, ORGANISATION],
    ]) {
      site.setConfig(published);
      await page.reload();
      await waits(name ?? nl.organisation_unknown);
      if (!name) await expect(resident.says(nl.config_bad_none)).toBeVisible();
    }
    site.setConfig(config);
    await page.reload();
    await expect(resident.button(nl.hand_in_download)).toBeVisible();
  });

  test('the last good copy serves when the new one cannot be read, and another key is shown', async ({ page, site }, info) => {
    const organisation = new Organisation(info.outputPath('keys'), ORGANISATION);
    site.setConfig(organisation.config);
    const resident = new Resident(page, site);
    await resident.begin({ support: false });
    await resident.answerAll(mixed);
    await resident.finish();
    await page.waitForFunction(() => localStorage.getItem('draagkracht.config') !== null); // the good copy is kept
    site.setConfig({ ...organisation.config, version: 2 });
    await page.reload();
    await expect(resident.says(nl.config_bad)).toBeVisible();
    await resident.handIn();
    await expect(resident.says(of(ORGANISATION, nl.hand_in_no_consent))).toBeVisible();
    await resident.button(nl.hand_in_agree).click();
    await resident.download(info.outputPath('b.age'));
    expect(organisation.open(info.outputPath('b.age')).cases[0].consents.support.given).toBe(true);

    const other = new Organisation(info.outputPath('other'), ORGANISATION);
    site.setConfig(other.config);
    await resident.toData();
    await page.getByRole('checkbox', { name: nl.consent_research }).check();
    await resident.back();
    await resident.back();
    await expect(resident.heading(nl.hand_in_title)).toBeFocused();
    await expect(resident.says(of(ORGANISATION, nl.hand_in_key_changed))).toBeVisible();
    await page.reload();
    await expect(resident.says(of(ORGANISATION, nl.hand_in_key_changed))).toBeVisible();
    await resident.button(nl.hand_in_key_accept).click();
    await resident.download(info.outputPath('c.age'));
    expect(other.open(info.outputPath('c.age')).cases[0].consents.research.given).toBe(true);
  });

  test('what cannot be read is said on the first screen already', async ({ page, site }) => {
    site.setConfig('{');
    const resident = new Resident(page, site);
    await resident.open();
    await expect(resident.says(nl.config_bad_none)).toBeVisible();
    await resident.start();
  });
});

test.describe('the code', () => {
  test('each mistake is named, and the right code then goes on', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.open();
    await resident.start();
    await resident.consents();
    await expect(resident.heading(nl.code_title)).toBeFocused();
    for (const [code, sentence] of [
      ['', nl.code_empty],
      ['73D0-9NZG', nl.code_check],
      ['73D0-9NZ', nl.code_length.replace('{count}', '7')],
      ['73D0-9NZU', nl.code_character.replace('{character}', '“U”')],
      ['73D0-9NZ€', nl.code_character.replace('{character}', '“€”')],
    ]) {
      await resident.code(code);
      const summary = page.getByRole('alert');
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(/^Fout: /);
      await expect(page.getByRole('textbox', { name: nl.code_label })).toHaveAccessibleDescription(`${nl.code_hint} ${sentence}`);
      await summary.getByRole('link', { name: sentence, exact: true }).click();
      await expect(page.getByRole('textbox', { name: nl.code_label })).toBeFocused();
      await expect(page.getByRole('textbox', { name: nl.code_label })).toHaveValue(code);
    }
    await resident.code(' 73do 9nzf ');
    await resident.at(1);
  });

  test('a right link asks for no code, and leaves no trace in address or history', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.open(`#${CODE}/1/T1`);
    await resident.start();
    await resident.consents();
    await resident.at(1);
    expect(page.url()).toBe(site.url);
    const places = await page.evaluate(() => [...navigation.entries().map(({ url }) => url), JSON.stringify(history.state)]);
    expect(places.filter((place) => place.includes('#') || place.includes('73D0'))).toEqual([]);
  });

  test('a wrong link says so, and the code can be typed', async ({ page, site }) => {
    const resident = new Resident(page, site);
    for (const link of ['#73D0-9NZG', `#${CODE}/1/T9`, '#%00']) {
      await page.goto('about:blank');
      await resident.open(link);
      await resident.start();
      await resident.consents();
      await expect(page.getByRole('alert')).toContainText(nl.invitation_wrong);
      expect(page.url()).toBe(site.url);
    }
    await resident.code();
    await resident.at(1);
  });
});

test.describe('a browser that keeps nothing', () => {
  const ways = {
    'has no IndexedDB': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    'throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; },
    'fails later': () => {
      IDBFactory.prototype.open = () => {
        const request = Object.assign(new EventTarget(), { error: new DOMException('no', 'InvalidStateError') });
        setTimeout(() => { const event = new Event('error'); request.dispatchEvent(event); request.onerror?.(event); });
        return request;
      };
    },
  };
  for (const [name, refuse] of Object.entries(ways)) {
    test(name, async ({ page, site }) => {
      await page.addInitScript(refuse);
      const resident = new Resident(page, site);
      await resident.open();
      await expect(resident.heading(nl.trouble_title)).toBeFocused();
      await expect(resident.says(nl.trouble_refused)).toBeVisible();
      await expect(resident.says(nl.trouble_refused_do)).toBeVisible();
    });
  }
});

test.describe('no room', () => {
  const ROOM = 1_000_000;

  test.beforeEach(({ page }) => page.addInitScript(() => { // what is kept for working offline would take the little room there is
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  }));

  const full = async (resident) => {
    await expect(resident.page.getByRole('alert')).toContainText(nl.trouble_full);
    await expect(resident.page.getByRole('alert')).toContainText(nl.trouble_full_do);
  };

  test('in the middle of the questions: said, and nothing is lost once there is room', async ({ page, site }) => {
    const cdp = await page.context().newCDPSession(page);
    const setQuota = (quotaSize) => cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize });
    await setQuota(ROOM);
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answers(1, 8, mixed);
    await resident.at(9);
    await fill(page);
    for (let number = 9; number <= QUESTIONS.length; number += 1) { // filling in goes on
      await resident.choose(number, mixed(number));
      await expect(resident.says(nl.not_saved)).toBeVisible();
      await expect(resident.says(nl.saved)).toBeHidden();
      await full(resident);
      if (number < QUESTIONS.length) await resident.next();
    }
    await resident.next();
    await resident.atCheck();
    await resident.button(nl.check_done).click();
    await full(resident);
    await setQuota(undefined);
    await resident.button(nl.save_again).click();
    await expect(page.getByRole('alert')).toBeHidden();
    await page.reload();
    await resident.atCheck();
    expect(await resident.checked()).toEqual(QUESTIONS.map(({ text, labels }, index) => [text, labels[mixed(index + 1)]]));
  });

  test('when the list is finished: said, and it can be finished once there is room', async ({ page, site }) => {
    const room = await disk(page);
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answerAll(mixed);
    await room.fill();
    await resident.button(nl.check_done).click();
    await full(resident);
    await room.free();
    await page.reload();
    await expect(resident.heading(nl.check_title).or(resident.heading(nl.result_title))).toBeFocused();
    if (await resident.heading(nl.check_title).isVisible()) await resident.finish();
  });
});

test.describe('what is kept', () => {
  test('a damaged case beside a good one: the good one opens, and a sentence says the rest', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.open();
    await resident.start();
    await resident.consents();
    await resident.button(nl.code_none).click();
    await resident.answers(1, 2, mixed);
    await resident.at(3);
    const first = (await records(page)).filter(({ store, key, value }) => store !== 'vaults' && value.revision > 2); // its head and its list
    expect(first).toHaveLength(2);
    await page.goto('about:blank');
    await resident.open(`#${CODE}`);
    await resident.start();
    await resident.consents();
    await resident.answers(1, 4, mixed);
    await resident.at(5);
    for (const record of first) {
      await damage(page, record);
      await page.goto('about:blank');
      await resident.open();
      await resident.at(5);
      await expect(resident.says(nl.damaged_beside)).toBeVisible();
      await resident.back();
      await resident.hasAnswer(4, mixed(4));
      await resident.next();
      await resident.at(5);
      await damage(page, record); // the same bit again: as it was
    }
    await page.reload();
    await expect(page).toHaveTitle(/^Vraag [35] van 23 /);
    await expect(resident.says(nl.damaged_beside)).toBeHidden();
  });

  test('whatever is damaged is said, or the list is still there; nothing is wiped', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answer(1, 1);
    for (const record of (await records(page)).filter(({ store }) => ['vaults', 'heads', 'records'].includes(store))) {
      await damage(page, record);
      await page.reload();
      const sentence = resident.says(nl.trouble_damaged).or(resident.says(nl.damaged_beside));
      await expect(sentence.or(page.getByRole('radio', { checked: true })).first()).toBeVisible();
      await damage(page, record);
    }
    await page.reload();
    await resident.hasAnswer(1, 1);
  });

  test('a newer database is left as it is', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answer(1, 1);
    const before = await records(page);
    await page.goto(`${site.url}theme.css`);
    await makeNewer(page);
    await resident.open();
    await expect(resident.heading(nl.trouble_title)).toBeFocused();
    await expect(resident.says(nl.trouble_newer)).toBeVisible();
    await expect(resident.says(nl.trouble_newer_do)).toBeVisible();
    expect(await version(page)).toBe(1000);
    await page.goto(`${site.url}theme.css`);
    expect(await records(page)).toEqual(before);
  });

  test('the key of the browser is gone', async ({ page, site }) => {
    const resident = new Resident(page, site);
    await resident.begin();
    await resident.answer(1, 1);
    await page.evaluate(() => new Promise((resolve) => {
      indexedDB.open('draagkracht').onsuccess = ({ target: { result } }) => {
        const transaction = result.transaction('keys', 'readwrite');
        transaction.objectStore('keys').clear();
        transaction.oncomplete = () => { result.close(); resolve(); };
      };
    }));
    await page.reload();
    await expect(resident.says(nl.trouble_key)).toBeVisible();
    await resident.button(nl.data_wipe_title).click();
    await resident.button(nl.data_wipe).click();
    await resident.button(nl.data_wipe_yes).click();
    await resident.start();
  });
});

test('the questions cannot be fetched', async ({ page, site }) => {
  await page.route('**/instruments/**', (route) => route.fulfill({ status: 404 }));
  const resident = new Resident(page, site);
  await resident.open();
  await expect(resident.heading(nl.trouble_title)).toBeFocused();
  await expect(resident.says(nl.trouble_load)).toBeVisible();
});

test.describe('two tabs', () => {
  test('answers of both are kept', async ({ context, page, site }) => {
    const one = new Resident(page, site);
    await one.begin();
    await one.answers(1, 2, mixed);
    await one.at(3);
    const two = new Resident(await context.newPage(), site);
    await two.open();
    await two.at(3);

    await one.answers(3, 4, mixed);
    await one.at(5);
    await two.answer(3, 6); // it knows nothing of the other's 3 and 4
    await expect(two.says(nl.trouble_conflict)).toBeVisible();
    await two.next();
    await two.hasAnswer(4, mixed(4));
    await one.answer(5, mixed(5)); // and now this one is behind
    await expect(one.says(nl.trouble_conflict)).toBeVisible();

    const three = new Resident(await context.newPage(), site);
    await three.open();
    await three.hasAnswersBackFrom(5, (number) => (number === 3 ? 6 : mixed(number)));
  });

  test('one finishes while the other still answers', async ({ context, page, site }) => {
    const one = new Resident(page, site);
    await one.begin();
    await one.answerAll(mixed);
    const two = new Resident(await context.newPage(), site);
    await two.open();
    await two.atCheck();
    await two.change(23);
    await two.at(23);
    await one.page.reload();
    await one.hasAnswer(23, mixed(23));
    await one.next();
    await one.atCheck();
    await one.finish();
    await two.page.getByRole('radio').nth(0).click();
    await expect(two.heading(nl.result_title)).toBeFocused();
  });
});
