import { formatNumber, plural } from '../../domain/format.ts';
import type { DestinationMessages } from '../../domain/runs-text.ts';

const FORMAT = 'en-GB';

/** Where rules may send. */
export const destination: DestinationMessages = {
  heading: 'Destinations',
  lead: 'Where rules may send. Nothing goes there before you have seen what is sent and agreed.',
  none: {
    title: 'No destination yet',
    text: 'You need one only for rules that call n8n, Make, Albato or your own server, or that make tasks through an incoming webhook. Everything else works without.',
  },
  add: 'Add a destination',
  kind: {
    webhook: { title: 'Webhook', text: 'n8n, Make, Albato or your own server' },
    portal: { title: 'Bitrix24 portal', text: 'your incoming webhook there, for tasks' },
  },
  facts: { address: 'Address', kind: 'Kind', key: 'Signing key', agreed: 'Agreement', usedBy: 'Used by' },
  hasKey: 'kept, not shown',
  hasNoKey: 'none, calls are not signed',
  agreedAt: (time) => `you agreed ${time}`,
  notAgreed: 'not yet: nothing is sent there',
  usedByNone: 'no rule',
  rests: (until) => `Rests until ${until}, because calls have failed`,
  failures: (value) =>
    `${formatNumber(FORMAT, value)} ${plural(FORMAT, value, { one: 'call', other: 'calls' })} in a row failed`,
  isPrivate: 'May be on your own network',
  knowsKeys: 'Takes a repeated call only once',
  noPermission: 'The browser does not let Latchdesk call this host',
  allow: 'Allow in the browser…',
  denied: 'The browser was not asked, or you refused. Nothing is sent there.',
  edit: 'Change',
  test: { webhook: 'Send an example', portal: 'Check the webhook' },
  preview: 'See what is sent',
  remove: 'Remove',
  of: (button, name) => `${button}: ${name}`,
  form: {
    new: 'New destination',
    change: (name) => `Change “${name}”`,
    name: 'Name',
    nameHint: 'As you call it. It may stand in files of rules.',
    kind: 'What it is',
    address: 'Address',
    addressHint: {
      webhook: 'Begins with https://. It may hold a secret, so it is shown masked afterwards.',
      portal:
        'As the portal shows it: https://…/rest/1/key/. Whoever has it can act as you, so it is shown masked afterwards.',
    },
    addressKept: (masked) => `Leave it empty to keep ${masked}`,
    key: 'Signing key',
    keyHint: 'With it the receiver can tell that a call comes from you.',
    keyChoice: { make: 'Make a new one', keep: 'Leave it as it is' },
    keyIsMade: 'A key is made when you save, and shown once.',
    private: 'The address is on this computer or in my own network',
    privateWarning:
      'Whoever changes the rule could then reach devices of your network. Switch it on only for a receiver of your own.',
    plainWarning: 'Without https anybody on the way can read what is sent.',
    repeats: 'The receiver takes a call with a known key only once',
    repeatsHint:
      'Then a call without an answer is repeated by itself. Otherwise you are asked, because it might be done twice. n8n, Make and Albato do not do this unless you build it.',
    willAsk: 'The browser asks for permission for this host when you save.',
    save: 'Save and see what is sent',
    saving: 'Saving',
    cancel: 'Close without saving',
  },
  refusal: {
    noName: { what: 'It has no name', next: 'Give it one' },
    denied: { what: 'The browser did not give the permission', next: 'Save again and allow it' },
    failed: { what: 'It could not be saved', next: 'Try again; what you typed is still here' },
    notAnAddress: { what: 'This is not an address', next: 'Copy it from the receiver as a whole' },
    notHttps: { what: 'The address does not begin with https://', next: 'Use the address with https' },
    hasUser: { what: 'There is a name or password in the address', next: 'Take out what stands before the @' },
    private: {
      what: 'The address is in a network of its own',
      next: 'Use a public address, or switch on the own network below',
    },
    loopback: {
      what: 'The address is this computer itself',
      next: 'Use a public address, or switch on the own network below',
    },
    tooLong: { what: 'The address is too long', next: 'Use a shorter one' },
    notIncomingWebhook: {
      what: 'This is not the address of an incoming webhook',
      next: 'On the portal open Developer resources, make an incoming webhook and copy its address',
    },
  },
  saved: (name) => `“${name}” is saved.`,
  key: {
    heading: 'The new key is shown only now',
    text: 'Copy it to the receiver. Afterwards it cannot be shown again, only replaced by another one.',
    label: 'Signing key',
    copy: 'Copy the key',
    putAway: 'I have copied it',
  },
  consent: {
    heading: (name) => `What would be sent to “${name}”`,
    text: 'This is an example, word for word. Real calls look the same, with what has happened then.',
    request: 'Request',
    header: 'Header',
    value: 'Value',
    body: 'Body',
    masked: 'Address and signature are masked here.',
    agree: 'I agree that this is sent',
    agreed: 'You have agreed. Rules that are switched on may send there.',
    changed: {
      title: 'The address was changed meanwhile',
      text: 'Your agreement was not noted. Below is what would be sent now: look at it again.',
    },
    later: 'Not now',
    close: 'Close',
    failed: 'The preview could not be put together. Nothing is sent: try again.',
  },
  testing: { webhook: 'Sending the example', portal: 'Asking the portal' },
  tested: {
    done: {
      webhook: (status) => `The example has arrived${status === '' ? '' : `: ${status}`}.`,
      portal: (status) => `The portal has answered, and no task was made${status === '' ? '' : `: ${status}`}.`,
    },
    answer: (answer) => `It answered: ${answer}`,
    uncertain: 'Nobody knows whether the example has arrived. Look at the receiver.',
  },
  removing: {
    ask: (name) => `Remove “${name}”?`,
    text: 'Its address and its key are forgotten. The receiver itself is not touched.',
    stops: 'These rules cannot go on without it:',
    confirm: 'Remove it',
    cancel: 'Leave it',
    done: (name) => `“${name}” is removed.`,
  },
};
