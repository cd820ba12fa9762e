import type { Problem } from '../../../src/catalog/entry.ts';

export interface GuthabenZuKlein {
  /** Fehlender Betrag in Cent. */
  fehlt: number;
}

export default {
  title: 'Guthaben zu klein',
  titles: { en: 'Not Enough Credit', fr: 'Solde insuffisant' },
  status: 402,
  category: 'konto',
  since: '4.1.0',
  summary: 'Das Guthaben reicht nicht für eine Ausleihe.',
  now: 'Laden Sie das Guthaben auf.',
  explanation: 'Eine Ausleihe braucht ein Guthaben für eine Stunde.',
  fixedBy: 'end-user',
  retry: { when: 'after-fix', because: 'Nach dem Aufladen gilt das neue Guthaben sofort.' },
  causes: {
    verbraucht: { cause: 'Das Guthaben ist verbraucht.', fix: [{ step: 'Laden Sie das Guthaben auf.' }] },
  },
  example: { detail: 'Es fehlen 80 Cent.', fehlt: 80 },
  endpoints: ['POST /ausleihen'],
} satisfies Problem<GuthabenZuKlein>;
