/** The texts of the dashboard about the application: identity, access list, options, accounts, reinstall. */

export interface ChatAppMessages {
  title: string;
}
