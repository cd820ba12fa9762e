/** Links into the repository of a catalog, as its host has them: GitLab puts `-` before its own pages, others do as GitHub. */

const isGitLab = (repository: string) => new URL(repository).hostname.includes('gitlab');

/** Returns the address of a file. @param path path from the top of the repository */
export function sourceLink(repository: string, path: string): string {
  return `${repository}/${isGitLab(repository) ? '-/' : ''}blob/HEAD/${path}`;
}

/** Returns the address of the form for a new issue, filled in. */
export function newIssueLink(repository: string, title: string, body: string): string {
  return isGitLab(repository)
    ? `${repository}/-/issues/new?${new URLSearchParams({ 'issue[title]': title, 'issue[description]': body })}`
    : `${repository}/issues/new?${new URLSearchParams({ title, body })}`;
}
