// Measures the built app, and with PEERS other form programs beside it.
// usage: [PEERS=DIR] [RUNS=5] [ONLY=name,name] [CHROMIUM=path] [DIST=dist] node bench/run.mjs
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CPU, NETWORK, withBrowser } from './browser.mjs';
import { OURS, candidates } from './candidates.mjs';
import { journey } from './journey.mjs';
import { coldAndWarm } from './load.mjs';
import { peers } from './peers.mjs';
import { bytesTable, ratios, ratiosTable, timesTable } from './report.mjs';
import { tracedLoad } from './trace.mjs';

const RIVAL = 'enketo'; // the one the goals are set against
const here = fileURLToPath(new URL('.', import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

function settings(env) {
  const runs = Number(env.RUNS || 5);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`RUNS=${env.RUNS}: give a whole number from 1`);
  return {
    runs,
    dist: resolve(here, '..', env.DIST || 'dist'),
    peersDir: env.PEERS ? resolve(env.PEERS) : null,
    only: env.ONLY ? env.ONLY.split(',') : null,
  };
}

async function measureOnce(candidate) {
  try {
    const loads = await coldAndWarm(candidate);
    return { ...loads, tasks: await tracedLoad(candidate), journey: await journey(candidate) };
  } catch (error) {
    const reported = [...candidate.errors].join(' | ') || 'nothing';
    throw new Error(`${candidate.name}: ${error.message}; the page reported: ${reported}`, { cause: error });
  }
}

// Every candidate `runs` times, by turns, so that a slow spell of the machine hits all of them.
async function measure(list, runs) {
  const results = list.map(({ name, adapter }) => ({ name, title: adapter.title, runs: [] }));
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < list.length; turn++) {
      const at = (turn + run) % list.length;
      const started = Date.now();
      results[at].runs.push(await measureOnce(list[at]));
      say(`run ${run + 1}/${runs} ${list[at].name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  }
  return results;
}

function report(results, list, about) {
  const parts = [`${about.runs} run${about.runs > 1 ? 's each, by turns' : ''}; median (min–max); processor ${CPU}x slower, 1.6 Mbit/s down, `
    + `750 kbit/s up, 150 ms; Chromium ${about.browser}; ${about.cores} cores, load ${about.load.map((l) => l[0].toFixed(1)).join(' to ')}.`];
  const ours = results.find(({ name }) => name === OURS);
  const rival = results.find(({ name }) => name === RIVAL);
  const data = { ...about, results };
  if (results.length === 1 && ours) parts.push('Draagkracht alone: with PEERS=DIR other programs are measured beside it.');
  parts.push(timesTable(results));
  if (ours) {
    const { text, ...bytes } = bytesTable(ours, list.find(({ name }) => name === OURS).server.files);
    data.bytes = bytes;
    parts.push('Bytes of Draagkracht, without headers:', text);
  }
  if (ours && rival) {
    data.ratios = ratios(ours, rival);
    parts.push(`Draagkracht beside ${rival.title}:`, ratiosTable(data.ratios, rival.title));
  }
  for (const { name, errors } of list) if (errors.size) parts.push(`${name} reported: ${[...errors].join(' | ')}`);
  data.errors = Object.fromEntries(list.map(({ name, errors }) => [name, [...errors]]));
  return { text: parts.join('\n\n'), data };
}

async function main() {
  const { runs, dist, peersDir, only } = settings(process.env);
  const list = await candidates({ dist, only, peers: peersDir && await peers(peersDir, only, say) });
  const about = { when: new Date().toISOString(), node: process.version, cores: cpus().length, runs, cpuThrottle: CPU, network: NETWORK, load: [loadavg()] };
  about.browser = await withBrowser(async (context) => context.browser().version());
  try {
    const results = await measure(list, runs);
    about.load.push(loadavg());
    const { text, data } = report(results, list, about);
    const file = join(here, 'results', `${about.when.replaceAll(':', '-').slice(0, 19)}.json`);
    await mkdir(join(here, 'results'), { recursive: true });
    await writeFile(file, `${JSON.stringify(data, null, 1)}\n`);
    process.stdout.write(`${text}\n`);
    say(`written: ${file}`);
  } finally {
    for (const { server } of list) await server.close();
  }
}

try {
  await main();
} catch (error) {
  say(`bench: ${error.message}`);
  process.exitCode = 1;
}
