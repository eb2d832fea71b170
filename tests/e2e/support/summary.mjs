// At the very end, in a few lines: what failed and why, so that the last screen of a long log says it.
export default class Summary {
  #failed = [];

  onTestEnd(test, { status, error, duration, retry }) {
    if (status === 'passed' || status === 'skipped') return;
    const where = `${test.location.file.split('/').at(-1)}:${test.location.line}`;
    const at = error?.location ? ` at line ${error.location.line}` : '';
    const lines = (error?.message ?? status).replace(/\u001b\[\d+m/g, '').split('\n').filter(Boolean);
    this.#failed.push(`${where}, try ${retry + 1}, ${(duration / 1000).toFixed(0)} s${at}: ${lines.slice(0, 4).join(' | ').slice(0, 300)}`);
  }

  onEnd() {
    if (this.#failed.length) console.log(['', 'What failed, each time:', ...this.#failed].join('\n'));
  }
}
