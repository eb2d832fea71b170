// The drop box as it is configured: who may put what there, and that nobody may look.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { beforeEach } from 'node:test';
import { box, id, kept, put, raw, token } from './box.mjs';

const here = await box();
const file = (number) => join(here.inbox, `${id(number)}.age`);

// Each with fresh limits.
beforeEach(() => here.say('stores'));

test('a bundle is stored whole, and nothing is written over it', async () => {
  const bytes = Buffer.alloc(3_000_000, 'draagkracht');
  const first = await put(here, `inbox/${id(1)}.age`, bytes);
  assert.deepEqual([first.status, first.headers.get('cache-control')], [201, 'no-store']);
  assert.deepEqual(readFileSync(file(1)), bytes);
  for (const path of [`inbox/${id(1)}.age`, `inbox/resident/${id(1)}.age`]) assert.equal((await put(here, path, 'another')).status, 412);
  assert.deepEqual(readFileSync(file(1)), bytes);
});

test('of two at once under one name one is there, and whole', async () => {
  for (let number = 10; number < 20; number += 1) {
    const bodies = ['a', 'b'].map((letter) => letter.repeat(200_000));
    const answers = await Promise.all(bodies.map((body) => put(here, `inbox/${id(number)}.age`, body)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.ok(['201,204', '201,412'].includes(statuses.join()), statuses.join());
    assert.ok(bodies.includes(readFileSync(file(number), 'utf8')));
  }
});

test('without its token a team gets 401, and nothing is kept', async () => {
  const path = `inbox/${id(20)}.age`;
  const before = kept(here);
  const wrong = ['', 'Bearer', 'Bearer ', `Bearer ${here.token}x`, `Bearer ${here.token.slice(1)}`, here.token, `Basic ${here.token}`, 'noord', 'default', ' '];
  for (const Authorization of [undefined, ...wrong]) {
    const { status, headers } = await put(here, path, 'x', Authorization === undefined ? {} : { Authorization });
    assert.deepEqual([status, headers.get('www-authenticate')], [401, 'Bearer realm="inbox"'], Authorization);
    assert.ok(headers.get('content-security-policy'));
  }
  assert.equal((await raw(here, 'PUT', `/inbox/resident/../${id(20)}.age`, { headers: { 'Content-Length': '1' }, body: 'x' })).status, 401);
  assert.deepEqual(kept(here), before);
});

test('what is too large is refused, whether or not it says so', async () => {
  const large = { ...token(here), 'Content-Length': String(64 * 1024 * 1024 + 1) };
  assert.equal((await raw(here, 'PUT', `/inbox/${id(30)}.age`, { headers: large })).status, 413);
  const body = Buffer.alloc(256 * 1024 + 1);
  assert.equal((await put(here, `inbox/resident/${id(31)}.age`, body, {})).status, 413);
  const chunked = { 'Transfer-Encoding': 'chunked' };
  assert.equal((await raw(here, 'PUT', `/inbox/resident/${id(32)}.age`, { headers: chunked, body })).status, 413);
  assert.ok(!kept(here).some((name) => /0003[0-2]\.age$/.test(name)));
  assert.equal((await put(here, `inbox/resident/${id(33)}.age`, body.subarray(1), {})).status, 201);
});

test("a resident's own phone needs no token, and does not come too often", async () => {
  for (let number = 40; number <= 60; number += 1) assert.equal((await put(here, `inbox/resident/${id(number)}.age`, 'x', {})).status, 201);
  assert.equal((await put(here, `inbox/resident/${id(61)}.age`, 'x', {})).status, 429);
  assert.equal((await put(here, `inbox/${id(61)}.age`, 'x')).status, 201);
});

test('nobody reads, lists, moves or removes a bundle', async () => {
  assert.equal((await put(here, `inbox/${id(70)}.age`, 'sealed')).status, 201);
  const before = kept(here);
  const headers = { ...token(here), Destination: `${here.url}inbox/${id(71)}.age`, 'Content-Length': '0' };
  for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'MKCOL', 'MOVE', 'COPY', 'PROPFIND', 'OPTIONS']) {
    for (const path of [`/inbox/${id(70)}.age`, `/inbox/resident/${id(70)}.age`, `/inbox/resident/../${id(70)}.age`]) {
      for (const sent of [headers, { 'Content-Length': '0' }]) assert.equal((await raw(here, method, path, { headers: sent })).status, 403, `${method} ${path}`);
    }
    for (const path of ['/inbox', '/inbox/', '/inbox/resident', '/inbox/resident/', '/inbox/.', '/inbox/..']) {
      const { status, text } = await raw(here, method, path, { headers });
      assert.ok(status >= 400 ? !text.includes(id(70)) : path === '/inbox/..', `${method} ${path}: ${status}`);
    }
  }
  assert.deepEqual(kept(here), before);
  assert.equal(readFileSync(file(70), 'utf8'), 'sealed');
});

