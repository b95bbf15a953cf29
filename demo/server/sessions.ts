import { createHash } from 'node:crypto';

/** Sessions and CSRF tokens of one portal; ids are deterministic, nothing here protects anything. */
export class Sessions {
  private readonly portal: string;
  private readonly issued = new Set<string>();
  private readonly expired = new Set<string>();
  private generation = 1;

  constructor(portal: string) {
    this.portal = portal;
  }

  issue(): string {
    const id = `${this.portal}-session-${this.issued.size + 1}`;
    this.issued.add(id);
    return id;
  }

  isValid(id: string | undefined): boolean {
    return id !== undefined && this.issued.has(id) && !this.expired.has(id);
  }

  hasExpired(id: string | undefined): boolean {
    return id !== undefined && this.expired.has(id);
  }

  expireAll(): void {
    for (const id of this.issued) this.expired.add(id);
  }

  revive(): void {
    this.expired.clear();
  }

  /** The token that pages have read stops working; calls are told the new one. */
  renewTokens(): void {
    this.generation += 1;
  }

  tokenOf(id: string | undefined): string {
    return createHash('md5')
      .update(`${this.portal}|${id ?? 'guest'}|${this.generation}`)
      .digest('hex');
  }
}
