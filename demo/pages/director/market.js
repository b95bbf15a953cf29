/** Buttons around the applications of the portal; without a code an operation means ChatApp. */
export function marketGroups({ act, group }) {
  const list = (text, access) => act(text, 'setAccessList', () => ({ access }));
  return [
    group('Market (reload the pages)', [
      act('New pages', 'setGeneration', () => ({ generation: 'new' })),
      act('Old pages', 'setGeneration', () => ({ generation: 'old' })),
      act('Draws its cards anew', 'rerenderMarket'),
    ]),
    group('ChatApp', [
      act('Is uninstalled elsewhere', 'uninstallApp'),
      act('Is uninstalled with data', 'uninstallApp', () => ({ wiped: true })),
      act('Is installed elsewhere', 'installApp'),
      act('Its installation is finished', 'finishInstallation'),
      act('Leaves the Market', 'unpublish'),
      act('Comes back to it', 'unpublish', () => ({ isUnpublished: false })),
    ]),
    group('Access list of ChatApp', [
      list('Everyone', []),
      list('Two people', ['U1001', 'U1002']),
      list('A department', ['DR10']),
      list('Nobody who is there', ['U424242']),
    ]),
    group('The portal refuses', [
      act('To uninstall', 'veto', () => ({ words: 'The application is in use.' })),
      act('To install without a subscription', 'setSubscription'),
      act('Nothing', 'veto'),
      act('No subscription needed', 'setSubscription', () => ({ isWanted: false })),
    ]),
  ];
}
