import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/**
 * What a network does to those who rely on it: everything comes late; every connection is broken off; those that stand go dumb
 * while new ones work; nothing comes through at all, new connections included.
 */
export type NetworkFault = 'delay' | 'reset' | 'half-open' | 'blackhole';

export const NETWORK_FAULTS: readonly NetworkFault[] = ['delay', 'reset', 'half-open', 'blackhole'];

interface Wire {
  readonly client: Socket;
  readonly upstream: Socket;
  /** Swallows what is sent, without closing, until `heal`. */
  dumb: boolean;
}

/** A proxy on a port of its own, in front of a server that may move, between which and its clients the network can be made bad. */
export class FaultProxy {
  readonly #wires = new Set<Wire>();
  #delay = 0;
  #swallowsNew = false;
  /** Connections that a fault has touched. */
  touched = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: () => { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (client) => {
      this.#join(client);
    });
  }

  /** `target` is asked for every new connection. */
  static async start(target: () => { readonly host: string; readonly port: number }): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, target);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The address of a server, through this proxy. */
  through(url: string): string {
    const address = new URL(url);
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.href;
  }

  /** Begins; `reset` is over at once, the others last until `heal`. */
  begin(fault: NetworkFault, delayMs = 300): void {
    this.touched += this.#wires.size;
    switch (fault) {
      case 'delay':
        this.#delay = delayMs;
        return;
      case 'reset':
        for (const { client, upstream } of this.#wires) {
          client.resetAndDestroy();
          upstream.destroy();
        }
        return;
      case 'blackhole':
        this.#swallowsNew = true;
        this.#silence();
        return;
      case 'half-open':
        this.#silence();
    }
  }

  /** The network is well again. Connections that went dumb stay so: whoever holds one has to find out by himself. */
  heal(): void {
    this.#delay = 0;
    this.#swallowsNew = false;
  }

  /** Breaks off those that are still dumb, as a router does in the end. */
  forget(): void {
    for (const { client, upstream, dumb } of this.#wires) {
      if (!dumb) continue;
      client.destroy();
      upstream.destroy();
    }
  }

  /** Connections that stand. */
  get connections(): number {
    return this.#wires.size;
  }

  /** Connections that stand and are dumb. */
  get dumb(): number {
    return [...this.#wires].filter(({ dumb }) => dumb).length;
  }

  async close(): Promise<void> {
    for (const { client, upstream } of this.#wires) {
      client.destroy();
      upstream.destroy();
    }
    await new Promise((closed) => this.server.close(closed));
  }

  #silence(): void {
    for (const wire of this.#wires) wire.dumb = true;
  }

  #join(client: Socket): void {
    const { host, port } = this.target();
    const upstream = connect({ host, port, noDelay: true });
    client.setNoDelay(true);
    const wire: Wire = { client, upstream, dumb: this.#swallowsNew };
    if (wire.dumb) this.touched += 1;
    this.#wires.add(wire);
    this.#carry(wire, client, upstream);
    this.#carry(wire, upstream, client);
  }

  #carry(wire: Wire, from: Socket, to: Socket): void {
    from.on('error', () => undefined);
    from.on('data', (chunk) => {
      if (wire.dumb) return;
      if (this.#delay === 0) to.write(chunk);
      else {
        // One timer after another with the same delay: the order of the bytes stays.
        setTimeout(() => {
          if (!wire.dumb && !to.destroyed) to.write(chunk);
        }, this.#delay);
      }
    });
    from.on('close', () => {
      // A dumb connection says nothing of its end either, unless its own side ended it.
      if (wire.dumb && from === wire.upstream) return;
      this.#wires.delete(wire);
      wire.client.destroy();
      wire.upstream.destroy();
    });
  }
}
