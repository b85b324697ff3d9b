import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A wire to PostgreSQL that can be cut at a chosen moment. */
export interface CuttableWire {
  /** The address of the database, through the wire. */
  readonly url: string;
  /** How often the wire has been cut. */
  readonly cuts: number;
  /** The next answer to a query whose text or prepared name contains this is swallowed, and the connection broken, after the server has done it. */
  cutAnswerTo(marker: string): void;
  /**
   * The next query whose text or prepared name contains this stays on its way, and the connection breaks for whoever sent it.
   * @returns lets it arrive; resolves with the server's answer
   */
  holdBack(marker: string): () => Promise<Buffer>;
  close(): Promise<void>;
}

export async function cuttableWire(databaseUrl: string): Promise<CuttableWire> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let marker: string | null = null;
  let heldMarker: string | null = null;
  let release: (() => Promise<Buffer>) | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        if (!onItsWay) upstream.destroy();
      });
    }
    let cutting = false;
    let onItsWay = false;
    client.on('data', (chunk) => {
      if (heldMarker !== null && chunk.includes(heldMarker)) {
        heldMarker = null;
        onItsWay = true;
        release = () =>
          new Promise((answered) => {
            upstream.once('data', answered);
            upstream.write(chunk);
          });
        client.destroy();
        return;
      }
      if (marker !== null && chunk.includes(marker)) {
        marker = null;
        cutting = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!cutting) {
        client.write(chunk);
        return;
      }
      // `Z` (ReadyForQuery) ends the answer: the transaction is committed.
      if (!endsAnswer(chunk)) return;
      cuts += 1;
      client.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const through = new URL(databaseUrl);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    get cuts() {
      return cuts;
    },
    cutAnswerTo: (text) => {
      marker = text;
    },
    holdBack: (text) => {
      heldMarker = text;
      return () => release?.() ?? Promise.reject(new Error('nothing is on its way'));
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The message ReadyForQuery, idle: `Z`, length 5, `I`. */
function endsAnswer(chunk: Buffer): boolean {
  return chunk.subarray(-6).equals(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]));
}
