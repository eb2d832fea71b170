// What a browser's translator does to a page: every text is put in <font> elements, again and again.

/** From the next page on, all text is rewritten as it appears. */
export function translate(page) {
  return page.addInitScript(() => {
    const wrap = (root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) found.push(texts.currentNode);
      for (const text of found) {
        if (!text.data.trim() || !text.parentElement || text.parentElement.closest('font, script, style, title, [translate=no]')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    addEventListener('DOMContentLoaded', () => {
      wrap(document.body);
      new MutationObserver(() => wrap(document.body)).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
  });
}
