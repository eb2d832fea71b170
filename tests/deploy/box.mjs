// What the tests of the deployment share: a box on the built site, and requests as a client sends them.
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { Nginx } from '../e2e/support/nginx.mjs';

/** The built site; DIST names another. */
export const DIST = resolve(process.env.DIST ?? join(import.meta.dirname, '../../dist'));
export const CONFIG = { format: 'draagkracht-config', version: 1, upload: { url: 'inbox/' } };

/** A bundle's id, by number. */
export const id = (number) => `019aa648-5a00-7000-8000-${String(number).padStart(12, '0')}`;

/** A box that ends with the test file. */
export async function box(options = {}) {
  const started = await Nginx.start({ dist: DIST, config: CONFIG, ...options });
  after(() => started.stop());
  return started;
}

/** The token as a team sends it. */
export const token = ({ token }) => ({ Authorization: `Bearer ${token}` });

export const put = (box, path, body, headers = token(box)) => fetch(box.url + path, { method: 'PUT', body, headers });

/** What lies in the inbox, and what is on its way there. */
export const kept = ({ folder }) => ['inbox', 'incoming'].flatMap((name) => readdirSync(join(folder, name)));

/** Sends a path as it stands, which fetch and browsers would tidy up first. `body` may be fewer bytes than the headers say. */
export function raw(box, method, path, { headers, body = '' } = {}) {
  return new Promise((answered, failed) => {
    const { hostname, port } = new URL(box.url);
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more) => { text += more; }).on('end', () => {
        asked.destroy();
        answered({ status: response.statusCode, text, headers: response.headers });
      });
    });
    asked.on('error', failed).write(body);
    if (Number(headers?.['Content-Length'] ?? 0) <= body.length) asked.end();
  });
}
