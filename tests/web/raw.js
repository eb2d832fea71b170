// The database without the store: for tampering and for standing in the way.

const open = (name, version, upgrade) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const inside = async (name, store, mode, step) => {
  const database = await open(name);
  const transaction = database.transaction(store, mode);
  const request = step(transaction.objectStore(store));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
  return request.result;
};

export const get = (name, store, key) => inside(name, store, "readonly", (s) => s.get(key));
export const keys = (name, store) => inside(name, store, "readonly", (s) => s.getAllKeys());
export const put = (name, store, key, value) =>
  inside(name, store, "readwrite", (s) => s.put(value, key));

// A database as a newer app would leave it.
export async function newer(name) {
  const database = await open(name, 2, (d) => d.createObjectStore("future").put("kept", "a"));
  database.close();
}

// Asks for the database as a tab with a newer app does; resolves when the others let go of it.
export const upgrade = newer;

export async function stores(name) {
  const database = await open(name);
  const names = [...database.objectStoreNames];
  const version = database.version;
  database.close();
  return [version, ...names].join(" ");
}

// Every transaction that begins from now on: its mode and durability, and its connection.
const begin = IDBDatabase.prototype.transaction;
const begun = [];
let last;
IDBDatabase.prototype.transaction = function (...args) {
  const transaction = begin.apply(this, args);
  begun.push(`${transaction.mode} ${transaction.durability}`);
  last = this;
  return transaction;
};

export const heard = () => begun.splice(0).join(", ");
export const close_last = () => last.close();

// The next write of a record fails, once this many have been made.
export function full_after(count) {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    if (count-- > 0) return put.apply(this, args);
    IDBObjectStore.prototype.put = put;
    throw new DOMException("no room", "QuotaExceededError");
  };
}

// The connection is closed in the middle of the next write.
export function abort_next() {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    IDBObjectStore.prototype.put = put;
    const request = put.apply(this, args);
    this.transaction.abort();
    return request;
  };
}

// What private windows do: no IndexedDB, or one that refuses.
const allowed = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
export function refuse(name) {
  const value = name && { open: () => { throw new DOMException("not here", name); } };
  Object.defineProperty(globalThis, "indexedDB", { value, configurable: true });
}
export const allow = () => Object.defineProperty(globalThis, "indexedDB", allowed);

export const flip = (value, byte) => {
  value.bytes[byte] ^= 1;
  return value;
};
