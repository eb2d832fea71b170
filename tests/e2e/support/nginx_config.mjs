// docs/deploy/nginx.conf with other folders, and what stands around it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The server; NGINX names another. It is not on every user's path. */
export const PROGRAM = process.env.NGINX ?? ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync) ?? 'nginx';
const CONF = resolve(import.meta.dirname, '../../../docs/deploy/nginx.conf');
const STATUSES = [401, 403, 409, 412, 413, 500, 507];

/** As it stands, but for its folders and log, which are in `folder`, and its ports, which are sockets there: `80` and `443`. */
export function deployedConfig(folder) {
  return [
    ...['/srv/draagkracht', '/etc/draagkracht', '/var/log/nginx'].map((place) => [place, folder]),
    [/^ *listen \[::\]:.*;\n/gm, ''],
    [/^ *listen 80;$/gm, `    listen unix:${folder}/80;`],
    [/^ *listen 443 /gm, `    listen unix:${folder}/443 `],
  ].reduce(replaced, readFileSync(CONF, 'utf8'));
}

/** The same without TLS; answers every PUT that would be taken so. */
export function siteConfig(folder, answers) {
  const conf = [[/(?<=443) ssl http2;$/gm, ';'], [/^ *ssl_\w+ .*;\n/gm, '']].reduce(replaced, deployedConfig(folder));
  if (answers === 'stores') return conf;
  if (answers !== 'forgets' && !STATUSES.includes(answers)) throw new Error(`nginx.mjs: no such answer: ${answers}`);
  return replaced(conf, [/^ *dav_methods PUT;$/gm, `        return ${answers === 'forgets' ? 201 : answers};`]);
}

/** All of the configuration of a server that is ours alone: in the foreground, writing nowhere but in `folder`. */
export function serverConfig(folder, site = 'site.conf') {
  const temp = ['proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${join(folder, `${name}_temp`)};`);
  return [
    'daemon off;',
    'worker_processes 1;',
    // As root its workers would be somebody who may not look into the folder.
    ...(process.getuid() === 0 ? ['user root;'] : []),
    `pid ${join(folder, 'pid')};`,
    `load_module ${join(modules(), 'ngx_http_brotli_static_module.so')};`,
    'events { worker_connections 256; }',
    'http {',
    '  include /etc/nginx/mime.types;',
    '  access_log off;',
    ...temp,
    `  include ${join(folder, site)};`,
    '}',
  ].join('\n');
}

/** Where this nginx has its modules. */
function modules() {
  const built = execFileSync('sh', ['-c', '"$1" -V 2>&1', 'sh', PROGRAM], { encoding: 'utf8' });
  const path = /--modules-path=(\S+)/.exec(built)?.[1];
  if (!path) throw new Error(`${PROGRAM} -V names no folder for modules`);
  return path;
}

/** Has nginx read `conf` without running it; throws what it complains of. */
export function check(folder, conf) {
  writeFileSync(join(folder, 'checked.conf'), conf);
  writeFileSync(join(folder, 'check.conf'), serverConfig(folder, 'checked.conf'));
  execFileSync(PROGRAM, ['-q', '-t', '-p', folder, '-e', 'stderr', '-c', join(folder, 'check.conf')], { stdio: 'pipe' });
}

/** Every place that fits is replaced, and there must be one. */
function replaced(text, [what, by]) {
  const result = text.replaceAll(what, () => by);
  if (result === text) throw new Error(`docs/deploy/nginx.conf has no ${what}: change tests/e2e/support/nginx_config.mjs with it`);
  return result;
}
