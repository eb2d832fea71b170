// Of the component CSS of packages, only the rules whose classes the app uses: the rest is more than half of the bytes.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const CLASS = /utrecht-[\w-]+/g;
const OF_PACKAGES = /[\\/]node_modules[\\/].+\.css$/;

/** Every class of the design system that stands in the page or in the app's source. One that ends in `-` was put together there. */
async function classes(root) {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.rs')).map((file) => join('src', file));
  const sources = await Promise.all([...files, 'index.html'].map((file) => readFile(join(root, file), 'utf8')));
  return new Set(sources.flatMap((source) => source.match(CLASS) ?? []));
}

function usedBy(known) {
  const begun = [...known].filter((name) => name.endsWith('-'));
  const isKnown = (name) => known.has(name) || begun.some((start) => name.startsWith(start));
  // What :not() names need not be there.
  return (selector) => [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].every(([, name]) => isKnown(name));
}

/** The top level of a style sheet as [what stands before the braces, what stands in them]. */
function* blocks(css) {
  for (let at = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    let end = open + 1;
    for (let depth = 1; depth > 0; end++) depth += { '{': 1, '}': -1 }[css[end]] ?? 0;
    yield [css.slice(at, open).trim(), css.slice(open + 1, end - 1)];
    at = end;
  }
}

function prune(css, used) {
  return [...blocks(css)].map(([head, body]) => {
    if (head.startsWith('@')) return [head, prune(body, used)];
    return [head.split(/,(?![^(]*\))/).filter(used).join(','), body];
  }).filter(([head, body]) => head && body.trim()).map(([head, body]) => `${head}{${body}}`).join('\n');
}

/** For esbuild. */
export async function usedCss(root) {
  const used = usedBy(await classes(root));
  return {
    name: 'used-css',
    setup(build) {
      build.onLoad({ filter: OF_PACKAGES }, async ({ path }) => {
        const css = (await readFile(path, 'utf8')).replace(/\/\*[^]*?\*\//g, '');
        return { contents: prune(css, used), loader: 'css' };
      });
    },
  };
}

/** Of the bundle: custom properties that are a package's own (`--_…`) get short names, or go where nothing asks for them; so do their spaces. */
export function leanCss(css) {
  let lean = css.replace(/(--[\w-]+):\s+/g, '$1:').replace(/var\(\s+/g, 'var(').replace(/,\s+/g, ',').replace(/\s+(?=\))/g, '');
  for (let before; before !== lean;) {
    before = lean;
    const asked = new Set([...before.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    lean = before.replace(/(--_[\w-]+):[^;}]*;?/g, (whole, name) => (asked.has(name) ? whole : ''));
  }
  const short = [...new Set(lean.match(/--_[\w-]+/g))];
  return lean.replace(/--_[\w-]+/g, (name) => `--_${short.indexOf(name).toString(36)}`);
}
