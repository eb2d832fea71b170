// The page and the files it names: each gets a name made from its content, so that a cache may keep it for ever.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** What a name made from content looks like: `app-1a2b3c4d.js`. */
export const NAMED_BY_CONTENT = /-[0-9a-f]{8}\.\w+$/;

/** `texts/nl.json` and its bytes give `texts/nl-1a2b3c4d.json`. */
export function nameByContent(path, bytes) {
  const { dir, name, ext } = parse(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return (dir ? `${dir}/` : '') + `${name}-${hash}${ext}`;
}

export class Page {
  #site;
  #html;
  #links = [];

  constructor(site, html) {
    this.#site = site;
    this.#html = html;
  }

  /** Writes a file under a name made from its content; the page then names it so. Returns that name. */
  async add(path, bytes) {
    const name = nameByContent(path, bytes);
    await mkdir(dirname(join(this.#site, name)), { recursive: true });
    await writeFile(join(this.#site, name), bytes);
    this.#html = this.#html.replaceAll(`"./${path}"`, `"./${name}"`);
    return name;
  }

  /** Has the browser fetch this at once: `as` is `script` (a module), `fetch`. */
  preload(name, as) {
    this.#links.push(as === 'script'
      ? `<link rel="modulepreload" href="./${name}">`
      : `<link rel="preload" as="fetch" crossorigin href="./${name}">`);
  }

  /** Tells the app where an asset is (`link[data-asset="texts/nl"]`, its href); fetched at once only if the first question needs it. */
  asset(key, name, first) {
    const when = first ? '' : ' media="not all"';
    this.#links.push(`<link rel="preload" as="fetch" crossorigin${when} data-asset="${key}" href="./${name}">`);
  }

  /** The page with its links, each source line without its indent. */
  html() {
    const marker = '<!-- assets -->';
    if (!this.#html.includes(marker)) throw new Error(`index.html has no ${marker}: put it back where the links to assets belong`);
    return this.#html.replace(marker, this.#links.join('\n')).replace(/^\s+/gm, '');
  }
}
