// What is measured: ours, and with PEERS the programs beside it.
//
// An adapter says what the harness must know of a program. Its functions under `page` run in the page, each by
// itself, so they refer to nothing outside themselves:
//   radios(n)       the radio inputs of question n (1..23), in option order, empty while absent
//   target(radio)   what a person taps to choose that option
//   checked(radio)  whether the chosen state is shown
//   recorded(n, i)  whether the program holds option i as the answer to question n; may return a promise
//   next()          what a person taps to go on
//   enter()         optional: what must be tapped before the first question is there, else null
//   shown(n)        optional: more that must hold before question n counts as shown
//   saved()         optional: the element that says the answer is durable, else null
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../scripts/serve.mjs';
import { serve } from './server.mjs';

export const OURS = 'draagkracht';

export const ours = {
  title: 'Draagkracht',
  path: '/',
  serviceWorker: true,
  fresh: ['/config.json', '/theme.css'], // an organisation replaces these
  page: {
    radios: (n) => document.querySelectorAll(`input[type=radio][name=q${n}]`),
    target: (radio) => radio.labels[0],
    checked: (radio) => radio.checked,
    recorded: (n, i) => document.querySelectorAll(`input[type=radio][name=q${n}]`)[i]?.checked === true,
    next: () => document.querySelector('[data-action=next]'),
    enter: () => document.querySelector('[data-action=start]'),
    saved: () => [...document.querySelectorAll('[role=status]')].find((status) => status.textContent.includes('Bewaard')),
  },
};

// Ours runs under the policy that it is really served with.
async function policy(dist) {
  const server = await start({ dir: dist });
  try {
    return { 'content-security-policy': (await fetch(server.url)).headers.get('content-security-policy') };
  } finally {
    await server.close();
  }
}

async function candidate(name, adapter, dir, extra) {
  return { name, adapter, server: await serve(dir, { extra, fresh: adapter.fresh }), errors: new Set() };
}

// Serves what `only` (names, or null for all) leaves of ours in `dist` and of `peers` (from peers.mjs, or null).
export async function candidates({ dist, peers, only }) {
  const wanted = (name) => !only || only.includes(name);
  const list = [];
  if (wanted(OURS)) {
    if (!existsSync(join(dist, 'index.html'))) throw new Error(`there is no app in ${dist}: make build`);
    list.push(await candidate(OURS, ours, dist, await policy(dist)));
  }
  for (const { name, adapter, dir } of peers ?? []) {
    if (wanted(name)) list.push(await candidate(name, adapter, dir));
  }
  const missing = only?.filter((name) => !list.some((one) => one.name === name)) ?? [];
  if (missing.length) throw new Error(`ONLY names ${missing.join(', ')}, which is not here${peers ? '' : ' (the peers need PEERS=DIR)'}`);
  return list;
}
