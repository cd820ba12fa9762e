/** Header fields that a status asks for, whatever the problem; of 416 it is a recommendation. */
export const owed = [
  [401, 'WWW-Authenticate', 'www-authenticate'],
  [405, 'Allow', 'allow'],
  [407, 'Proxy-Authenticate', 'proxy-authenticate'],
  [416, 'Content-Range', 'content-range'],
  [426, 'Upgrade', 'upgrade'],
] as const;
