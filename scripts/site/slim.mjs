// Makes a wasm and its script smaller without changing what they do: drops the exports that the
// script never calls (dependencies bring some), with all the code behind them, and gives the imports
// short names: their long ones, with a hash in each, hardly compress.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reader, section, text, unsigned } from './wasm_binary.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
const FUNCTION = 0;
// What the compiler uses for this target; no newer ones, for older phones.
const FEATURES = ['sign-ext', 'mutable-globals', 'nontrapping-float-to-int', 'bulk-memory', 'reference-types', 'multivalue']
  .map((feature) => `--enable-${feature}`);

/** The script (text, not minified yet) and its wasm, both smaller. */
export async function slim({ script, wasm }) {
  const called = new Set(script.match(/[\w$]+/g));
  const lean = await withoutDeadCode(section(wasm, EXPORTS, (body) => keepExports(body, called)));
  const short = new Map();
  const named = section(lean, IMPORTS, (body) => renameImports(body, short));
  return { wasm: named, script: script.replace(/\b__wb\w+/g, (name) => short.get(name) ?? name) };
}

function keepExports(body, called) {
  const reader = new Reader(body);
  const kept = [];
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const from = reader.at;
    const name = reader.text();
    reader.byte();
    reader.unsigned();
    if (called.has(name)) kept.push(body.subarray(from, reader.at));
  }
  return Buffer.concat([unsigned(kept.length), ...kept]);
}

function renameImports(body, short) {
  const reader = new Reader(body);
  const count = reader.unsigned();
  const parts = [unsigned(count)];
  for (let at = 0; at < count; at += 1) {
    const module = reader.text();
    const name = reader.text();
    const from = reader.at;
    if (reader.byte() !== FUNCTION) throw new Error(`the wasm imports ${name}, which is no function`);
    reader.unsigned();
    short.set(name, `i${at.toString(36)}`);
    parts.push(text(module), text(short.get(name)), body.subarray(from, reader.at));
  }
  return Buffer.concat(parts);
}

async function withoutDeadCode(wasm) {
  const folder = await mkdtemp(join(tmpdir(), 'slim-'));
  const file = join(folder, 'app.wasm');
  await writeFile(file, wasm);
  execFileSync('wasm-opt', [file, '-o', file, '-Oz', ...FEATURES, '--strip-target-features'], { stdio: 'inherit' });
  const smaller = await readFile(file);
  await rm(folder, { recursive: true });
  return smaller;
}
