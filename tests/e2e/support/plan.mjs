// A professional at a plan, who sees roles and names only.
import { expect } from '@playwright/test';

export class Plan {
  constructor(professional) {
    this.professional = professional;
    this.page = professional.page;
    this.words = professional.words;
  }

  button(name) { return this.professional.button(name); }
  heading(name) { return this.professional.heading(name); }
  field(name) { return this.professional.field(name); }
  group(name) { return this.page.getByRole('group', { name, exact: true }); }
  kept() { return expect(this.page.getByText(this.words.saved, { exact: true })).toBeVisible(); }

  /** From the case. */
  async open() {
    await this.button(this.words.plan_title).click();
    await expect(this.heading(this.words.plan_title)).toBeFocused();
  }

  /** Begins a chain with who asked; it is at the request then. */
  async begin(asker = this.words.asker_resident) {
    await this.group(this.words.plan_asker).getByRole('button', { name: asker, exact: true }).click();
    await expect(this.heading(this.words.plan_request)).toBeFocused();
  }

  /** To a step, from the overview. */
  async step(name) {
    await this.page.getByRole('button', { name: new RegExp(`^${this.words[name]}`) }).click();
    await expect(this.heading(this.words[name])).toBeFocused();
  }

  async overview() {
    await this.button(this.words.plan_steps).click();
    await expect(this.heading(this.words.plan_title)).toBeFocused();
  }

  /** On to the next step. */
  async next(name) {
    await this.button(this.words.next).click();
    await expect(this.heading(this.words[name])).toBeFocused();
  }

  /** Writes and waits until it is on the disk. */
  async write(label, text) {
    await this.field(label).fill(text);
    await this.kept();
  }

  async choose(group, option) {
    await this.group(group).getByRole('radio', { name: option, exact: true }).check();
  }

  async tick(group, option) {
    await this.group(group).getByRole('checkbox', { name: option, exact: true }).check();
  }

  /** A new goal of the resident's; it stays at the goal. */
  async newGoal(text, idea = this.words.idea_resident) {
    await this.group(this.words.goal_new).getByRole('button', { name: idea, exact: true }).click();
    await expect(this.heading(this.words.goal_title)).toBeFocused();
    await this.write(this.words.goal_words, text);
  }

  /** A new intervention for the first goal that has none; it stays there. */
  async newAction(kind, text) {
    await this.group(this.words.action_kind).getByRole('button', { name: kind, exact: true }).first().click();
    await expect(this.heading(this.words.action_title)).toBeFocused();
    await this.write(this.words.action_words, text);
  }

  /** Back from a goal or an intervention to its step. */
  async done(name) {
    await this.button(this.words.plan_part_done).click();
    await expect(this.heading(this.words[name])).toBeFocused();
  }

  remark(question) { return this.page.getByRole('note').filter({ hasText: question }); }
}
