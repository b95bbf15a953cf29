/**
 * One port for many names: Firefox can be sent to one only, so what arrives there is passed on by the name that a
 * connection asks for in its first message.
 */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export class FrontDoor {
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(usual: number, hosts: Record<string, number>) {
    this.#server = createServer((visitor) => {
      this.#hold(visitor);
      visitor.once('data', (hello: Buffer) => {
        const [, port = usual] = Object.entries(hosts).find(([host]) => hello.includes(host)) ?? [];
        const inner = connect(port, '127.0.0.1');
        this.#hold(inner);
        inner.write(hello);
        visitor.pipe(inner).pipe(visitor);
        // One side that has gone takes the other along, as without a door.
        visitor.once('close', () => inner.destroy());
        inner.once('close', () => visitor.destroy());
      });
    });
  }

  static async open(usual: number, hosts: Record<string, number>): Promise<FrontDoor> {
    const door = new FrontDoor(usual, hosts);
    await new Promise<void>((resolve, reject) => {
      door.#server.once('error', reject);
      door.#server.listen(0, '127.0.0.1', resolve);
    });
    return door;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #hold(socket: Socket): void {
    this.#open.add(socket);
    // A connection that breaks is the visitor's affair; without a listener it would end the process.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }
}
