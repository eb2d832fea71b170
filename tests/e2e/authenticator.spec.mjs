// Opening a vault by what the device recognises, with Chromium's virtual authenticator.
import { PASSPHRASE, Professional } from './support/professional.mjs';
import { look } from './support/accessible.mjs';
import { expect, test } from './support/test.mjs';

const OTHER = 'lamp berg noot kikker';

/** A device that recognises people. */
async function device(page, { hasPrf = true } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true, hasPrf,
    },
  });
  return {
    recognises: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    remove: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

/** The site by a name: an address is none that an authenticator can be asked for. */
function named(site, watched) {
  watched.allow(site.origin.replace('127.0.0.1', 'localhost'));
  return { url: site.url.replace('127.0.0.1', 'localhost') };
}

async function at(professional, name) {
  await professional.button(professional.words.vault_title).click();
  await expect(professional.heading(professional.words.vault_title)).toBeFocused();
  await expect(professional.button(name)).toBeVisible();
}

async function change(professional, name, passphrase = PASSPHRASE) {
  await professional.field(professional.words.vault_passphrase).fill(passphrase);
  await professional.button(name).click();
}

test('a vault opens by the device beside the passphrase, until the device is removed', async ({ page, site, watched }) => {
  const authenticator = await device(page);
  const professional = new Professional(page, named(site, watched));
  const { words } = professional;
  await professional.come();
  await professional.makeVault('P08', OTHER);
  await professional.lock();
  await professional.makeVault();
  const code = await professional.newCase();
  await professional.button(words.case_back).click();
  await at(professional, words.passkey_add);
  await expect(professional.says(words.passkey_not)).toBeVisible();
  await look(page);
  await change(professional, words.passkey_add, OTHER);
  await expect(page.getByRole('alert')).toContainText(words.unlock_wrong);
  await page.getByRole('alert').getByRole('link').click();
  await expect(professional.field(words.vault_passphrase)).toBeFocused();
  await change(professional, words.passkey_add);
  await expect(professional.says(words.passkey_added)).toBeVisible();
  await expect(professional.heading(words.vault_title)).toBeFocused();

  await professional.lock();
  await professional.button('P07').click();
  await expect(professional.button(words.passkey_title)).toBeVisible();
  await look(page);
  await professional.button(words.passkey_title).click();
  await professional.atCases();
  await expect(page.getByRole('button', { name: code })).toBeVisible();

  // Another passphrase leaves the device as it is.
  await at(professional, words.passkey_remove);
  await professional.field(words.vault_passphrase_now).fill(PASSPHRASE);
  await professional.field(words.vault_passphrase_new).fill('maan koffie trap giraffe');
  await professional.field(words.vault_passphrase_again).fill('maan koffie trap giraffe');
  await professional.button(words.vault_passphrase_change).click();
  await expect(professional.says(words.vault_passphrase_changed)).toBeVisible();
  await professional.lock();

  await professional.button('P07').click();
  await professional.button(words.passkey_title).click();
  await professional.atCases();

  // The other vault knows nothing of it.
  await professional.lock();
  await professional.button('P08').click();
  await expect(professional.field(words.vault_passphrase)).toBeVisible();
  await expect(professional.button(words.passkey_title)).toBeHidden();
  await professional.field(words.vault_passphrase).fill(OTHER);
  await professional.button(words.unlock).click();
  await professional.atCases();
  await expect(professional.says(words.cases_none)).toBeVisible();

  // Who is not recognised has the passphrase.
  await professional.lock();
  await authenticator.recognises(false);
  await professional.button('P07').click();
  await professional.button(words.passkey_title).click();
  await expect(page.getByRole('alert')).toContainText(words.passkey_cancelled);
  await professional.field(words.vault_passphrase).fill('maan koffie trap giraffe');
  await professional.button(words.unlock).click();
  await professional.atCases();
  await at(professional, words.passkey_remove);
  await change(professional, words.passkey_remove, PASSPHRASE);
  await expect(page.getByRole('alert')).toContainText(words.unlock_wrong);
  await change(professional, words.passkey_remove, 'maan koffie trap giraffe');
  await expect(professional.says(words.passkey_removed)).toBeVisible();
  await expect(professional.button(words.passkey_add)).toBeVisible();
  await professional.lock();
  await professional.button('P07').click();
  await expect(professional.field(words.vault_passphrase)).toBeVisible();
  await expect(professional.button(words.passkey_title)).toBeHidden();
});

test('a device that has lost what it knew, or makes no secrets, says so and leaves the passphrase', async ({ page, site, watched }) => {
  let authenticator = await device(page, { hasPrf: false });
  const professional = new Professional(page, named(site, watched));
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await at(professional, words.passkey_add);
  await change(professional, words.passkey_add);
  await expect(page.getByRole('alert')).toContainText(words.passkey_no_secret);
  await authenticator.recognises(false);
  await change(professional, words.passkey_add);
  await expect(page.getByRole('alert')).toContainText(words.passkey_cancelled);
  await authenticator.remove();
  authenticator = await device(page);
  await change(professional, words.passkey_add);
  await expect(professional.says(words.passkey_added)).toBeVisible();
  await professional.lock();
  await authenticator.remove();
  await device(page);
  await professional.button('P07').click();
  await professional.button(words.passkey_title).click();
  await expect(page.getByRole('alert')).toContainText(words.passkey_cancelled);
  await professional.field(words.vault_passphrase).fill(PASSPHRASE);
  await professional.button(words.unlock).click();
  await professional.atCases();
});

test('without such a device nothing is said of it', async ({ page, site, watched }) => {
  const professional = new Professional(page, named(site, watched));
  const { words } = professional;
  await professional.come();
  await professional.makeVault();
  await professional.button(words.vault_title).click();
  await expect(professional.heading(words.vault_title)).toBeFocused();
  await expect(page.getByRole('heading', { name: words.passkey_title })).toBeHidden();
});
