// A device that is nearly full. Chromium tells pages a size that has nothing to do with the disk, unless it is told not to.
import { look } from './support/accessible.mjs';
import { CHROMIUM } from './support/chromium.mjs';
import { Professional } from './support/professional.mjs';
import { expect, test } from './support/test.mjs';

test.use({ launchOptions: { ...CHROMIUM, args: [...CHROMIUM.args, '--disable-features=StaticStorageQuota'] } });

test('a device that is nearly full is said in time, and leads to handing in', async ({ page, site }) => {
  const professional = new Professional(page, site);
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await expect(professional.says(words.storage_scarce)).toBeHidden();
  await professional.lock();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 15_000_000 });
  await professional.unlock();
  await professional.atCases();
  await expect(professional.says(words.storage_scarce)).toBeVisible();
  await look(page);
  await professional.button(words.storage_to_outbox).click();
  await expect(professional.heading(words.outbox_title)).toBeFocused();
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  await professional.lock();
  await professional.unlock();
  await professional.atCases();
  await expect(professional.says(words.storage_scarce)).toBeHidden();
});
