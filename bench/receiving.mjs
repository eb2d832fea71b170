// What the organisation runs, over 1,000, 10,000 and 100,000 made-up bundles: bundles a second, peak memory, cores in use.
// usage: [COUNTS=1000,10000] [TMPDIR=DIR] node bench/receiving.mjs     after: cargo build --release -p draagkracht
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { floor } from './floor.mjs';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'target/release/draagkracht');
const counts = (process.env.COUNTS || '1000,10000,100000').split(',').map(Number);
// What `simulate` makes of a case, about; the number that was made is in the table.
const BUNDLES_A_CASE = 2.8;
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const SAMPLE = 1000;

// The peak of a process's memory in MiB and its processor time in seconds, as Linux tells while it runs.
function told(pid) {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return peak && { memory: Number(peak[1]) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return undefined; // It has ended.
  }
}

// Runs a command to its end. What it prints goes to a file: it is a line a bundle.
function run(folder, command, args) {
  const began = performance.now();
  const out = openSync(join(folder, 'printed'), 'w');
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', out, 'inherit'] });
  let last = { memory: 0, cpu: 0 };
  const timer = setInterval(() => { last = told(child.pid) ?? last; }, 10);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - began) / 1000;
      if (code === 0) done({ seconds, memory: last.memory, cores: last.cpu / seconds });
      else failed(new Error(`${args[0]} ended with ${code}`));
    });
  });
}

const rows = [];
function say(bundles, what, { seconds, memory, cores }, of = bundles) {
  rows.push({ bundles, what, seconds, perSecond: of / seconds, memory, cores });
  const cell = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));
  console.log(`| ${bundles} | ${what} | ${cell(seconds, 1)} | ${cell(of / seconds, 0)} | ${cell(memory, 0)} | ${cell(cores, 1)} |`);
}

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'draagkracht-bench-'));
  try {
    const cases = String(Math.ceil(count / BUNDLES_A_CASE));
    execFileSync(program, ['simulate', '--cases', cases, '--seed', '1', '--out', 'study'], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
    const bundles = readdirSync(join(folder, 'study/inbox')).length;
    const key = ['--identity', 'study/keys/organisation.key'];
    const archive = [...key, '--archive', 'archive'];
    const steps = [
      ['receive', [...archive, '--receipt-key', 'study/keys/receipt.key', '--inbox', 'study/inbox', '--receipts', 'receipts', '--settle', '0']],
      ['verify', [...key, 'archive/bundles']],
      ['export --format parquet', [...archive, '--format', 'parquet', '--out', 'parquet']],
      ['tables', [...archive, '--out', 'tables.csv']],
    ];
    for (const [name, args] of steps) say(bundles, name, await run(folder, program, [name.split(' ')[0], ...args]));
    const files = readdirSync(join(folder, 'archive/bundles')).map((name) => join(folder, 'archive/bundles', name));
    const some = files.slice(0, SAMPLE);
    const listed = join(folder, 'some');
    writeFileSync(listed, some.join('\0'));
    const one = 'xargs -0 -n 1 -P "$2" age -d -i study/keys/organisation.key -o /dev/null < "$1"';
    const { seconds } = await run(folder, 'sh', ['-c', one, 'sh', listed, String(cpus().length)]);
    say(bundles, `age -d, a process a bundle (${some.length})`, { seconds }, some.length);
    const alone = floor(some.map((file) => statSync(file).size));
    say(bundles, `X25519 and ChaCha20-Poly1305 alone, one core (${some.length})`, { seconds: alone }, some.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const about = { when: new Date().toISOString(), cores: cpus().length, load: [loadavg()] };
console.log(`${about.cores} cores, load ${loadavg()[0].toFixed(1)} before\n`);
console.log('| bundles | | seconds | a second | peak MiB | cores |\n|---|---|---|---|---|---|');
for (const count of counts) await measure(count);
about.load.push(loadavg());
const results = join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, `${about.when.replaceAll(':', '-').slice(0, 19)}-receiving.json`), `${JSON.stringify({ about, rows }, null, 1)}\n`);
