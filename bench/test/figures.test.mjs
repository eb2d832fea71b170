import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesByKind } from '../bytes.mjs';
import { median, quantile, spread } from '../figures.mjs';

test('median of an odd and an even number', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
});

test('quantile by nearest rank', () => {
  const list = Array.from({ length: 20 }, (_, i) => i + 1);
  assert.equal(quantile(list, 0.95), 19);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([], 0.95), undefined);
});

test('spread shows a single value once and a missing one as a dash', () => {
  assert.equal(spread([5, 5]), '5');
  assert.equal(spread([1, 3, 2], 1), '2.0 (1.0–3.0)');
  assert.equal(spread([1, null]), '–');
  assert.equal(spread([]), '–');
});

test('bytes: a file counts once, under its kind and under all', () => {
  const page = { body: Buffer.alloc(10), br: Buffer.alloc(4) };
  const files = new Map([['/', page], ['/index.html', page], ['/a b.png', { body: Buffer.alloc(3), br: null }]]);
  assert.deepEqual(bytesByKind(['/', '/index.html', '/a%20b.png', '/missing'], files), {
    html: { files: 1, raw: 10, brotli: 4 }, image: { files: 1, raw: 3, brotli: 3 }, all: { files: 2, raw: 13, brotli: 7 },
  });
});
