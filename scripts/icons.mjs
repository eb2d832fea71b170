// Draws public/icons/*.png from icon.svg. Run it after a change to the drawing: node scripts/icons.mjs
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const folder = join(import.meta.dirname, '../public/icons');
const drawing = await readFile(join(folder, 'icon.svg'), 'utf8');
// A launcher cuts these two to its own shape: the ground goes to the edges.
const square = drawing.replace(/ rx="\d+"/, '');
const ICONS = [
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['maskable-512.png', 512, square],
  ['apple-touch-180.png', 180, square],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [file, size, svg] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: join(folder, file), omitBackground: true });
  await page.close();
}
await browser.close();
