import type { RuleNames } from '../../domain/rules/sentence.ts';
import type { RulesView } from '../../domain/rules/view.ts';

/** Names of portals and destinations as the user knows them; a portal that is not here by its host. */
export const namesIn = ({ portals, destinations }: Pick<RulesView, 'portals' | 'destinations'>): RuleNames => ({
  portal: (origin) => portals.find((portal) => portal.origin === origin)?.label ?? origin.replace(/^https?:\/\//, ''),
  destination: (id) => destinations.find((destination) => destination.id === id)?.name ?? null,
});

/** Portals once each, whoever signs in there. */
export const portalsOnce = ({ portals }: Pick<RulesView, 'portals'>): RulesView['portals'] =>
  portals.filter(({ origin }, index) => portals.findIndex((other) => other.origin === origin) === index);
