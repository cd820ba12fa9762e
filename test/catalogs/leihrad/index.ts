import type { CatalogFacts } from '../../../src/catalog/entry.ts';

export default {
  name: 'Leihrad',
  description: 'Leihrad vermietet Fahrräder an Stationen in der ganzen Stadt.',
  language: 'de',
  baseUri: 'https://leihrad.example/fehler',
  typeUri: 'urn:leihrad:fehler:{name}',
  package: '@leihrad/probleme',
  repository: 'https://git.leihrad.example/probleme',
  server: { name: 'Leihrad', version: '4.2.0', url: 'https://api.leihrad.example' },
  categories: {
    ausleihe: {
      title: 'Ausleihe',
      summary: 'Ein Rad lässt sich nicht ausleihen oder zurückgeben.',
      questions: [
        { ask: 'Steht das Rad an der Station?', types: ['rad-gesperrt', 'rad-nicht-frei#reserviert'] },
        { ask: 'Ist die Station voll?', note: 'Alle Plätze sind belegt.', types: ['station-voll'] },
      ],
    },
    konto: { title: 'Konto', summary: 'Das Konto erlaubt die Ausleihe nicht.' },
  },
  settings: {
    MINUTEN_RESERVIERT: { default: '15', unit: 'Minuten', meaning: 'So lange bleibt ein Rad reserviert.' },
  },
  routes: {
    'POST /ausleihen': { summary: 'Ein Rad ausleihen', access: 'jeder mit einem Konto', body: { rad: 'required' } },
    'POST /rueckgaben': { summary: 'Ein Rad zurückgeben', body: { rad: 'required', station: 'required' } },
    'GET /stationen/{station}': { summary: 'Eine Station ansehen', headers: { Authorization: 'required' } },
  },
  placeholders: { Zugangstoken: 'Das Token, das die Anmeldung geliefert hat.' },
  values: { station: 'hauptbahnhof' },
  manual: { guides: ['koa'] },
  headers: { 'X-Vorgang': 'Kennung der Anfrage, für Rückfragen.' },
  logo: { light: 'logo.svg', dark: 'logo-dark.svg' },
  favicon: 'favicon.svg',
  accent: { light: '#9c2c00', dark: '#ffa27a' },
  links: {
    header: { Betriebslage: 'https://status.leihrad.example' },
    footer: { Impressum: 'https://leihrad.example/impressum', Datenschutz: 'https://leihrad.example/datenschutz' },
  },
} satisfies CatalogFacts;
