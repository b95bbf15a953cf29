/** What rules look at, from a portal's desk. */
import type { AccessItem, RegisterRow } from '../../domain/access/view.ts';
import { sortDialogs } from '../../domain/dialogs.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { buildView, toDialogView } from '../view.ts';

/** A portal as it is known now, with every dialog and every record: a view leaves out what no surface shows. */
export function ruleWorld(desk: PortalDesk, now: number): RuleWorld {
  const view = buildView(desk, now, 0);
  const dialogs = sortDialogs(desk.ledger.dialogs).map((dialog) => toDialogView(dialog, desk, now));
  const shown = new Map(view.register.items.map((item) => [item.id, item]));
  const items = desk.accessRegister().map((row) => shown.get(row.id) ?? quietItem(row));
  return {
    view: { ...view, dialogs, register: { ...view.register, items } },
    workingTime: desk.settings.workingTime,
  };
}

/** A record that no page speaks of. */
function quietItem({ told: _told, ...row }: RegisterRow): AccessItem {
  if (row.kind !== 'vendor') return { ...row, banner: null };
  const { signIns: _signIns, ...grant } = row;
  return { ...grant, banner: null };
}
