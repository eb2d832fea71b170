// Passes every byte on between a free port and a socket, and cuts a connection in the middle of a PUT while it is told to.
import { connect, createServer } from 'node:net';

export class Cutter {
  /** How many connections were cut. */
  cuts = 0;
  #after = Infinity;
  #connections = new Set();
  #server;

  static async start(socket) {
    const cutter = new Cutter();
    cutter.#server = createServer((client) => cutter.#pass(client, connect(socket)));
    await new Promise((listening, failed) => { cutter.#server.once('error', failed).listen(0, '127.0.0.1', listening); });
    return cutter;
  }

  get port() { return this.#server.address().port; }

  /** From now on a PUT gets no further than so many bytes. */
  cutPuts(after) { this.#after = after; }

  async close() {
    const closed = new Promise((done) => { this.#server.close(done); });
    for (const connection of this.#connections) connection.destroy();
    await closed;
  }

  #pass(client, server) {
    let left = Infinity;
    for (const connection of [client, server]) {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
      // Whatever ended one side ends the other.
      connection.on('error', () => {}).once('close', () => { client.destroy(); server.destroy(); });
    }
    client.on('data', (bytes) => {
      // A request begins in a packet of its own: the one before it has been answered.
      const start = bytes.subarray(0, 4).toString('latin1');
      if (start === 'PUT ') left = this.#after;
      if (start === 'GET ') left = Infinity;
      if (bytes.length < left) {
        left -= bytes.length;
        if (!server.write(bytes)) { client.pause(); server.once('drain', () => client.resume()); }
        return;
      }
      const part = bytes.subarray(0, left);
      left = Infinity;
      this.cuts += 1;
      // What is passed on arrives before the end does.
      client.pause();
      server.end(part, () => client.resetAndDestroy());
    });
    client.on('end', () => server.end());
    server.pipe(client);
  }
}
