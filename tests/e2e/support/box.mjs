// `test` with a drop box of its own for each test, served with the app by a real nginx; see nginx.mjs.
import { Nginx } from './nginx.mjs';
import { Organisation } from './organisation.mjs';
import { DIST } from './site.mjs';
import { expect, test as base } from './test.mjs';

export { expect };

/** `organisation`: the command line, with keys; `box`: where it takes files in, watched as the site is. */
export const test = base.extend({
  organisation: async ({}, use, info) => { await use(new Organisation(info.outputPath('keys'))); },

  box: async ({ organisation, watched }, use) => {
    const box = await Nginx.start({ dist: DIST, config: organisation.uploads });
    watched.allow(new URL(box.url).origin);
    await use(box);
    await box.stop();
  },
});
