import type { PortalState } from '../model/state.ts';
import type { Method } from './methods.ts';

/** What only pages ask, as ajax actions. */
export const pageActions: Record<string, Method> = {
  /** Parameters of the help window: nobody meant them for it, but they tell a good deal about user and support. */
  'ui.infoHelper.getInitParams': ({ state }) => ({
    data: {
      frameUrlTemplate: `https://helpdesk.bitrix24.${zoneOf(state)}/widget2/show/code/?${helpQuery(state)}`,
    },
  }),
};

const zoneOf = ({ identity }: PortalState) => identity.host.split('.').at(-1) ?? '';

function helpQuery(state: PortalState): URLSearchParams {
  const { user, supportBot, access } = state.scenario;
  const { partner } = state.access;
  return new URLSearchParams({
    is_admin: user.role === 'employee' ? '0' : '1',
    is_integrator: user.role === 'integrator' ? '1' : '0',
    is_cloud: '1',
    tariff: access.paidSupport ? 'pro100' : 'project',
    user_id: String(state.userId),
    user_type: 'employee',
    support_partner_code: partner.code,
    support_partner_name: partner.name,
    support_bot: supportBot && access.paidSupport ? String(state.botId) : '0',
  });
}
