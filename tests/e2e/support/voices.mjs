// The voices of a device. No browser here has one, so what speaks is ours; that a page hears of it is the browser's own.

/** From the next page on these voices are there: { name, lang, localService }. */
export function haveVoices(page, voices) {
  return page.addInitScript((those) => {
    const synthesis = new EventTarget();
    const spoken = { said: [], now: undefined, cancelled: 0 };
    let there = those;
    Object.assign(synthesis, {
      getVoices: () => there,
      speak: (words) => { spoken.said.push({ text: words.text.trim(), voice: words.voice.name }); spoken.now = words; },
      cancel: () => {
        spoken.cancelled += 1;
        sessionStorage.setItem('cancelled', spoken.cancelled);
        spoken.now?.onerror?.({ error: 'interrupted' });
      },
    });
    globalThis.spoken = Object.assign(spoken, {
      end: () => spoken.now.onend(),
      change: (voices) => { there = voices; synthesis.dispatchEvent(new Event('voiceschanged')); },
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  }, voices);
}

/** What was said since the page came, with which voice. */
export const said = (page) => page.evaluate(() => globalThis.spoken.said);

/** The voice comes to the end of what it says. */
export const end = (page) => page.evaluate(() => globalThis.spoken.end());

/** The sentence that is marked. */
export const marked = (page) => page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map((range) => range.toString().trim()).join());
