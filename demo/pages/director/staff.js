/** Buttons around people, Open Channels and the menu of CRM cards. */
export function staffGroups({ act, group }) {
  const user = (id) => ({ kind: 'user', id });
  return [
    group('CRM cards (reload the pages)', [
      act('New tabs', 'setStrip', () => ({ strip: 'new' })),
      act('Old tabs', 'setStrip', () => ({ strip: 'old' })),
      act('Hides ChatApp Dialog', 'setTab', () => ({ title: 'ChatApp Dialog', isHidden: true })),
      act('Shows it', 'setTab', () => ({ title: 'ChatApp Dialog', isHidden: false })),
      act('Renames it', 'setTab', () => ({ title: 'ChatApp Dialog', name: 'Messages' })),
    ]),
    group('Open Channels', [
      act('Two people on line 1', 'setQueue', () => ({ line: 1, queue: [user(1011), user(1002)] })),
      act('Nobody on line 1', 'setQueue', () => ({ line: 1, queue: [] })),
      act('No Open Channels', 'setOpenLines', () => ({ present: false })),
      act('Open Channels', 'setOpenLines'),
    ]),
    group('People', [
      act('Department 12 is dissolved', 'dropDepartment', () => ({ id: 12 })),
      act('1011 is dismissed', 'setEmployee', () => ({ id: 1011, isActive: false })),
      ...['open', 'absent', 'refused'].map((adminList) =>
        act(`Administrators: ${adminList}`, 'setAdminList', () => ({ adminList })),
      ),
    ]),
  ];
}
