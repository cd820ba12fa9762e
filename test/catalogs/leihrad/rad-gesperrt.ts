import type { Problem } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface RadGesperrt {}

export default {
  title: 'Rad gesperrt',
  titles: { en: 'Bike Locked', fr: 'Vélo bloqué' },
  status: 403,
  category: 'ausleihe',
  summary: 'Das Rad ist beschädigt und gesperrt.',
  now: 'Nehmen Sie ein anderes Rad.',
  explanation: 'Die Werkstatt gibt ein gesperrtes Rad wieder frei.',
  fixedBy: 'operator',
  retry: { when: 'after-fix', because: 'Die Werkstatt muss das Rad erst freigeben.' },
  causes: {
    beschaedigt: { cause: 'Jemand hat einen Schaden gemeldet.', fix: [{ step: 'Melden Sie sich bei der Werkstatt.' }] },
  },
  example: { detail: 'Das Rad R-7 ist gesperrt.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Nur Stationen mit Anzeige senden diesen Typ.',
    members: [],
    missing: ['instance'],
    differences: [{ documented: 'Der Status ist 423.', actual: 'Der Status ist 403.' }],
  },
  endpoints: [{ route: 'POST /ausleihen', when: 'an Stationen mit Anzeige' }],
} satisfies Problem<RadGesperrt>;