test('no name but that of a bundle is taken', async () => {
  const name = `${id(80)}.age`;
  const inbox = [
    'x.age', 'config.json', `${id(80)}`, `${name}.txt`, `${name}/`, `x${name}`, name.toUpperCase(), `${id(80).replaceAll('-', '')}.age`,
    `${name}%00`, `${name}%00.age`, `${name}%0a`, `.${name}`, `sub/${name}`, `resident/sub/${name}`, `${id(80)}.receipt.json`, '', 'resident/',
    '../own/config.json', '%2e%2e/own/config.json', '..%2fown%2fconfig.json', '../../etc/passwd', '../tokens', `../receipts/${id(80)}.receipt.json`,
    `../${name}`, `..%5c${name}`, `${id(80)}.age/../../own/config.json`, `${id(80).slice(0, -1)}g.age`, `${id(80)}0.age`,
  ].map((path) => `/inbox/${path}`);
  const before = { kept: kept(here), config: readFileSync(join(here.folder, 'own/config.json'), 'utf8') };
  for (const path of [...inbox, '/inbox', `/${name}`, `/receipts/${name}`, `/INBOX/${name}`]) {
    const { status } = await raw(here, 'PUT', path, { headers: { ...token(here), 'Content-Length': '1' }, body: 'x' });
    assert.ok([400, 403, 404, 405].includes(status), `${path}: ${status}`);
  }
  assert.deepEqual({ kept: kept(here), config: readFileSync(join(here.folder, 'own/config.json'), 'utf8') }, before);
  assert.deepEqual(readdirSync(here.receipts), []);
});

test('a receipt is read by its whole name, by anybody, and by no other name', async () => {
  const json = `${id(90)}.receipt.json`;
  writeFileSync(join(here.receipts, json), '{"a": 1}');
  writeFileSync(join(here.receipts, `${json}.minisig`), 'signature');
  writeFileSync(join(here.receipts, '.unfinished-x'), 'half');
  const answer = await fetch(`${here.url}inbox/${json}`);
  assert.deepEqual([answer.status, answer.headers.get('content-type'), await answer.json()], [200, 'application/json; charset=utf-8', { a: 1 }]);
  const signature = await fetch(`${here.url}inbox/${json}.minisig`);
  assert.deepEqual([signature.status, signature.headers.get('cache-control'), await signature.text()], [200, 'no-cache', 'signature']);
  const others = [id(91) + json.slice(36), json.slice(0, -1), `${json}.`, `${json}.minisig2`, `${json}%00`, `${json}%0a`, json.toUpperCase(), '.unfinished-x', '*.receipt.json', id(90), `resident/${json}`];
  for (const name of others) assert.ok([400, 404].includes((await raw(here, 'GET', `/inbox/${name}`)).status), name);
  for (const method of ['PUT', 'DELETE']) {
    const { status } = await raw(here, method, `/inbox/${json}`, { headers: { ...token(here), 'Content-Length': '1' }, body: 'x' });
    assert.equal(status, 403);
  }
  assert.equal(readFileSync(join(here.receipts, json), 'utf8'), '{"a": 1}');
});
