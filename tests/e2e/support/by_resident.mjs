// A resident who fills in the list on the professional's tablet.
import { QUESTIONS } from './questions.mjs';

/** The resident's list at a moment, on the professional's tablet. */
export async function byResident(professional, resident, code, moment, choices) {
  await professional.handOver(moment);
  await resident.consents({ support: true });
  await resident.answers(1, QUESTIONS.length, (number) => choices[number - 1]);
  await resident.atCheck();
  await resident.finish();
  await resident.button(resident.words.give_back).click();
  await professional.unlock();
  await professional.atCases();
  await professional.page.getByRole('button', { name: code }).click();
}
