/** Header fields that a status asks for, whatever the problem; of 416 it is a recommendation. */
export const owed = [
  [401, 'WWW-Authenticate'],
  [405, 'Allow'],
  [407, 'Proxy-Authenticate'],
  [416, 'Content-Range'],
  [426, 'Upgrade'],
] as const;
