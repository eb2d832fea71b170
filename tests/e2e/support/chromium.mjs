// Which browser, how it is started, and how it is killed.
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Options to launch the machine's own Chromium; CHROMIUM names another. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};

/** A browser that keeps its data in `folder`, with the context options of a test project. */
export function launchProfile(folder, { viewport, deviceScaleFactor, hasTouch, isMobile, locale, timezoneId }) {
  return chromium.launchPersistentContext(folder, { ...CHROMIUM, viewport, deviceScaleFactor, hasTouch, isMobile, locale, timezoneId });
}

/** Ends every process of the browser on this profile at once, as a crash or an empty battery does. */
export function killProfile(folder) {
  for (const pid of processesOf(folder)) kill(pid);
}

/** The first process of the browser on this profile: the one that writes its databases. */
export function browserProcess(folder) {
  return processesOf(folder).find((pid) => !argumentsOf(pid).some((argument) => argument.startsWith('--type=')));
}

function processesOf(folder) {
  const ours = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && argumentsOf(pid).includes(`--user-data-dir=${folder}`));
  if (!ours.length) throw new Error(`no browser runs on ${folder}`);
  return ours.map(Number);
}

function argumentsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it ended meanwhile
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // ended with its parent
  }
}
