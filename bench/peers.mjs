// The programs beside ours: a folder with package-lock.json, build.mjs, adapters.mjs and candidates/<name>/. The
// folder is only read: it is copied to a cache, installed and built there, once for each state of its files.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MADE = new Set(['node_modules', 'dist', 'results.json', '.git']);
const cache = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'draagkracht', 'peers');

async function sources(dir, folder = dir) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (MADE.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...await sources(dir, path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

async function keyOf(dir, files) {
  const hash = createHash('sha256');
  for (const path of files) hash.update(`${relative(dir, path)}\0`).update(await readFile(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

// The installed copy of `dir`. A copy that was broken off leaves nothing behind that looks finished.
async function installed(dir, say) {
  const files = await sources(dir);
  const target = join(cache(), await keyOf(dir, files));
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  say(`peers: installing in ${target}`);
  await mkdir(draft, { recursive: true });
  for (const path of files) {
    const to = join(draft, relative(dir, path));
    await cp(path, to);
    await chmod(to, 0o644);
  }
  try {
    // No scripts of the packages: none of them needs one for this.
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: draft, maxBuffer: 1 << 26 });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw new Error(`peers: npm ci failed: ${error.stderr || error.message}`);
  }
  return target;
}

async function build(root, name, say) {
  const dir = join(root, 'dist', name);
  const done = join(root, `.built-${name}`);
  if (existsSync(done)) return dir;
  say(`peers: building ${name}`);
  await run(process.execPath, ['build.mjs', name], { cwd: root, maxBuffer: 1 << 26 });
  await mkdir(done);
  return dir;
}

// The candidates of `dir` that `only` (names, or null for all) asks for, built: { name, adapter, dir } each.
export async function peers(dir, only, say) {
  for (const name of ['package-lock.json', 'build.mjs', 'adapters.mjs']) {
    if (!existsSync(join(dir, name))) throw new Error(`PEERS=${dir}: there is no ${name} in it`);
  }
  const root = await installed(dir, say);
  const { adapters } = await import(pathToFileURL(join(root, 'adapters.mjs')));
  const list = [];
  for (const [name, adapter] of Object.entries(adapters)) {
    if (adapter.external || (only && !only.includes(name))) continue;
    list.push({ name, adapter, dir: await build(root, name, say) });
  }
  return list;
}
