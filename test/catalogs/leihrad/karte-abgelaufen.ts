import type { Problem } from '../../../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface KarteAbgelaufen {}

export default {
  title: 'Karte abgelaufen',
  status: 403,
  category: 'konto',
  summary: 'Die Kundenkarte gilt nicht mehr.',
  now: 'Laden Sie das Guthaben auf.',
  explanation: 'Bis Version 4.0.0 gab es Kundenkarten.',
  fixedBy: 'end-user',
  retry: { when: 'never', because: 'Kundenkarten gibt es nicht mehr.' },
  causes: { alt: { cause: 'Die Karte ist älter als ein Jahr.', fix: [{ step: 'Nutzen Sie das Guthaben.' }] } },
  example: { detail: 'Die Karte ist abgelaufen.' },
  retired: { in: '4.1.0', because: 'Kundenkarten gibt es nicht mehr.', use: 'guthaben-zu-klein' },
} satisfies Problem<KarteAbgelaufen>;
