// WebKitGTK, by its own driver, on a screen in memory: it has no way to do without one.
import { join } from 'node:path';
import { Engine } from './engine.mjs';

const BROWSER = join(import.meta.dirname, 'webkit_browser.mjs');

export class WebKit extends Engine {
  #screen;
  #display;

  async startDriver(port) {
    if (!this.#screen) {
      this.#screen = this.run(['Xvfb', '-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp']);
      this.#display = `:${await this.#screen.told()}`;
    }
    const env = { DISPLAY: this.#display, PROFILE: this.profile, DOWNLOADS: this.downloads };
    return this.run(['WebKitWebDriver', `--port=${port}`], env);
  }

  get capabilities() {
    return { 'webkitgtk:browserOptions': { binary: '/usr/bin/gjs', args: ['-m', BROWSER] } };
  }

  async end() {
    await super.end();
    await this.#screen?.end();
  }
}
