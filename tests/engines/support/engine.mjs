// A browser that keeps what it has in a folder, and that is started, quit and killed.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Group } from './group.mjs';
import { WebDriver } from './webdriver.mjs';

/** An engine says how its driver is started, `startDriver(port)`, and what it asks of it, `capabilities`. */
export class Engine {
  #driver;
  #browser;

  constructor(folder) {
    this.log = join(folder, 'programs.log');
    this.profile = join(folder, 'profile');
    this.downloads = join(folder, 'downloads');
    for (const made of [this.profile, this.downloads]) mkdirSync(made, { recursive: true });
  }

  /** Opens the browser on what it had kept. */
  async open() {
    const port = await freePort();
    this.#driver = await this.startDriver(port);
    this.#browser = new WebDriver(`http://127.0.0.1:${port}`);
    await this.#driver.unlessEnded(this.#browser.start(this.capabilities));
    return this.#browser;
  }

  /** Has the browser quit, as a person does. */
  async quit() {
    await this.#browser.quit();
    await this.kill();
  }

  /** Ends every process at once, as a crash or an empty battery does. */
  async kill() { await this.#driver?.end(); }

  /** Ends all that it started. */
  async end() { await this.kill(); }

  /** Starts a program with a home of its own: nothing of the person who runs the tests is read or changed. */
  run(command, env) {
    return new Group(command, { log: this.log, env: { HOME: this.profile, ...env } });
  }

  /** Waits for the bundle number `count` among the downloads; the paths of all. */
  downloaded(count) {
    return this.#browser.until(`${count} bundles are downloaded`, () => {
      const names = readdirSync(this.downloads).filter((name) => /^[0-9a-f-]{36}\.age$/.test(name));
      const paths = names.map((name) => join(this.downloads, name));
      return paths.length === count && paths.every((path) => statSync(path).size > 0) && paths;
    });
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
