// The built site under a sub-path. "Offline" is a stopped server: a browser's own offline switch misses the service worker.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { start } from '../../../scripts/serve.mjs';

/** The built site; DIST names another. */
export const DIST = resolve(process.env.DIST ?? join(import.meta.dirname, '../../../dist'));

export class Site {
  #dir;
  #overlay;
  #server;
  #port = 0;

  /** `overlay` is a folder of its own, for config.json; `dir` another build than dist. */
  constructor(overlay, dir = DIST) {
    this.#overlay = overlay;
    this.#dir = dir;
    mkdirSync(overlay, { recursive: true });
  }

  get url() { return this.#server.url; }
  get origin() { return this.#server.origin; }

  /** Starts, or starts again on the same port; with another build if one is given. */
  async start(dir = this.#dir) {
    this.#dir = dir;
    this.#server = await start({ dir, base: '/sub/path/', port: this.#port, overlay: this.#overlay });
    this.#port = Number(new URL(this.#server.origin).port);
    return this;
  }

  /** Stops at once, open connections too. */
  stop() { return this.#server.close(); }

  /** What theme.css is from now on. */
  setTheme(css) { writeFileSync(join(this.#overlay, 'theme.css'), css); }

  /** What config.json is from now on: an object, any text, or nothing at all. */
  setConfig(config) {
    const file = join(this.#overlay, 'config.json');
    if (config === undefined) rmSync(file, { force: true });
    else writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  }
}
