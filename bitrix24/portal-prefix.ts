/** The folder that a portal lives in, told from the address of any of its pages. */

/** First folders of a portal's pages: where one of them begins, the portal's own folder has ended. */
const PAGES: ReadonlySet<string> = new Set(
  `about agent_contract ai analytics auth automation bi bitrix bizproc booking calendar call client collab company
  conference configs contact_center copilot crm desktop_app devops disk docs hr im immobile kb knowledge landing login
  mail market marketing marketplace mobile oauth onec online page pages payment people personal pub report rest
  search services settings shop sign sites spaces stream structure tasks telephony terminal timeman update upload
  video vibe workgroups`.split(/\s+/),
);

const FOLDER = /^[\w-]{1,40}$/;
/** Nobody puts a portal deeper; a longer path is a page that is not known. */
const DEEPEST = 3;

/** `/intranet/` of `/intranet/crm/deal/`; `/` where the portal is at the root of its host. */
export function prefixOf(path: string): string {
  const folders: string[] = [];
  for (const part of path.split('/').filter(Boolean)) {
    // What is no plain name is a page, a key or a number: it must get neither into a pattern nor into the database.
    if (PAGES.has(part.toLowerCase()) || !FOLDER.test(part) || /^\d+$/.test(part)) break;
    folders.push(part);
  }
  return folders.length === 0 || folders.length > DEEPEST ? '/' : `/${folders.join('/')}/`;
}
