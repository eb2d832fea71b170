// As much of the wasm binary format as the build needs: sections, and names and numbers in them.

const HEADER = 8;

/** Reads bytes from front to back. */
export class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number. */
  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.unsigned())).toString('utf8');
  }
}

/** A number as unsigned LEB128. */
export function unsigned(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

/** A text with its length before it. */
export function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([unsigned(bytes.length), bytes]);
}

/** The wasm with the body of one section replaced by what `change` makes of it. */
export function section(wasm, id, change) {
  const reader = new Reader(wasm);
  const parts = [reader.take(HEADER)];
  while (reader.at < wasm.length) {
    const found = reader.byte();
    const body = reader.take(reader.unsigned());
    const now = found === id ? change(body) : body;
    parts.push(Buffer.from([found]), unsigned(now.length), now);
  }
  return Buffer.concat(parts);
}
