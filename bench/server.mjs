// One static server for everything that is measured, ours and the peers' alike: every file in memory,
// brotli 11 where the browser takes it, year-long cache headers, cross-origin isolation.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json', '.woff': 'font/woff',
  '.woff2': 'font/woff2', '.xml': 'application/xml',
};
const COMPRESSIBLE = new Set(['.css', '.html', '.ico', '.js', '.json', '.map', '.mjs', '.svg', '.txt', '.wasm',
  '.webmanifest', '.xml']);
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  vary: 'accept-encoding',
  // Isolation, because only an isolated page may measure its memory.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};
const compress = promisify(brotliCompress);

async function loadFile(path) {
  const body = await readFile(path);
  const packed = COMPRESSIBLE.has(extname(path)) && await compress(body, { params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  } });
  return {
    body,
    br: packed && packed.length < body.length ? packed : null,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
  };
}

async function loadFolder(dir) {
  const files = new Map();
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    // Copies that were compressed beforehand are left out: one compression for all.
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(dir, path).split(sep).join('/')}`;
    const file = await loadFile(path);
    files.set(url, file);
    if (url.endsWith('/index.html')) files.set(url.slice(0, -'index.html'.length), file);
  }
  return files;
}

function respond(request, response, file, entry, headers) {
  if (request.headers['if-none-match'] === file.etag) {
    entry.status = 304;
    return response.writeHead(304, headers).end();
  }
  const packed = file.br !== null && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const body = packed ? file.br : file.body;
  Object.assign(entry, { status: 200, bytes: body.length });
  if (packed) headers['content-encoding'] = 'br';
  headers['content-length'] = body.length;
  return response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
}

// Serves `dir` at an origin of its own. Returns `origin`; `log`, an entry { url, status, bytes } a request;
// `files`, from a path to { body, br, type, etag }; `close()`. `extra` holds headers beside the common ones,
// `fresh` the paths that are asked for anew each time, since they change while their name does not.
export async function serve(dir, { extra = {}, fresh = [] } = {}) {
  const files = await loadFolder(dir);
  const log = [];
  const server = createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const entry = { url, status: 404, bytes: 0 };
    log.push(entry);
    const file = files.get(url);
    if (!file) return response.writeHead(404, { 'content-length': 0 }).end();
    const headers = { ...HEADERS, ...extra, 'content-type': file.type, etag: file.etag };
    if (fresh.includes(url)) headers['cache-control'] = 'no-cache';
    return respond(request, response, file, entry, headers);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { origin: `http://localhost:${server.address().port}`, log, files, close };
}
