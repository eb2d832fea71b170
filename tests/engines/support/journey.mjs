// The same journey in each engine, with a site and an organisation of its own.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Organisation } from '../../e2e/support/organisation.mjs';
import { Site } from '../../e2e/support/site.mjs';
import { Firefox } from './firefox.mjs';
import { WebKit } from './webkit.mjs';

const RESULTS = resolve(import.meta.dirname, '../../../test-results/engines');

/** A test of each engine: `play({ engine, site, organisation })`. What is left of one is in test-results/engines/`who`-engine. */
export function inEachEngine(who, what, play) {
  for (const Engine of [Firefox, WebKit]) {
    test(`${Engine.name}: ${what}`, { timeout: 240_000 }, async (t) => {
      const folder = join(RESULTS, `${who}-${Engine.name}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const organisation = new Organisation(join(folder, 'keys'));
      const site = await new Site(join(folder, 'overlay')).start();
      t.after(() => site.stop());
      site.setConfig(organisation.config);
      const engine = new Engine(folder);
      t.after(() => engine.end());
      await play({ engine, site, organisation });
    });
  }
}
