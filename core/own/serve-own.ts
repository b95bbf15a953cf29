/** Answers what the extension's own pages ask for all portals at once. Nobody else gets here. */

import type { Call } from '../../domain/calls/calls.ts';
import type { FrontView } from '../../domain/front.ts';
import type { GovernanceView } from '../../domain/governance.ts';
import type { SelfTestRun } from '../../domain/health/self-test.ts';
import type { HealthView } from '../../domain/health/view.ts';
import type { PaletteEntry } from '../../domain/palette/entry.ts';
import type { AddedPortal } from '../../domain/portals/address.ts';
import type { MoveOutcome, MovePreview } from '../../domain/portals/moved.ts';
import type { StoredPart, WipeProof } from '../../domain/privacy.ts';
import type { ImportOutcome, ImportPreview } from '../../domain/settings-file/preview.ts';
import type { WrittenFile } from '../../domain/settings-file/write.ts';
import { isRulesMessage, type RulesService } from '../rules/rules-service.ts';
import type { Own, OwnMessage } from './own-protocol.ts';

/** Who does what; each part of the application has one of these. */
export interface OwnServices {
  front: {
    view(): Promise<FrontView>;
    setResting(isOn: boolean): Promise<void>;
    finishFirstRun(): Promise<void>;
    palette(): Promise<PaletteEntry[]>;
  };
  governance: {
    view(): Promise<GovernanceView>;
    change(changes: Own<'preferences.changed'>['changes']): Promise<void>;
  };
  portals: {
    add(message: Own<'portal.added'>): Promise<AddedPortal>;
    change(message: Own<'portal.changed'>): Promise<void>;
    remove(origin: string): Promise<WipeProof>;
    planMove(message: Own<'move.planned'>): Promise<MovePreview>;
    move(message: Own<'portal.moved'>): Promise<MoveOutcome>;
    wipeAll(): Promise<WipeProof>;
  };
  watcher: {
    change(message: Own<'watch.changed'>): Promise<void>;
    resume(key: string): Promise<void>;
  };
  health: {
    view(key: string): Promise<HealthView>;
    clear(key: string): Promise<void>;
    diagnostics(): Promise<string>;
  };
  selfTests: {
    begin(key: string): Promise<SelfTestRun>;
    last(key: string): SelfTestRun | null;
  };
  calls: { recent(): Promise<Call[]> };
  sizes(key: string | null): Promise<StoredPart[]>;
  rules: RulesService;
  exchange: {
    write(contents: Own<'export.wanted'>['contents']): Promise<WrittenFile>;
    plan(message: Own<'import.planned'>): Promise<ImportPreview>;
    take(message: Own<'import.taken'>): Promise<ImportOutcome>;
  };
}

export async function serveOwn(message: OwnMessage, services: OwnServices): Promise<unknown> {
  if (isRulesMessage(message)) return services.rules.answer(message);
  const { front, governance, portals, watcher, health, selfTests, calls, exchange } = services;
  switch (message.type) {
    case 'front.wanted':
      return front.view();
    case 'rest.asked':
      return front.setResting(message.isOn).then(() => front.view());
    case 'firstRun.finished':
      return front.finishFirstRun().then(() => front.view());
    case 'palette.wanted':
      return front.palette();
    case 'governance.wanted':
      return governance.view();
    case 'preferences.changed':
      return governance.change(message.changes).then(() => governance.view());
    case 'portal.added':
      return portals.add(message);
    case 'portal.changed':
      return portals.change(message).then(() => front.view());
    case 'portal.removed':
      return portals.remove(message.origin);
    case 'move.planned':
      return portals.planMove(message);
    case 'portal.moved':
      return portals.move(message);
    case 'all.wiped':
      return portals.wipeAll();
    case 'watch.changed':
      return watcher.change(message).then(() => front.view());
    case 'watch.resumed':
      return watcher.resume(message.key).then(() => front.view());
    case 'health.wanted':
      return health.view(message.key);
    case 'health.cleared':
      return health.clear(message.key).then(() => health.view(message.key));
    case 'selfTest.begun':
      return selfTests.begin(message.key);
    case 'selfTest.wanted':
      return selfTests.last(message.key);
    case 'diagnostics.wanted':
      return health.diagnostics();
    case 'calls.wanted':
      return calls.recent();
    case 'sizes.wanted':
      return services.sizes(message.key);
    case 'export.wanted':
      return exchange.write(message.contents);
    case 'import.planned':
      return exchange.plan(message);
    case 'import.taken':
      return exchange.take(message);
  }
}
