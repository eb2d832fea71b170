// Firefox ESR, by geckodriver. FIREFOX names another.
import { Engine } from './engine.mjs';

export class Firefox extends Engine {
  startDriver(port) {
    return this.run(['geckodriver', '--port', String(port), '--allow-hosts', '127.0.0.1']);
  }

  get capabilities() {
    return {
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless', '-profile', this.profile],
        prefs: { 'intl.accept_languages': 'nl-NL', 'browser.download.folderList': 2, 'browser.download.dir': this.downloads },
      },
    };
  }
}
