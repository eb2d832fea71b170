// Everything that a page holds in memory: the script's heap, every wasm memory, and which workers there are.

export class Memory {
  #session;
  #workers = new Map();

  constructor(page) { this.page = page; }

  async attach() {
    this.#session = await this.page.context().newCDPSession(this.page);
    for (const domain of ['HeapProfiler', 'Runtime']) await this.#session.send(`${domain}.enable`);
    for (const worker of this.page.workers()) this.#watch(worker);
    this.page.on('worker', (worker) => this.#watch(worker));
    return this;
  }

  #watch(worker) {
    this.#workers.set(worker, worker.url());
    worker.on('close', () => this.#workers.delete(worker));
  }

  /** The addresses of the workers that live. */
  get workers() { return [...this.#workers.values()]; }

  /** Which of the texts are in the heap's strings, and in a wasm memory as UTF-8 or UTF-16. */
  async find(texts) {
    await this.#session.send('HeapProfiler.collectGarbage');
    return {
      heap: await this.#heap(texts),
      wasm: await this.#wasm(texts),
    };
  }

  async #heap(texts) {
    const parts = [];
    const more = ({ chunk }) => parts.push(chunk);
    this.#session.on('HeapProfiler.addHeapSnapshotChunk', more);
    await this.#session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
    this.#session.off('HeapProfiler.addHeapSnapshotChunk', more);
    const { strings } = JSON.parse(parts.join(''));
    return texts.filter((text) => strings.some((string) => string.includes(text)));
  }

  async #wasm(texts) {
    const of = await this.#session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype', objectGroup: 'memory' });
    const { objects } = await this.#session.send('Runtime.queryObjects', { prototypeObjectId: of.result.objectId, objectGroup: 'memory' });
    // Looked for in the page, so that what is found is not copied into what is searched next. The texts go in as char codes.
    const found = await this.#session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      returnByValue: true,
      arguments: [{ value: texts.map((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')].map((bytes) => [...bytes])) }],
      functionDeclaration: `function (patterns) {
        const holds = (bytes, pattern) => {
          for (let at = bytes.indexOf(pattern[0]); at >= 0; at = bytes.indexOf(pattern[0], at + 1)) {
            if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
          }
          return false;
        };
        const all = this.map((memory) => new Uint8Array(memory.buffer));
        return patterns.map((ways) => all.some((bytes) => ways.some((pattern) => holds(bytes, pattern))));
      }`,
    });
    await this.#session.send('Runtime.releaseObjectGroup', { objectGroup: 'memory' });
    if (found.exceptionDetails) throw new Error(found.exceptionDetails.exception.description);
    return texts.filter((_, at) => found.result.value[at]);
  }
}
