// The service worker: everything is there without a connection, or nothing is.
import { join } from 'node:path';
import { generateSW } from 'workbox-build';
import { NAMED_BY_CONTENT } from './page.mjs';

/** Writes sw.js. It takes over from an older one only on a SKIP_WAITING message, which the app sends with consent. */
export async function serviceWorker(site) {
  const { warnings } = await generateSW({
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    swDest: join(site, 'sw.js'),
    globDirectory: site,
    globPatterns: ['**/*.{html,js,wasm,css,json,svg,png,webmanifest,bin,txt}'],
    // The organisation's own files: the app keeps its last good config.json, the theme is cached below.
    globIgnores: ['config.json', 'theme.css', 'sw.js'],
    maximumFileSizeToCacheInBytes: 10_000_000,
    dontCacheBustURLsMatching: NAMED_BY_CONTENT,
    // No path is a screen, so only the page itself is a navigation's answer, whatever its parameters.
    directoryIndex: 'index.html',
    ignoreURLParametersMatching: [/./],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: false,
    runtimeCaching: [{
      urlPattern: /\/theme\.css$/,
      handler: 'NetworkFirst',
      options: { cacheName: 'theme', networkTimeoutSeconds: 2 },
    }],
  });
  if (warnings.length) throw new Error(`service worker: ${warnings.join('; ')}`);
}
