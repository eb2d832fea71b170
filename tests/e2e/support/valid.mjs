// What is rendered, as HTML that has to be valid: html-validate, on the page as the browser holds it.
import { expect } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

// The browser writes the page down: how it writes says nothing about the app.
const STYLE = ['attribute-boolean-style', 'attribute-empty-style', 'doctype-style', 'void-style', 'no-trailing-whitespace', 'no-raw-characters', 'attr-quotes', 'no-inline-style'];

// What is meant so. `off` keeps choices and passphrases out of what browsers write to the disk, in Firefox on boxes too; voice control
// wants both ways of naming a box; a table that is laid out as blocks has no roles of its own in every browser; a link to call is a sentence,
// which has to break on a narrow screen.
const MEANT = ['valid-autocomplete', 'autocomplete-password', 'no-redundant-for', 'no-redundant-role', 'tel-non-breaking'];

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    ...Object.fromEntries([...STYLE, ...MEANT].map((rule) => [rule, 'off'])),
    'valid-id': ['error', { relaxed: true }],
  },
});

/** html-validate finds nothing on the page as it is. */
export async function expectValid(page) {
  const { results } = await validator.validateString(await page.content());
  const found = results.flatMap(({ messages }) => messages).map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
  expect(found, await page.title()).toEqual([]);
}
