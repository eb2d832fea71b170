// What is on paper, read as text.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Prints the page to a PDF on A4 and reads it back in the order of the page: one line of text. */
export async function printed(page, file) {
  writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  return plain(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
}

/** Text on one line, as a person reads it: broken lines and form feeds are spaces. */
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Where each of the texts stands; -1 for one that is not there. */
export const places = (text, parts) => parts.map((part) => text.indexOf(plain(part)));
