// Programs that end with the test, however that ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

// The shell leads a group of its own. When its input closes, as it is told to end or this process is no more, all of
// the group is killed; and so it is when the program ends by itself.
const TOGETHER = '{ "$@"; kill -KILL 0; } </dev/null & cat >/dev/null; kill -KILL 0';

export class Group {
  #shell;
  #ended;
  #what;

  /** Starts a program; what it says goes to the file `log`. */
  constructor(command, { log, env }) {
    const said = openSync(log, 'a');
    this.#what = `${command[0]} ended; ${log} says why`;
    this.#shell = spawn('sh', ['-c', TOGETHER, 'sh', ...command], {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['pipe', said, said, 'pipe'],
    });
    closeSync(said);
    this.#ended = once(this.#shell, 'exit');
  }

  /** What is waited for, or an error when the program ends before it. */
  unlessEnded(waited) {
    return Promise.race([waited, this.#ended.then(() => { throw new Error(this.#what); })]);
  }

  /** What the program writes first on descriptor 3. */
  async told() {
    const [said] = await this.unlessEnded(once(this.#shell.stdio[3], 'data'));
    return String(said).trim();
  }

  /** Ends the program and all that it started, at once. */
  async end() {
    this.#shell.stdin.end();
    await this.#ended;
  }
}
