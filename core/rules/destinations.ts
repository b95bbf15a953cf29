/** Where rules may send: set up by the user, agreed to with a preview, and looked at again before each call. */
import type { DestinationRepository, WholeDestination } from '../../database/destinations.ts';
import { checkAddress } from '../../domain/rules/address-check.ts';
import type {
  AgreementKind,
  Destination,
  DestinationPreview,
  DestinationView,
  SavedDestination,
} from '../../domain/rules/destination.ts';
import { maskAddress } from '../../domain/rules/mask.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Outcome } from '../../domain/rules/run.ts';
import { destinationsOf } from '../../domain/rules/uses.ts';
import type { Own } from '../own/own-protocol.ts';
import { failed } from './call-outcome.ts';
import { keysFor } from './destination-keys.ts';
import { previewOf } from './destination-preview.ts';
import { type Target, targetOf, userOf } from './destination-target.ts';
import { type Example, exampleBody, type Sender } from './example-call.ts';
import type { Outside } from './outside.ts';
import type { KnownDestination } from './render-action.ts';
import { askForScope } from './scope-call.ts';
import { callWebhook } from './webhook-call.ts';

export interface DestinationsParts {
  repository: DestinationRepository;
  outside: Outside;
  /** All rules that are kept. */
  rules: () => Promise<readonly Rule[]>;
  /** Who an example comes from. */
  sender: () => Promise<Sender>;
  newId: () => string;
}

export class Destinations {
  readonly #parts: DestinationsParts;
  /** What rendering has to know at once. */
  readonly #known = new Map<string, KnownDestination>();
  #loading: Promise<void> | null = null;
  /** Changes, one after another. */
  #changes: Promise<unknown> = Promise.resolve();

  constructor(parts: DestinationsParts) {
    this.#parts = parts;
  }

  /** Resolves when `known` knows all; fails as long as the database cannot be read, and is tried again. */
  ready(): Promise<void> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { repository } = this.#parts;
    for (const { id } of await repository.all()) {
      const whole = await repository.whole(id);
      if (whole) this.#remember(whole);
    }
  }

  /** What is in memory is read again by the next who needs it. */
  forget(): void {
    this.#known.clear();
    this.#loading = null;
  }

  known(id: string): KnownDestination | undefined {
    return this.#known.get(id);
  }

  get(id: string): Promise<Destination | undefined> {
    return this.#parts.repository.get(id);
  }

  /** The origin that it leads to; undefined for one that is not there. */
  async originOf(id: string): Promise<string | undefined> {
    const secret = await this.#parts.repository.secretOf(id);
    return secret && new URL(secret.address).origin;
  }

  /** All, as pages show them. */
  async views(): Promise<DestinationView[]> {
    const rules = await this.#parts.rules();
    const all = await this.#parts.repository.all();
    const views = await Promise.all(all.map((destination) => this.#viewOf(destination, rules)));
    return views.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Keeps a destination; what leads somewhere else than before has to be agreed to anew. */
  save(message: Own<'destination.saved'>): Promise<SavedDestination> {
    return this.#inTurn(() => this.#save(message));
  }

  async #save(message: Own<'destination.saved'>): Promise<SavedDestination> {
    const { repository, rules, newId } = this.#parts;
    const before = message.id === null ? undefined : await repository.whole(message.id);
    const check = checkAddress(message.address ?? before?.secret.address ?? '', message);
    if (check.kind === 'refused') return check;
    const { address, host, pattern } = check.checked;
    const { name, kind, isPrivateAllowed, knowsKeys } = message;
    const destination: Destination = {
      ...{ id: before?.destination.id ?? newId(), name, kind, host, isPrivateAllowed, knowsKeys },
      ...historyOf(before, address, kind),
    };
    const { signingKey, newKey } = keysFor(message, before?.secret);
    const secret = { id: destination.id, address, signingKey };
    await repository.save(destination, secret);
    this.#remember({ destination, secret });
    return { kind: 'saved', destination: await this.#viewOf(destination, await rules()), newKey, pattern };
  }

  /** The first call that would go there, word for word; null when there is none. */
  async preview(id: string): Promise<DestinationPreview | null> {
    const whole = await this.#parts.repository.whole(id);
    return whole ? previewOf(whole, await this.#example(id)) : null;
  }

  /** The user has seen what is sent to the address of this version, and agrees. */
  agree({ id, addressVersion }: Own<'destination.agreed'>): Promise<AgreementKind> {
    const { repository, outside } = this.#parts;
    return this.#inTurn(() => repository.agree(id, addressVersion, outside.now()));
  }

  /** Sends a marked example to a webhook; of a portal it asks what may be done there, and makes no task. */
  async test(id: string): Promise<Outcome> {
    const kind = (await this.get(id))?.kind;
    if (!kind) return failed('noDestination');
    const target = await this.target(id, kind);
    if (target.kind === 'failed') return target;
    const example = await this.#example(id);
    if (kind === 'portal') return askForScope(target.address, example.sender.language, this.#parts.outside);
    const key = `test-${this.#parts.newId()}`;
    return callWebhook({ ...target, key, body: exampleBody(example, true) }, this.#parts.outside);
  }

  /** Its address and key are gone afterwards. */
  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#parts.repository.remove(id);
      this.#known.delete(id);
    });
  }

  /** What may be called now; why not, where something is missing. */
  async target(id: string, kind: Destination['kind']): Promise<Target | Extract<Outcome, { kind: 'failed' }>> {
    return targetOf(await this.#parts.repository.whole(id), kind, this.#parts.outside);
  }

  async #example(id: string): Promise<Example> {
    const { rules, sender, outside } = this.#parts;
    const rule = (await rules()).find((each) => destinationsOf(each).has(id)) ?? null;
    return { sender: await sender(), rule, destination: id, at: outside.now() };
  }

  async #viewOf(destination: Destination, rules: readonly Rule[]): Promise<DestinationView> {
    const secret = await this.#parts.repository.secretOf(destination.id);
    const usedBy = rules.filter((rule) => destinationsOf(rule).has(destination.id)).map(({ name }) => name);
    const maskedAddress = secret ? maskAddress(secret.address) : '';
    return { ...destination, maskedAddress, hasKey: Boolean(secret?.signingKey), usedBy };
  }

  #remember(whole: WholeDestination): void {
    this.#known.set(whole.destination.id, { host: whole.destination.host, userId: userOf(whole) });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#changes.then(work);
    this.#changes = result.catch(() => undefined);
    return result;
  }
}

/** What has led elsewhere before begins anew, and has to be agreed to anew. */
function historyOf(before: WholeDestination | undefined, address: string, kind: Destination['kind']) {
  const addressVersion = before?.destination.addressVersion ?? 0;
  if (before?.secret.address !== address || before.destination.kind !== kind)
    return { agreedAt: null, addressVersion: addressVersion + 1, failures: 0, restsUntil: 0 };
  const { agreedAt, failures, restsUntil } = before.destination;
  return { agreedAt, addressVersion, failures, restsUntil };
}
