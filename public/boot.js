// Starts the app. Where the browser cannot run it, the page says so: the sentence stands in index.html.
const asset = (name) => document.querySelector(`link[data-asset="${name}"]`).getAttribute('href');

// The questions, what came of them, or the professional's side: the app remembers which. An invitation is for the questions.
function part() {
  let name = null;
  try { name = localStorage.getItem('draagkracht.part'); } catch { /* without storage: the questions */ }
  if (name && name !== 'questions' && !location.hash) return { js: asset(`${name}.js`), wasm: asset(`${name}.wasm`) };
  return document.querySelector('script[data-js]').dataset;
}

const { js, wasm } = part();
const here = (path) => new URL(path, document.baseURI).href;
const show = (id, visible) => { const part = document.getElementById(id); if (part) part.hidden = !visible; };

// Compiles while the app's script is still on its way; a host that sends wasm as another type makes it slower, no more.
async function compiled() {
  const answer = await fetch(here(wasm));
  if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
  const streams = answer.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

// The organisation's own look. It never holds up the first screen.
function addTheme() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'theme.css';
  document.head.append(link);
}

async function start() {
  const workers = navigator.serviceWorker;
  const kept = Boolean(workers && workers.controller);
  if (kept) addTheme();
  // The first page fetched its theme before there was a service worker to keep it.
  else if (workers) workers.addEventListener('controllerchange', () => fetch('theme.css'), { once: true });
  const [app, module] = await Promise.all([import(here(js)), compiled()]);
  await app.default({ module_or_path: module });
  if (!kept) addTheme();
  // Not needed to answer, so it never holds up or stops the app.
  import(here(asset('aloud.js'))).catch(console.error);
}

start().catch((error) => {
  console.error(error);
  show('starting', false);
  show('start-failed', true);
});
