/** The family of a status code, as pages show it: the request is at fault, the server is, or it came too soon. */
export function familyOf(status: number): 'client' | 'server' | 'limit' {
  return status === 429 ? 'limit' : status >= 500 ? 'server' : 'client';
}
