// What a resident waits for: all that is fetched before the first question, after brotli. Fails over the budget.
// usage: node scripts/budget.mjs [dist]
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// The resident's own, and what the professional's side may add to it.
const BUDGET = 110_000 + 5_000;

/** The first load in parts, from the page itself: { part, file, raw, sent }, `sent` being bytes after brotli. */
export async function firstLoad(site) {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  const parts = [['page', 'index.html'], ['theme', 'theme.css']];
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const part = partOf(tag);
    if (part) parts.push([part, /(?:href|src)="\.\/([^"]+)"/.exec(tag)[1]]);
  }
  return parts.map(([part, file]) => ({ part, file, raw: size(join(site, file)), sent: size(transferred(join(site, file))) }));
}

function partOf(tag) {
  if (tag.includes('media="not all"') || tag.includes('nomodule')) return undefined;
  const asset = /data-asset="([^"]+)"/.exec(tag);
  if (asset) return asset[1];
  if (tag.includes('rel="stylesheet"')) return 'style';
  if (tag.includes('rel="manifest"')) return 'manifest';
  if (tag.includes('rel="icon"')) return 'icon';
  if (tag.includes('rel="modulepreload"')) return 'script';
  if (tag.includes('.wasm"') && tag.includes('rel="preload"')) return 'wasm';
  if (tag.startsWith('<script')) return 'start script';
  return undefined;
}

const transferred = (file) => (existsSync(`${file}.br`) ? `${file}.br` : file);
const size = (file) => statSync(file).size;

if (import.meta.filename === process.argv[1]) {
  const parts = await firstLoad(process.argv[2] ?? 'dist');
  const total = parts.reduce((sum, { sent }) => sum + sent, 0);
  console.log('first load, bytes'.padEnd(24), 'raw'.padStart(9), 'brotli'.padStart(9));
  for (const { part, raw, sent } of parts) console.log(part.padEnd(24), String(raw).padStart(9), String(sent).padStart(9));
  console.log(`${'total'.padEnd(34)} ${String(total).padStart(9)}  of ${BUDGET}`);
  if (total > BUDGET) {
    console.error(`The first load is ${total - BUDGET} bytes over its budget. Take something out of it, or fetch it on demand.`);
    process.exit(1);
  }
}
