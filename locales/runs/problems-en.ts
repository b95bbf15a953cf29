import type { RunsMessages } from '../../domain/runs-text.ts';

/** Why a document is no rule. */
export const problem: RunsMessages['problem'] = {
  notJson: { what: 'This is not JSON', next: 'Check brackets, commas and quotes' },
  tooLarge: { what: 'It is larger than a rule may be', next: 'Shorten the texts' },
  notARule: { what: 'This is not a rule', next: 'Choose a file that Latchdesk has saved' },
  newerSchema: { what: 'It was made by a newer Latchdesk', next: 'Update Latchdesk and try again' },
  missing: { what: 'Something is missing here', next: 'Fill it in' },
  unknownField: { what: 'This field does not exist', next: 'Take it out' },
  wrongType: {
    what: 'This is of another kind than expected',
    next: 'Use a text, a number or yes and no, as the field asks',
  },
  notOnTheList: { what: 'This choice does not exist', next: 'Choose one of those offered' },
  tooLong: { what: 'The text is too long', next: 'Shorten it' },
  tooShort: { what: 'The text is too short', next: 'Write a little more' },
  outOfRange: { what: 'The number is too small or too large', next: 'Choose another one' },
  tooMany: { what: 'There are too many of them', next: 'Take some out' },
  badCron: {
    what: 'The schedule cannot be understood, or it is more often than every five minutes',
    next: 'Use five fields, as in “0 9 * * 1”',
  },
  badTimeZone: { what: 'This time zone is not known', next: 'Choose one as “Europe/Berlin”' },
  unknownFact: { what: 'This fact does not exist', next: 'Choose one from the list' },
  wrongOperator: { what: 'This comparison does not fit the fact', next: 'Choose another comparison' },
  noSuchObject: {
    what: 'This trigger knows no such thing, for example no dialog',
    next: 'Choose another trigger, or leave it out',
  },
  changedMeanwhile: {
    what: 'Another page has saved this rule meanwhile',
    next: 'Look at what is there now, then save again',
  },
  tooManyRules: { what: 'There are as many rules as there may be', next: 'Delete one that you do not need' },
};

/** Why a call was not done. */
export const call: RunsMessages['call'] = {
  offline: { what: 'There was no network', next: 'It goes on by itself when the network is back' },
  network: { what: 'The other side could not be reached', next: 'Check the address and whether the server runs' },
  timeout: { what: 'No answer came in time', next: 'Look whether the other side is busy' },
  tooManyRequests: { what: 'The other side asked to slow down', next: 'It is tried again later' },
  unavailable: { what: 'The other side was not available', next: 'It is tried again later' },
  serverError: { what: 'The other side had an error of its own', next: 'Look into its log' },
  refused: { what: 'The other side refused it', next: 'Check the address and the rights there' },
  redirected: {
    what: 'The other side pointed to another address, and that is never followed',
    next: 'Set up the final address as the destination',
  },
  answerUnclear: { what: 'The answer could not be understood', next: 'Look at the other side whether it was done' },
  signedOut: { what: 'You were not signed in to the portal', next: 'Open the portal and sign in' },
  noPermission: { what: 'A permission was missing', next: 'Allow it in the browser or on the portal' },
  noConsent: { what: 'You have not agreed to this destination', next: 'Look at its preview and agree' },
  noDestination: { what: 'The destination is not there any more', next: 'Choose another one in the rule' },
  notAllowedAddress: { what: 'The address is not allowed', next: 'Look at the settings of the destination' },
  tooLarge: { what: 'It was larger than may be sent', next: 'Shorten the texts of the rule' },
  breakerOpen: {
    what: 'The destination rests, because calls to it have failed several times',
    next: 'It is tried again after the rest',
  },
  notPossible: { what: 'It is not possible on this portal', next: 'Choose another action' },
  nothingThere: { what: 'There was nothing to do it with', next: 'Nothing has to be done' },
  interrupted: { what: 'The browser was closed while it was being done', next: 'Look whether it was done' },
};
