// Sizes of files, raw and after brotli, by kind of file.
import { extname } from 'node:path';

const KINDS = {
  '.html': 'html', '.js': 'script', '.mjs': 'script', '.css': 'style', '.wasm': 'wasm',
  '.json': 'data', '.webmanifest': 'data', '.xml': 'data', '.txt': 'data',
  '.png': 'image', '.svg': 'image', '.ico': 'image', '.woff': 'font', '.woff2': 'font', '.ttf': 'font',
};
const kindOf = (path) => (path.endsWith('/') ? 'html' : KINDS[extname(path)] ?? 'other');

// `paths` among `files` (see server.mjs): { kind: { files, raw, brotli } } with a kind `all`, bytes without headers.
// A file counts once, however often and under whatever name it was asked for.
export function bytesByKind(paths, files) {
  const kinds = {};
  const seen = new Set();
  const add = (kind, file) => {
    const sizes = kinds[kind] ??= { files: 0, raw: 0, brotli: 0 };
    sizes.files += 1;
    sizes.raw += file.body.length;
    sizes.brotli += (file.br ?? file.body).length;
  };
  for (const path of paths) {
    const file = files.get(decodeURIComponent(path));
    if (!file || seen.has(file)) continue;
    seen.add(file);
    add(kindOf(path), file);
    add('all', file);
  }
  return kinds;
}
