// From the drop box to a receipt: as receive.service runs it, and checked by minisign and sha256sum alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { check, deployedConfig } from '../e2e/support/nginx_config.mjs';
import { box, put } from './box.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.DRAAGKRACHT ?? join(ROOT, 'target/release/draagkracht');
const unit = (name) => readFileSync(join(ROOT, 'docs/deploy', name), 'utf8');
const setting = (name, key) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit(name))[1];

/** The command of receive.service, in the folders of a box. */
function receive({ folder }, keys) {
  const [program, ...args] = setting('receive.service', 'ExecStart')
    .replaceAll('${CREDENTIALS_DIRECTORY}', keys).replaceAll('/srv/draagkracht', folder).split(' ');
  assert.equal(program, '/usr/local/bin/draagkracht');
  return execFileSync(PROGRAM, args, { encoding: 'utf8' });
}

test('what is handed in by HTTP is received, and its receipt is fetched and verifies', async () => {
  const here = await box();
  const study = join(here.folder, 'study');
  execFileSync(PROGRAM, ['simulate', '--cases', '2', '--seed', '1', '--out', study]);
  const key = JSON.parse(readFileSync(join(study, 'keys/config.json'), 'utf8')).receipt_key;
  const bundles = readdirSync(join(study, 'inbox'));
  assert.ok(bundles.length > 1);
  for (const [number, name] of bundles.entries()) {
    const bytes = readFileSync(join(study, 'inbox', name));
    const answer = number === 0 ? await put(here, `inbox/resident/${name}`, bytes, {}) : await put(here, `inbox/${name}`, bytes);
    assert.equal(answer.status, 201);
    assert.equal((await fetch(`${here.url}inbox/${name.replace('.age', '.receipt.json')}`)).status, 404, 'a yes is no receipt');
  }
  const lines = receive(here, join(study, 'keys')).trim().split('\n');
  assert.equal(lines.filter((line) => line.startsWith('ok ')).length, bundles.length);
  assert.deepEqual(readdirSync(here.inbox), []);
  for (const name of bundles) {
    const receipt = name.replace('.age', '.receipt.json');
    for (const file of [receipt, `${receipt}.minisig`]) {
      const answer = await fetch(`${here.url}inbox/${file}`);
      assert.equal(answer.status, 200);
      writeFileSync(join(study, file), await answer.text());
    }
    execFileSync('minisign', ['-qVm', receipt, '-P', key], { cwd: study });
    const { bundle_id: bundle, sha256 } = JSON.parse(readFileSync(join(study, receipt), 'utf8'));
    const hash = execFileSync('sha256sum', [join(study, 'inbox', name)], { encoding: 'utf8' }).split(' ')[0];
    assert.deepEqual([`${bundle}.age`, sha256], [name, hash]);
  }
  // Handed in again, as after an answer that was lost: received once.
  const again = readFileSync(join(study, 'inbox', bundles[0]));
  assert.equal((await put(here, `inbox/${bundles[0]}`, again)).status, 201);
  assert.match(receive(here, join(study, 'keys')), /^same /);
  // Another receipt key, as README.md has it: the bundles go back into the inbox, and are signed anew.
  const other = join(here.folder, 'other');
  execFileSync(PROGRAM, ['keygen', '--out', other]);
  copyFileSync(join(other, 'receipt.key'), join(study, 'keys/receipt.key'));
  for (const name of bundles) copyFileSync(join(here.folder, 'archive/bundles', name), join(here.inbox, name));
  receive(here, join(study, 'keys'));
  const next = JSON.parse(readFileSync(join(other, 'config.json'), 'utf8')).receipt_key;
  for (const name of bundles) execFileSync('minisign', ['-qVm', name.replace('.age', '.receipt.json'), '-P', next], { cwd: here.receipts });
});

test('the units watch the folder that nginx writes to', () => {
  const inbox = setting('receive.path', 'PathChanged');
  assert.ok(unit('receive.service').includes(`--inbox ${inbox} `));
  assert.ok(readFileSync(join(ROOT, 'docs/deploy/nginx.conf'), 'utf8').includes(`alias ${inbox}/$bundle.age;`));
  for (const name of ['receive.path', 'receive.timer']) assert.equal(setting(name, 'Unit'), 'receive.service');
  const made = unit('tmpfiles.conf').split('\n').filter((line) => line.startsWith('d ')).map((line) => line.split(/\s+/)[1]);
  for (const folder of setting('receive.service', 'ReadWritePaths').split(' ')) assert.ok(made.includes(folder), folder);
});

/** TLS, HTTP/2 and the redirect too, which the other tests do without. */
test('nginx takes the whole configuration', async () => {
  const here = await box();
  const key = ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-subj', '/CN=draagkracht.example', '-days', '1'];
  mkdirSync(join(here.folder, 'tls'));
  execFileSync('openssl', [...key, '-keyout', join(here.folder, 'tls/privkey.pem'), '-out', join(here.folder, 'tls/fullchain.pem')], { stdio: 'pipe' });
  const conf = deployedConfig(here.folder);
  const apart = conf.replaceAll(/listen unix:(.*)\/(80|443)/g, 'listen unix:$1/checked-$2');
  check(here.folder, apart);
  assert.throws(() => check(here.folder, apart.replace('ssl_certificate ', 'ssl_certificat ')), /unknown directive "ssl_certificat"/);
});
