// Reads a screen aloud, sentence by sentence, and marks what is read: <read-aloud data-begin="…" data-stop="…">, which the app
// makes. Only with a voice that is on the device: no text goes over the network. Without one there is no button.

/** Not for the ear: what can be pressed, where one is, what is for the eyes of this person alone, what is folded. */
const SILENT = 'button, summary, .progress, .private-line, .no-paper, .utrecht-alert, .utrecht-form-field-description, details:not([open]), .desk-no-print';
const MARK = 'read-aloud';

function voiceOf(language) {
  return speechSynthesis.getVoices().find(({ localService, lang }) => localService && lang.split(/[-_]/)[0].toLowerCase() === language);
}

/** The sentences of a screen as ranges, in the order in which they stand. */
function sentencesOf(screen, language) {
  const found = [];
  const texts = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (parentElement.closest(SILENT)) continue;
    for (const [from, to] of cut(data, language)) {
      const range = new Range();
      range.setStart(texts.currentNode, from);
      range.setEnd(texts.currentNode, to);
      if (String(range).trim()) found.push(range);
    }
  }
  return found;
}

/** Where each sentence of a text begins and ends; a browser that cannot tell has one. */
function cut(text, language) {
  if (!Intl.Segmenter) return [[0, text.length]];
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return Array.from(sentences, ({ segment, index }) => [index, index + segment.length]);
}

class ReadAloud extends HTMLElement {
  #button = document.createElement('button');
  /** What is being read now; another object at each beginning. */
  #reading;
  #show = () => this.toggleAttribute('hidden', !this.#voice());
  #stop = () => this.#end();

  connectedCallback() {
    this.#button.type = 'button';
    this.#button.className = 'utrecht-button utrecht-button--subtle';
    this.#button.dataset.action = 'read-aloud';
    this.#button.onclick = () => (this.#reading ? this.#end() : this.#begin());
    this.append(this.#button);
    this.#end();
    this.#show();
    speechSynthesis.addEventListener('voiceschanged', this.#show);
    addEventListener('pagehide', this.#stop);
  }

  /** Another screen, or away from here: silence at once. */
  disconnectedCallback() {
    this.#end();
    speechSynthesis.removeEventListener('voiceschanged', this.#show);
    removeEventListener('pagehide', this.#stop);
  }

  #voice() { return voiceOf(document.documentElement.lang); }

  #begin() {
    const voice = this.#voice();
    if (!voice) return this.#show();
    this.#reading = { voice, left: sentencesOf(this.closest('.screen'), document.documentElement.lang) };
    this.#button.textContent = this.dataset.stop;
    this.#next(this.#reading);
  }

  #next(reading) {
    if (reading !== this.#reading) return;
    const sentence = reading.left.shift();
    if (!sentence) return this.#end(false);
    if (globalThis.Highlight) CSS.highlights.set(MARK, new Highlight(sentence));
    sentence.startContainer.parentElement.scrollIntoView({ block: 'nearest' });
    const words = new SpeechSynthesisUtterance(String(sentence));
    words.voice = reading.voice;
    words.lang = reading.voice.lang;
    words.onend = () => this.#next(reading);
    words.onerror = () => { if (reading === this.#reading) this.#end(); };
    speechSynthesis.speak(words);
  }

  #end(early = Boolean(this.#reading)) {
    // First: what is cancelled says so at once.
    this.#reading = undefined;
    if (early) speechSynthesis.cancel();
    if (globalThis.Highlight) CSS.highlights.delete(MARK);
    this.#button.textContent = this.dataset.begin;
  }
}

if (globalThis.speechSynthesis && globalThis.customElements) customElements.define('read-aloud', ReadAloud);
