// Serves a folder as the site is to be served: the security policy, caching, brotli.
// usage: node scripts/serve.mjs [--dir dist] [--port 8080] [--host 127.0.0.1] [--base /sub/path/] [--overlay demo/site] [--note TEXT]...
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { NAMED_BY_CONTENT } from './site/page.mjs';

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** A name made from content never changes its content; anything else is asked for anew each time. */
function caching(path) {
  return NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function folder(dir, dev) {
  return sirv(dir, {
    dev,
    brotli: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => response.setHeader('Cache-Control', caching(path)),
  });
}

/**
 * Serves `dir` under `base`; files in `overlay` (config.json, theme.css) go before those of `dir` and are read each time.
 * Returns where it is, and `close`, which ends open connections too.
 */
export async function start({ dir = 'dist', port = 0, host = '127.0.0.1', base = '/', overlay } = {}) {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`no site in ${resolve(dir)}: build it with make build`);
  const folders = [folder(resolve(dir), false)];
  if (overlay) folders.unshift(folder(resolve(overlay), true));
  const server = createServer((request, response) => answer(request, response, base, folders));
  await new Promise((listening, failed) => server.once('error', failed).listen(port, host, listening));
  const origin = `http://${host}:${server.address().port}`;
  return {
    origin,
    url: origin + base,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}

function answer(request, response, base, folders) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (!['GET', 'HEAD'].includes(request.method)) return end(response, 405, 'GET and HEAD only');
  if (!request.url.startsWith(base)) return end(response, 404, `Not here. The app is at ${base}`);
  request.url = request.url.slice(base.length - 1);
  const [first, ...others] = [...folders, () => end(response, 404, 'No such file')];
  const next = (rest) => () => rest[0](request, response, next(rest.slice(1)));
  return first(request, response, next(others));
}

function end(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${text}\n`);
}

async function main() {
  const { values: { note, ...options } } = parseArgs({
    options: {
      dir: { type: 'string' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string' },
      base: { type: 'string' },
      overlay: { type: 'string' },
      note: { type: 'string', multiple: true, default: [] },
    },
  });
  const { url } = await start({ ...options, port: Number(options.port) });
  console.log([`Draagkracht is at ${url} (Ctrl-C stops it).`, ...note].join('\n'));
}

if (import.meta.filename === process.argv[1]) {
  await main().catch((error) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${error.port} is taken. Stop what runs there, or choose another port.` : error.message);
    process.exitCode = 1;
  });
}
