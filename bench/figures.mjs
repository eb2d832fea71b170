// Summaries of measured figures.
const sorted = (list) => [...list].sort((a, b) => a - b);

// The middle value, or the mean of the two in the middle.
export function median(list) {
  const s = sorted(list);
  const half = Math.floor(s.length / 2);
  return s.length % 2 ? s[half] : (s[half - 1] + s[half]) / 2;
}

// The nearest-rank quantile, `q` from 0 to 1.
export function quantile(list, q) {
  const s = sorted(list);
  return s[Math.min(s.length - 1, Math.max(0, Math.ceil(q * s.length) - 1))];
}

// "median (lowest–highest)", or "–" where a figure is missing.
export function spread(list, digits = 0) {
  if (!list.length || list.some((value) => value === null || value === undefined)) return '–';
  const [mid, low, high] = [median(list), Math.min(...list), Math.max(...list)].map((value) => value.toFixed(digits));
  return low === high ? mid : `${mid} (${low}–${high})`;
}
