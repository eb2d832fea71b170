// A disk that is full, and has room again.

/** Prepares the page, before it is opened; then `fill` and `free` say how it is. */
export async function disk(page) {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (sessionStorage.full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  return {
    fill: () => page.evaluate(() => { sessionStorage.full = 'yes'; }),
    free: () => page.evaluate(() => { delete sessionStorage.full; }),
  };
}
