import type { TemplateWords } from '../../domain/rules/templates.ts';

export const template: TemplateWords = {
  answerWaits: {
    name: 'Remind of support’s answer',
    title: 'Support’s answer waits for you: {dialog.name}',
    text: 'Hours of waiting: {dialog.waitsHours}. Portal: {portal.name}.',
  },
  accessEnds: {
    name: 'A task before an access ends',
    title: 'Revoke the access of support: {portal.name}',
    text: 'Access: {access.requester}. Ends: {access.endsAt}. Ticket: {access.ticket}.\n\nSee whether the access is still needed. If not, revoke it on the portal.',
  },
  slotFree: { name: 'Offer the parked question' },
  requestPending: {
    name: 'A request for access without an answer',
    title: 'Support waits for an answer about access: {portal.name}',
    text: 'Asked by: {access.requester}. Ticket: {access.ticket}.',
  },
  accessOverdue: {
    name: 'An overdue access, every day',
    title: 'An access should have ended: {portal.name}',
    text: 'Access: {access.requester}. End: {access.endsAt}. Ticket: {access.ticket}. Please check it on the portal.',
  },
  wipeAttempted: {
    name: 'Tell when an application is uninstalled with its data',
    note: 'On the portal {portal.name}, somebody tried to uninstall {app.name} ({app.code}) together with its data.',
  },
  reinstalled: {
    name: 'Check the application after a reinstall',
    title: 'Check {app.name} after the reinstall: {portal.name}',
    text: '1. Employees can open the application.\n2. The channels are connected.\n3. Open channels receive messages.\n4. Robots and templates are there.\n5. The access list is the same.',
  },
  weeklyReport: { name: 'Support report on Mondays' },
};
