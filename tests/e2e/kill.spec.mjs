// What "Bewaard" promises: the answer is there after anything.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { killProfile, browserProcess } from './support/chromium.mjs';
import { Resident } from './support/resident.mjs';
import { expect, test } from './support/test.mjs';

const TIMES = 20;
const LAST = 9;

test('nine answers are there after the browser was killed, twenty times in a row', async ({ openProfile, site }, info) => {
  test.setTimeout(240_000);
  const folder = info.outputPath('profile');
  const opened = async () => {
    const context = await openProfile(folder);
    return new Resident(context.pages()[0], site);
  };
  let resident = await opened();
  await resident.begin();
  await resident.worksOffline();
  await site.stop();
  for (let time = 1; time <= TIMES; time += 1) {
    const choose = (number) => (number + time) % 7;
    await resident.answers(1, LAST - 1, choose);
    await resident.answer(LAST, choose(LAST));
    killProfile(folder);

    resident = await opened();
    await resident.open();
    await resident.hasAnswersBackFrom(LAST, choose);
    if (time === TIMES) break;
    await resident.wipe(); // and from the beginning, without a connection
    await resident.start();
    await resident.consents();
    await resident.code();
  }
});

test('every write asks the disk, and an answer that is kept was flushed to it', async ({ openProfile, site }, info) => {
  const folder = info.outputPath('profile');
  const context = await openProfile(folder);
  await context.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    globalThis.durabilities = [];
    IDBDatabase.prototype.transaction = function (...args) {
      const transaction = begin.apply(this, args);
      if (transaction.mode === 'readwrite') globalThis.durabilities.push(transaction.durability);
      return transaction;
    };
  });
  const resident = new Resident(context.pages()[0], site);
  await resident.begin();
  const log = info.outputPath('strace.log');
  const trace = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', log, '-p', String(browserProcess(folder))], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said] = await once(trace.stderr, 'data');
  expect(said.toString()).toContain('attached'); // else it may not look on: run as root, or allow ptrace
  const flushes = () => (existsSync(log) ? readFileSync(log, 'utf8').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0 : 0);
  for (let number = 1; number <= 5; number += 1) {
    const before = flushes();
    await resident.answer(number, number);
    expect(flushes(), `flushes when answer ${number} was kept`).toBeGreaterThan(before);
    await resident.next();
    await resident.at(number + 1);
  }
  trace.kill('SIGINT');
  await once(trace, 'exit');
  const durabilities = await resident.page.evaluate(() => globalThis.durabilities);
  expect(durabilities.length).toBeGreaterThan(10);
  expect(new Set(durabilities)).toEqual(new Set(['strict']));
});
