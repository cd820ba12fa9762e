import type { Problem } from '../../../src/catalog/entry.ts';

export interface StationVoll {
  /** Nächste Stationen mit freien Plätzen. */
  stationen: string[];
  /** Sekunden, nach denen ein Platz frei wird. */
  warten: number;
}

export default {
  title: 'Station voll',
  titles: { en: 'Station Full', fr: 'Station pleine' },
  status: 503,
  category: 'ausleihe',
  summary: 'Die Station hat keinen freien Platz.',
  now: 'Fahren Sie zu einer Station aus `stationen`.',
  explanation: 'Jede Station hat eine feste Zahl von Plätzen.',
  fixedBy: 'end-user',
  retry: { when: 'after-delay', because: 'Plätze werden mit jeder Ausleihe frei.' },
  causes: {
    'alle-belegt': { cause: 'Alle Plätze sind belegt.', fix: [{ step: 'Wählen Sie eine andere Station.' }] },
  },
  headers: { 'Retry-After': '{warten}' },
  example: { detail: 'Die Station Hauptbahnhof ist voll.', stationen: ['Markt'], warten: 120 },
  prevent: [{ step: 'Fragen Sie vor der Fahrt nach freien Plätzen.' }],
  endpoints: ['POST /rueckgaben'],
} satisfies Problem<StationVoll>;
