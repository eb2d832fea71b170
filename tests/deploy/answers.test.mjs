// The box at its worst, as the app's own tests have it: each answer, and a connection that is cut.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Nginx } from '../e2e/support/nginx.mjs';
import { CONFIG, DIST, box, id, kept, put } from './box.mjs';

test('every answer is given to teams and residents, and only "stores" keeps anything', async () => {
  const here = await box({ answers: 'forgets' });
  const { url } = here;
  let number = 0;
  for (const answers of ['forgets', 401, 403, 409, 412, 413, 500, 507]) {
    await here.say(answers);
    for (const [path, headers] of [['inbox/', undefined], ['inbox/resident/', {}]]) {
      number += 1;
      const { status } = await put(here, `${path}${id(number)}.age`, Buffer.alloc(100_000), headers);
      assert.equal(status, answers === 'forgets' ? 201 : answers);
    }
    assert.equal((await put(here, `inbox/${id(1)}.age`, 'x', {})).status, 401, 'a token is asked for all the same');
    assert.equal((await fetch(here.url)).status, 200);
  }
  assert.deepEqual(kept(here), []);
  await here.say('stores');
  assert.equal((await put(here, `inbox/${id(1)}.age`, 'x')).status, 201);
  assert.deepEqual(kept(here), [`${id(1)}.age`]);
  assert.equal(here.url, url);
  await assert.rejects(here.say('yes'), /no such answer: yes/);
});

test('a connection that is cut in the middle leaves nothing, and the next one arrives', async () => {
  const here = await box();
  const bytes = Buffer.alloc(1_000_000, 'sealed');
  for (const after of [1, 100, 5_000, 600_000]) {
    await here.cut(after);
    const cuts = here.cuts;
    await assert.rejects(put(here, `inbox/${id(1)}.age`, bytes), TypeError);
    assert.equal((await fetch(here.url)).status, 200, 'nothing but a PUT is cut');
    await assert.rejects(put(here, `inbox/${id(1)}.age`, bytes), TypeError);
    assert.equal(here.cuts, cuts + 2);
    await until(() => kept(here).length === 0);
  }
  // A small one comes in one piece.
  await here.cut(1500);
  await assert.rejects(put(here, `inbox/${id(1)}.age`, bytes.subarray(0, 3000)), TypeError);
  await until(() => kept(here).length === 0);
  await here.cut();
  assert.equal((await put(here, `inbox/${id(1)}.age`, bytes)).status, 201);
  assert.deepEqual(readFileSync(join(here.inbox, `${id(1)}.age`)), bytes);
});

test('what is stopped is gone, and what cannot start says why', async () => {
  const here = await Nginx.start({ dist: DIST, config: CONFIG });
  const pid = Number(readFileSync(join(here.folder, 'pid'), 'utf8'));
  const { folder, url } = here;
  await here.stop();
  assert.ok(!existsSync(folder) && !existsSync(`/proc/${pid}`));
  await assert.rejects(fetch(url), TypeError);
  await assert.rejects(Nginx.start({ dist: DIST, config: CONFIG, token: 'x"; nonsense' }), /nginx did not start:[^]*tokens/);
});

/** A test that was killed leaves no server: it ends with the process that started it. */
test('it does not outlive the process that started it', async () => {
  const script = `const { Nginx } = await import(${JSON.stringify(join(import.meta.dirname, '../e2e/support/nginx.mjs'))});
    const box = await Nginx.start({ dist: ${JSON.stringify(DIST)}, config: {} });
    console.log(box.folder);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const folder = (await new Promise((said) => { child.stdout.once('data', said); })).toString().trim();
  const pid = readFileSync(join(folder, 'pid'), 'utf8').trim();
  const workers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parent(name) === pid);
  assert.equal(workers.length, 1);
  child.kill('SIGKILL');
  await until(() => [pid, ...workers].every((ended) => !existsSync(`/proc/${ended}`)));
  rmSync(folder, { recursive: true });
});

function parent(pid) {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined; // it ended meanwhile
  }
}

/** Waits for what another process does. */
async function until(happened) {
  for (const last = Date.now() + 20_000; !happened();) {
    assert.ok(Date.now() < last, `it did not happen: ${happened}`);
    await new Promise((soon) => { setTimeout(soon, 10); });
  }
}
