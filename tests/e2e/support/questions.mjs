// The questions as they are published, and the answers that can be tapped.
import { readFileSync } from 'node:fs';

const { components, scales, missing } = read('crates/core/instruments/resident.v1.json');
const MISSING = Object.keys(missing);

/** The words of the interface, by name. */
export const LANGUAGES = ['nl', 'en', 'fy', 'ar', 'tr', 'pl', 'uk'];
export const WORDS = Object.fromEntries(LANGUAGES.map((language) => [language, read(`src/i18n/${language}.json`)]));
/** What a professional reads: the resident's words and more. */
const desk = (language) => ({ ...WORDS[language], ...read(`src/i18n/professional.${language}.json`) });
export const DESK = { nl: desk('nl'), en: desk('en') };

/** Each question in order: `id` as the organisation sees it, `text`, and `labels` of its seven answers. */
export const QUESTIONS = components.flatMap(({ id, scale, items }) => items.map((item) => ({
  id: `${id}.${item.id}`,
  component: id,
  text: item.text,
  plain: item.plain,
  labels: [...scales.find((other) => other.id === scale).options, ...Object.values(missing)],
})));

/** The same questions in another language than Dutch. */
export function translated(language) {
  const words = read(`crates/core/instruments/resident.v1.${language}.json`);
  const scaleOf = Object.fromEntries(components.map(({ id, scale }) => [id, scale]));
  return QUESTIONS.map((question) => ({
    ...question,
    ...words.items[question.id],
    labels: [...words.scales[scaleOf[question.component]], ...Object.values(words.missing)],
  }));
}

export const TITLES = Object.fromEntries(components.map(({ id, title }) => [id, title]));

/** What the organisation sees for the answer at this place among a question's labels. */
export const valueOf = (choice) => (choice < 5 ? choice + 1 : MISSING[choice - 5]);

/** A choice for each question: every point of the scale, and both kinds of missing without too many of them. */
export const mixed = (number) => ({ 4: 5, 12: 6, 20: 4 }[number] ?? (number * 3) % 5);

function read(path) {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}
