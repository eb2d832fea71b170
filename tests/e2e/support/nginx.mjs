// The drop box as an organisation has it: a real nginx with docs/deploy/nginx.conf, in a folder of its own.
//
//   const box = await Nginx.start({ dist, config, token, answers: 'stores' });
//   box.url              where the app is; box.token is what a team sends
//   box.inbox            the folder that bundles come into; box.receipts the one that receipts are published from
//   box.setConfig(c)     another config.json: an object, any text, or nothing at all
//   await box.say(a)     another answer to every PUT that would be taken: 'stores' (as configured), 'forgets' (201, and nothing
//                        is kept), or a status: 401, 403, 409, 412, 413, 500, 507
//   await box.cut(n)     every PUT loses its connection after n bytes, its headers among them, until box.cut() without a number:
//                        a browser sends a PUT again by itself when it was cut on a connection that it had used before.
//                        box.cuts counts the connections that were cut
//   await box.down()     nobody answers at the same address, until box.say(…)
//   await box.stop()     ends it and removes its folder
//
// nginx cannot cut a connection in the middle of a request, so it listens on a socket in its folder and a few lines
// of TCP pass all bytes on from a free port. They also keep that port while nginx is started anew.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Cutter } from './cutter.mjs';
import { PROGRAM, serverConfig, siteConfig } from './nginx_config.mjs';

export class Nginx {
  #cutter;
  #process;

  /** `dist` is the built app; `config` its config.json; `token` that of the only team. */
  static async start({ dist, config, token = 'vxkr-2m9d-tq7w-h4pn-c8zs', answers = 'stores' }) {
    const box = new Nginx();
    box.token = token;
    box.folder = await mkdtemp(join(tmpdir(), 'box-'));
    for (const name of ['own', 'inbox', 'incoming', 'receipts']) mkdirSync(box.#path(name));
    symlinkSync(resolve(dist), box.#path('app'));
    writeFileSync(box.#path('tokens'), `"Bearer ${token}" noord;\n`);
    box.setConfig(config);
    try {
      box.#cutter = await Cutter.start(box.#path('443'));
      await box.#run(answers);
    } catch (error) {
      await box.stop();
      throw error;
    }
    return box;
  }

  get url() { return `http://127.0.0.1:${this.#cutter.port}/`; }
  get inbox() { return this.#path('inbox'); }
  get receipts() { return this.#path('receipts'); }
  get cuts() { return this.#cutter.cuts; }

  setConfig(config) {
    const file = join(this.#path('own'), 'config.json');
    if (config === undefined) rmSync(file, { force: true });
    else writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  }

  async say(answers) {
    await this.#end();
    await this.#run(answers);
  }

  async down() { await this.#end(); }

  async cut(bytes = Infinity) { this.#cutter.cutPuts(bytes); }

  async stop() {
    await this.#end();
    await this.#cutter?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #path(name) { return join(this.folder, name); }

  /** Starts it, and waits until it answers. */
  async #run(answers) {
    for (const name of ['80', '443']) rmSync(this.#path(name), { force: true }); // left by one that was killed
    writeFileSync(this.#path('site.conf'), siteConfig(this.folder, answers));
    writeFileSync(this.#path('nginx.conf'), serverConfig(this.folder));
    // Ends with this process, however that ends.
    const nginx = ['--pdeathsig', 'TERM', PROGRAM, '-p', this.folder, '-e', this.#path('error.log'), '-c', this.#path('nginx.conf')];
    const running = spawn('setpriv', nginx, { stdio: 'ignore' });
    this.#process = running;
    const ended = new Promise((end) => running.once('error', end).once('exit', () => end(new Error(this.errors()))));
    for (;;) {
      if (await accepts(this.#path('443'))) return;
      const error = await Promise.race([ended, new Promise((soon) => { setTimeout(soon, 10); })]);
      if (error) throw new Error(`nginx did not start: ${error.message}`);
    }
  }

  async #end() {
    const ending = this.#process;
    if (!ending?.pid || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((end) => ending.once('exit', end));
    ending.kill('SIGTERM');
    await ended;
  }

  /** What nginx complained of. */
  errors() {
    const log = this.#path('error.log');
    return existsSync(log) ? readFileSync(log, 'utf8') : '';
  }
}

/** Whether something accepts connections on this socket. */
function accepts(socket) {
  return new Promise((done) => {
    const connection = connect(socket, () => { connection.destroy(); done(true); });
    connection.once('error', () => done(false));
  });
}
