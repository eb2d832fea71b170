// `test` with a site of its own for each test, watched from beginning to end.
import { test as base, expect } from '@playwright/test';
import { launchProfile } from './chromium.mjs';
import { Site } from './site.mjs';
import { watch } from './watch.mjs';

export { expect };

/**
 * `config`: what config.json is, `test.use({ config: {...} })`. `site`: see site.mjs. `watched`: see watch.mjs; a complaint fails the test.
 * `openProfile`: a watched browser that keeps its data in a folder, `await openProfile(folder)`.
 */
export const test = base.extend({
  config: [undefined, { option: true }],

  site: async ({ config }, use, info) => {
    const site = await new Site(info.outputPath('overlay')).start();
    site.setConfig(config);
    await use(site);
    await site.stop();
  },

  watched: [async ({ context, site }, use) => {
    const watched = await watch(context, site.origin);
    await use(watched);
    expect(watched.complaints).toEqual([]);
  }, { auto: true }],

  openProfile: async ({ site }, use, info) => {
    const opened = [];
    await use(async (folder) => {
      const context = await launchProfile(folder, info.project.use);
      opened.push({ context, watched: await watch(context, site.origin) });
      return context;
    });
    for (const { context, watched } of opened) {
      await context.close();
      expect(watched.complaints).toEqual([]);
    }
  },
});
