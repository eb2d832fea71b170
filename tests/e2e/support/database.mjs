// The database as a page sees it, past the app: to read what is really there, and to damage it.

const NAME = 'draagkracht';

/** Every record: { store, key, value }; bytes are lists of numbers. */
export function records(page) {
  return page.evaluate(async (name) => {
    const open = indexedDB.open(name);
    const database = await new Promise((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const found = [];
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([records.getAllKeys(), records.getAll()].map((request) => new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      })));
      const plain = (value) => (value?.bytes ? { ...value, bytes: [...value.bytes] } : String(value));
      keys.forEach((key, index) => found.push({ store, key, value: plain(values[index]) }));
    }
    database.close();
    return found;
  }, NAME);
}

/** Flips a bit in the middle of a record. */
export function damage(page, { store, key }) {
  return page.evaluate(([name, store, key]) => new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    open.onsuccess = () => {
      const transaction = open.result.transaction(store, 'readwrite');
      const records = transaction.objectStore(store);
      const asked = records.get(key);
      asked.onsuccess = () => {
        const value = asked.result;
        value.bytes[value.bytes.length >> 1] ^= 1;
        records.put(value, key);
      };
      transaction.oncomplete = () => { open.result.close(); resolve(); };
      transaction.onabort = () => reject(transaction.error);
    };
  }), [NAME, store, key]);
}

/** Leaves the database as a newer app does. Only on a page that has it not open. */
export function makeNewer(page) {
  return page.evaluate((name) => new Promise((resolve, reject) => {
    const open = indexedDB.open(name, 1000);
    open.onsuccess = () => { open.result.close(); resolve(); };
    open.onerror = () => reject(open.error);
  }), NAME);
}

/** The version that the database has. */
export function version(page) {
  return page.evaluate(async (name) => (await indexedDB.databases()).find((database) => database.name === name)?.version, NAME);
}

/** Takes all the room that is left to this site, in a database of its own. */
export function fill(page) {
  return page.evaluate(async () => {
    const open = indexedDB.open('filler', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('filler', { autoIncrement: true });
    const database = await new Promise((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const put = (size) => new Promise((resolve) => {
      const transaction = database.transaction('filler', 'readwrite');
      transaction.objectStore('filler').add(crypto.getRandomValues(new Uint8Array(size)));
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
    for (let size = 65_536; size > 16; size /= 2) while (await put(size));
    database.close();
  });
}
