// What was measured, as Markdown.
import { bytesByKind } from './bytes.mjs';
import { median, quantile, spread } from './figures.mjs';

const kB = (bytes) => (bytes / 1000).toFixed(1);
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

// Each run's middle value, then the whole: "median (min–max), p95".
function tapTimes(runs, key) {
  const all = runs.flatMap((run) => run.journey[key]);
  if (!all.length || all.includes(null)) return '–';
  return `${spread(runs.map((run) => median(run.journey[key])), 1)}, p95 ${quantile(all, 0.95).toFixed(1)}`;
}

const COLUMNS = [
  ['transferred kB', (runs) => spread(runs.map((r) => r.cold.encoded / 1000), 1)],
  ['requests', (runs) => spread(runs.map((r) => r.cold.requests))],
  ['decoded kB', (runs) => spread(runs.map((r) => r.cold.decoded / 1000))],
  ['cold FCP ms', (runs) => spread(runs.map((r) => r.cold.fcp))],
  ['cold usable ms', (runs) => spread(runs.map((r) => r.cold.usable))],
  ['warm FCP ms', (runs) => spread(runs.map((r) => r.warm.fcp))],
  ['warm usable ms', (runs) => spread(runs.map((r) => r.warm.usable))],
  ['long tasks ms', (runs) => spread(runs.map((r) => r.tasks.longTasks))],
  ['blocking ms', (runs) => spread(runs.map((r) => r.tasks.blocking))],
  ['tap ms', (runs) => tapTimes(runs, 'taps')],
  ['next ms', (runs) => tapTimes(runs, 'nexts')],
  ['tap to durable ms', (runs) => tapTimes(runs, 'durables')],
  ['Event Timing p95 ms', (runs) => quantile(runs.flatMap((r) => r.journey.interactions), 0.95) ?? '–'],
  ['JS heap MB', (runs) => spread(runs.map((r) => r.journey.memory.heap / 1e6), 2)],
  ['wasm MB', (runs) => spread(runs.map((r) => r.journey.memory.wasm / 1e6), 2)],
  ['page memory MB', (runs) => spread(runs.map((r) => r.journey.memory.page && r.journey.memory.page / 1e6), 2)],
];

// A row a candidate: times, transfers and memory.
export const timesTable = (results) => table(
  ['candidate', ...COLUMNS.map(([name]) => name)],
  results.map(({ title, runs }) => [title, ...COLUMNS.map(([, cell]) => cell(runs))]),
);

// A row a kind of file: what was fetched before the first question was usable, and what is kept for offline.
export function bytesTable({ runs }, files) {
  const first = bytesByKind(runs.at(-1).cold.paths, files);
  const kept = bytesByKind(runs.at(-1).cold.precached, files);
  const kinds = [...new Set([...Object.keys(first), ...Object.keys(kept)])].filter((kind) => kind !== 'all').sort();
  const cells = (sizes) => (sizes ? [sizes.files, kB(sizes.raw), kB(sizes.brotli)] : ['–', '–', '–']);
  return {
    first, kept,
    text: table(
      ['kind', 'first load: files', 'raw kB', 'brotli kB', 'precached: files', 'raw kB', 'brotli kB'],
      [...kinds, 'all'].map((kind) => [kind, ...cells(first[kind]), ...cells(kept[kind])]),
    ),
  };
}

const GOALS = [
  ['cold usable', 0.7, (run) => run.cold.usable],
  ['warm usable', 0.6, (run) => run.warm.usable],
  ['tap', 1, (run) => median(run.journey.taps)],
  ['next', 1, (run) => median(run.journey.nexts)],
];

// Ours against `peer`: the ratio of the medians, and the lowest and highest ratio of two runs taken in turn.
export function ratios(ours, peer) {
  return GOALS.map(([name, most, of]) => {
    const [a, b] = [ours.runs.map(of), peer.runs.map(of)];
    const each = a.map((value, i) => value / b[i]);
    const ratio = median(a) / median(b);
    return { name, ours: median(a), peer: median(b), ratio, low: Math.min(...each), high: Math.max(...each), most, met: ratio <= most };
  });
}

export const ratiosTable = (list, peer) => table(
  ['', 'Draagkracht ms', `${peer} ms`, 'ratio (a run: min–max)', 'at most', ''],
  list.map((r) => [r.name, r.ours.toFixed(1), r.peer.toFixed(1), `${r.ratio.toFixed(2)} (${r.low.toFixed(2)}–${r.high.toFixed(2)})`,
    r.most.toFixed(1), r.met ? 'met' : 'not met']),
);
