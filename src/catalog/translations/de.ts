import type { Fixer, Retry } from '../entry.ts';

/** German. */

type Counted = (count: number) => string;

export const retry: Readonly<Record<Retry, string>> = {
  never: 'Nein',
  now: 'Ja, sofort',
  'after-delay': 'Ja, nach einer Pause',
  'after-change': 'Nach einer Änderung der Anfrage',
  'after-login': 'Nach einer neuen Anmeldung',
  'after-fix': 'Wenn die Ursache behoben ist',
};

export const fixer: Readonly<Record<Fixer, string>> = {
  'client-developer': 'Client-Entwicklung',
  'end-user': 'Endnutzer',
  operator: 'Betrieb',
  'server-developer': 'Server-Entwicklung',
};

export const state = {
  sent: 'Wird gesendet',
  rare: 'Nur in Sonderfällen gesendet',
  unsent: 'Nicht gesendet',
  retired: 'Abgeschafft',
};

/** Nouns keep their capital; other first words lose it. */
export const inSentence = (label: string): string =>
  label.replace(/^(?:Nein|Ja|Nach|Wenn|Wird|Nur|Nicht|Abgeschafft)\b/, (word) => word.toLowerCase());

export const and: string = ' und ';
export const or: string = ' oder ';

export const problemTypes: Counted = (count) => `${count} ${count === 1 ? 'Problemtyp' : 'Problemtypen'}`;
export const types: Counted = (count) => `${count} ${count === 1 ? 'Typ' : 'Typen'}`;

export const label = {
  retry: 'Wiederholen',
  fixer: 'Wer es beheben kann',
  now: 'Jetzt tun',
  tell: 'Woran es zu erkennen ist',
  inResponse: 'In der Antwort',
  expected: 'Erwartete Antwort',
  placeholders: 'Platzhalter',
  settings: 'Einstellungen',
  type: 'Problemtyp',
  types: 'Problemtypen',
  allTypes: 'Alle Problemtypen',
  status: 'Status',
  category: 'Kategorie',
  guides: 'Anleitungen',
  changes: 'Änderungen',
  members: 'Zusätzliche Felder',
  headers: 'Header',
  member: 'Feld',
  meaning: 'Bedeutung',
  required: 'immer',
  optional: 'manchmal',
  documented: 'Dokumentiert',
  actual: 'Tatsächlich',
  retired: 'Abgeschafft',
  history: 'Verlauf',
  search: 'Suchen',
  searchOrPaste: 'Suchen oder einen Fehler einfügen',
  inspect: 'Eine Antwort prüfen',
  empty: 'leer',
};

export const standardMembers = {
  type: 'Bezeichnet den Problemtyp.',
  title: 'Benennt den Problemtyp; nur als Hinweis.',
  status: 'Statuscode von HTTP; nur als Hinweis.',
  detail: 'Erklärt diesen einen Fall, für Menschen.',
  instance: 'Bezeichnet diesen einen Fall, als URI-Referenz.',
};

export const frame = {
  title: (name: string) => `Problemtypen von ${name}`,
  brand: 'Problemtypen',
  skip: 'Zum Inhalt',
  theme: 'Farbschema',
  themes: { auto: 'Automatisch', light: 'Hell', dark: 'Dunkel' },
  contents: 'Inhalt',
  main: 'Hauptmenü',
  site: 'Website',
  allTypes: 'Alle Typen',
  inspect: 'Prüfen',
  close: 'Schließen',
  menu: 'Menü',
  onPage: 'Auf dieser Seite',
  categories: 'Kategorien',
  overview: 'Übersicht',
  allGuides: 'Alle Anleitungen',
  agents: (twin: string, index: string) =>
    `Für KI-Agenten: ${twin && `Diese Seite als Markdown ist ${twin}. `}Das Verzeichnis aller Seiten ist ${index}.`,
  describes: (server: string) => `Beschreibt ${server}.`,
  json: 'Alles als JSON',
  source: 'Quelltext',
  report: 'Einen Fehler auf dieser Seite melden',
  reportTitle: (path: string) => `Fehler auf ${path}`,
  reportBody: (address: string, published: string, server: string) =>
    `Seite: ${address}\nPaket: ${published}\nBeschreibt: ${server}\n\nWas falsch ist:\n`,
  home: (name: string) => `Alle Fehler von ${name} und ihre Lösung`,
  guide: 'Anleitung',
  requestLanguage: 'Sprache der Anfragen',
  requestsIn: (language: string) => `Anfragen in ${language}`,
  elsewhere: (languages: string, link: string) => `In ${languages}: siehe ${link}.`,
  page: (title: string, number: number) => `${title} (Seite ${number})`,
};

export const copies = {
  curl: 'den curl-Befehl',
  python: 'den Python-Code',
  typescript: 'den TypeScript-Code',
  code: (language: string) => `den ${language}-Code`,
  anyCode: 'den Code',
  commands: 'die Befehle',
  example: 'die Beispielantwort',
  documented: 'die dokumentierte Antwort',
  typeUri: 'die Typ-URI',
  page: 'Seite',
};

export const home = {
  title: 'Übersicht',
  description: (name: string) =>
    `Was die Fehler von ${name} bedeuten, ob man die Anfrage wiederholen soll, wer sie beheben kann und wie.`,
  lead: 'Der `type` einer Fehlerantwort ist eine Adresse. Dort steht, was passiert ist, ob Sie die Anfrage noch einmal senden sollen, wer den Fehler beheben kann und was jetzt zu tun ist.',
  all: (count: number) => `Alle ${problemTypes(count)}`,
  inspect: 'Eine ganze Antwort prüfen',
  fromTo: 'Von der Antwort zur Lösung',
  response: 'Die Antwort',
  leadsTo: (link: string) => `führt zu ${link}`,
  itsPage: 'ihrer Seite',
  byCategory: 'Nach Kategorie',
  ask: 'Problemtypen und Seiten',
  askSample: 'Eine Antwort, eine Typ-URI, ein Status, eine Meldung',
  readers: 'Wo anfangen',
  hit: 'Sie haben einen Fehler erhalten',
  hitText: (index: string, inspect: string) =>
    `Öffnen Sie die Adresse in \`type\`. Fehlt sie, suchen Sie unter [allen Typen](${index}) den Status oder die Route, oder [fügen Sie die Antwort ein](${inspect}).`,
  write: 'Sie schreiben einen Client',
  writeText: (name: string) =>
    `\`npm install ${name}\` installiert typisierte Konstruktoren, Guards und Validatoren. Jede Seite zeigt, wie ihr Typ zu behandeln ist.`,
  run: 'Sie betreiben den Server',
  runText: 'Die Seiten sagen, wo Sie nachsehen und welche Einstellungen wichtig sind.',
  begin: 'Beginnen Sie mit',
  orGuides: (guides: string) => `oder mit den [Anleitungen](${guides}).`,
  program: 'Sie sind ein Programm',
  programText: 'Jede Seite gibt es auch als Markdown und JSON. [Die Adressen](#programs)',
  retry: 'Soll ich die Anfrage wiederholen?',
  answer: 'Antwort',
  asks: 'Was zu tun ist',
  count: 'Typen',
  retryMeanings: {
    never: 'Die Antwort bleibt gleich, was Sie auch senden. Melden Sie es, oder hören Sie auf.',
    now: 'Senden Sie dieselbe Anfrage noch einmal.',
    'after-delay': 'Senden Sie dieselbe Anfrage nach einer Pause. Der Header Retry-After nennt ihre Dauer.',
    'after-change': 'Ändern Sie zuerst die Anfrage. Dieselbe schlägt wieder fehl.',
    'after-login': 'Holen Sie ein neues Token oder eine neue Sitzung, und senden Sie die Anfrage damit.',
    'after-fix': 'Zuerst muss etwas außerhalb der Anfrage behoben werden.',
  } as Readonly<Record<Retry, string>>,
  members: 'So liest man eine Fehlerantwort',
  membersText:
    'Ihr Medientyp ist `application/problem+json` (RFC 9457). Unterscheiden Sie nach `type`; die anderen Felder sind für Menschen und Protokolle. Ein Typ kann eigene Felder haben, die auf seiner Seite stehen.',
  programs: 'Für Programme',
  addresses: {
    markdown: 'ein Typ, für Agenten und Terminals',
    json: 'ein Typ als Daten',
    schema: 'sein JSON Schema',
    all: 'alle Typen, je eine Zeile',
    catalog: 'der ganze Katalog als Daten',
  },
};

export const problem = {
  sections: {
    causes: 'Die Ursache finden',
    example: 'Beispielantwort',
    code: 'Im Code behandeln',
    why: 'Warum es passiert',
    prevent: 'So beugen Sie vor',
    routes: 'Routen, die ihn senden',
    operators: 'Für den Betrieb',
    observed: 'Abweichungen von der Dokumentation',
    history: 'Verlauf',
    machine: 'Maschinenlesbare Formate',
  },
  typeUri: 'Typ-URI: ',
  someCauses: (fixers: string) => `Bei manchen Ursachen: ${fixers}.`,
  retiredIn: (server: string) => `Abgeschafft in ${server}.`,
  useInstead: (link: string) => `Stattdessen gilt ${link}.`,
  unsent: 'Wird gewöhnlich nicht gesendet',
  neverSends: (server: string) => `${server} sendet diesen Typ nie.`,
  rarelySends: (server: string) => `${server} sendet diesen Typ nur in Sonderfällen.`,
  sendsInstead: 'Stattdessen sendet der Server',
  findDetail: 'Suchen Sie das `detail` Ihrer Antwort.',
  causesByName: 'Ursachen nach Name',
  oneOf: (count: number) =>
    `: eine dieser ${['', '', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'][count] ?? count}, die wahrscheinlichste zuerst`,
  tellsNothing: (count: number) => `${count === 1 ? ' sagt' : ' sagen'} nichts über die Ursache.`,
  unsentCauses: 'Dokumentiert, aber nie gesendet',
  neverGets: (server: string, count: number) =>
    `${server} erreicht ${count === 1 ? 'eine Ursache' : `${count} Ursachen`} nie.`,
  goneSince: (version: string) => `Entfallen seit ${version}.`,
  choose: 'Wählen Sie eine Ursache, um ihre Lösung zu sehen.',
  rare: 'selten',
  is: 'ist',
  with: 'mit',
  without: 'ohne',
  onRoutes: (routes: string) => `bei ${routes}`,
  none: 'Keine davon',
  similar: (titles: string) => `Ähnliche Problemtypen: ${titles}`,
  inspectWhole: 'Prüfen Sie die ganze Antwort.',
  statusAll: (status: number, count: number) => `Status ${status}: alle ${count} Problemtypen`,
  emptyByDefault: 'ohne Angabe leer',
  notSetByDefault: 'nicht vorgegeben',
  default: (value: string) => `Vorgabe ${value}`,
  waits: 'Der Header `Retry-After` nennt die Dauer der Pause.',
  onlySome: (when: string) => `Nur ${when}.`,
  sentUndocumented: 'gesendet, nicht dokumentiert',
  sentMember: 'gesendet',
  documentedOnly: 'nur dokumentiert',
  oftenMissing: 'Fehlt oft:',
  noMembers: 'Dieser Typ hat keine zusätzlichen Felder. ',
  everyType: 'Jeder Problemtyp kann diese haben:',
  whatContain: 'ihr Inhalt',
  asDocumented: (server: string) => `Wie dokumentiert, von ${server} nie gesendet`,
  documentedMembers: 'Dokumentierte Felder',
  memberOfName: ', mit dem Feld dieses Namens',
  omits: (server: string) => `${server} lässt ihn weg`,
  httpRequires: 'HTTP verlangt ihn.',
  everyResponse: 'Jede Antwort hat',
  whatSay: 'ihre Bedeutung',
  branch: 'Unterscheiden Sie nach `type`, nie nach dem Text der Meldung.',
  recognize: 'Erkennen',
  shell: 'Shell',
  raises: (server: string) => `Was der eigene Client von ${server} meldet`,
  userText: 'Text für die Nutzer Ihres Produkts',
  inLog: 'Im Protokoll',
  metric: 'Metrik',
  markdownFor: ', für Agenten und Terminals',
  jsonFor: ', diese Seite als Daten',
  schemaFor: ', Entwurf 2020-12',
  package: 'Paket',
  constant: 'Konstante',
  knownAs: 'Auch bekannt als',
  references: 'Verweise',
  titleIn: 'Titel in anderen Sprachen',
  since: 'Seit',
  firstReleased: 'Zuerst veröffentlicht',
  replaces: 'Ersetzt',
  changedIn: 'Geändert in',
};

export const lists = {
  indexTitle: (name: string) => `Alle Problemtypen von ${name}`,
  indexDescription: (count: number, name: string) =>
    `${problemTypes(count)} von ${name}, nach Kategorie, Status und Route.`,
  indexLead: (server: string) =>
    `Was ${server} antworten kann, wenn etwas schiefgeht, ob man die Anfrage wiederholen soll und wer es beheben kann.`,
  byCategory: ', nach Kategorie',
  showAll: (count: number) => `Alle ${count} anzeigen`,
  inspectThis: 'Diese Antwort prüfen',
  results: 'Ergebnisse',
  showMore: 'Mehr anzeigen',
  filter: 'Filter',
  by: (server: string) => `Von ${server}`,
  boxSample: (name: string, status: number) => `${name}, ${status}, eine Meldung…`,
  boxHint:
    'Eine Antwort, eine Protokollzeile, ein Status, eine Meldung, ein Header, eine Route, eine Einstellung, eine Ausnahme oder Wörter.',
  boxEnter: 'öffnet den Treffer, wenn er eindeutig ist, und führt sonst zum ersten Ergebnis.',
  noScript: 'Die Suche braucht JavaScript. Die Listen darunter sind auch ohne vollständig.',
  pages: 'Seiten dieser Liste',
  previous: 'Zurück',
  next: 'Weiter',
  page: (number: number) => `Seite ${number}`,
  range: (start: number, end: number, total: number, order: string) => `${start} bis ${end} von ${total}, ${order}.`,
  byName: 'nach Name',
  byCatalog: 'in der Reihenfolge des Katalogs',
  byStatus: 'Nach Status',
  byRoute: 'Was kann jede Route antworten?',
  allRoutes: (count: number) => `Alle ${count} Routen`,
  routes: 'Alle Routen',
  routesTitle: (name: string) => `Routen von ${name}`,
  routesDescription: (count: number, name: string) =>
    `Die ${count} Routen von ${name}, die mit einem Problem antworten können.`,
  route: (route: string) => `Was kann ${route} antworten?`,
  routeDescription: (count: number, route: string) => `${problemTypes(count)}, mit denen ${route} antworten kann.`,
  access: 'Für wen',
  parts: { headers: 'Header', query: 'Query-Parameter', body: 'Felder des Bodys' },
  anyOther: 'jedes andere',
  unsent: (server: string) => `Dokumentiert, von ${server} nie gesendet`,
  categoryTitle: (title: string, name: string) => `${title}: Problemtypen von ${name}`,
  statusTitle: (status: string, name: string) => `${status}: Problemtypen von ${name}`,
  statusDescription: (count: number, name: string, status: number) =>
    `${problemTypes(count)}, die ${name} mit Status ${status} sendet.`,
  statusWithout: (name: string, status: number) =>
    `Was bei Status ${status} zu tun ist, für den ${name} keinen Problemtyp hat.`,
  which: (status: number) => `Welcher ${status} ist es?`,
  statusAll: (status: number) => `Status ${status}: alle Problemtypen`,
  statusNone: (status: number) => `Status ${status}: kein Problemtyp`,
  namesOne: (count: number) => `Das Feld \`type\` nennt einen von ${problemTypes(count)}.`,
  firstYes: 'Ohne die Antwort gilt die erste Frage, die Sie mit Ja beantworten.',
  others: 'Weitere Problemtypen mit diesem Status',
  replies: (status: number) => `Antworten mit ${status} in einem anderen Format`,
  guidesDescription: (name: string) => `Die Teile von ${name}, von denen Fehler kommen, und wie sie arbeiten.`,
  manual: 'Für Ihren eigenen Server',
  inGuide: 'Problemtypen in dieser Anleitung',
};

export const pages = {
  common: 'Was alle Typen gemeinsam haben',
  commonDescription: (name: string) =>
    `Felder und Header jedes Fehlers von ${name} und die Einstellungen seines Servers.`,
  members: 'Felder',
  settings: 'Einstellungen des Servers',
  setting: 'Einstellung',
  default: (value: string) => `Vorgabe: ${value}`,
  changesDescription: (name: string, product: string) =>
    `Was jede Version von ${name} für die Nutzer der Problemtypen von ${product} geändert hat.`,
  noRelease: 'Noch ist keine Version erschienen.',
  unreleased: 'noch nicht erschienen',
  notFound: 'Seite nicht gefunden',
  noPage: 'Keine Seite hat diese Adresse.',
  noPageTitle: 'Keine Seite hat diese Adresse',
  typeUris: (name: string, base: string) =>
    `Eine Typ-URI von ${name} ist \`${base}\` und ein Name in Kleinbuchstaben, dessen Wörter Bindestriche verbinden.`,
  allTypes: (count: number) => `Alle ${count} Problemtypen`,
};

export const inspectPage = {
  description: (name: string) =>
    `Fügen Sie eine Fehlerantwort von ${name} ein: was sie bedeutet, was jetzt zu tun ist und was an ihr falsch ist.`,
  lead: 'Fügen Sie eine Fehlerantwort ein. Sie erfahren, was passiert ist, ob Sie die Anfrage wiederholen sollen, was jetzt zu tun ist und wo die Antwort selbst gegen die Regeln verstößt.',
  private: (isAlone: boolean) =>
    `Ihr Text bleibt in diesem Browser. Die Seite lädt, was sie über einen Typ weiß, und sendet nichts${isAlone ? ': Ihre Content-Security-Policy erlaubt nur Verbindungen zu dieser Website' : ''}.`,
  result: 'Ergebnis',
  response: 'Die Antwort',
  hint: 'JSON, die Ausgabe von `curl -v`, eine HAR-Datei, eine Protokollzeile oder eine Typ-URI. Mit der Anfrage lässt sich mehr sagen. Ein eingefügter Text wird sofort geprüft.',
  inspect: 'Prüfen',
  open: 'Datei öffnen',
  clear: 'Leeren',
  drop: 'oder eine Datei hierher ziehen',
  try: 'Zum Probieren',
  examples: [
    'Eine fehlerhafte Antwort',
    'Eine mit bekannter Ursache',
    'Eine Protokollzeile',
    'Eine in einem anderen Format',
  ],
  tool: 'Sagt, was eine HTTP-Fehlerantwort bedeutet: ihren Problemtyp, ob man sie wiederholen soll, wer sie beheben kann, was jetzt zu tun ist und was an der Antwort selbst falsch ist. Nichts verlässt den Browser.',
  parameter: 'Die Antwort, möglichst mit ihrer Anfrage: JSON, die Ausgabe von curl -v, HAR oder eine Protokollzeile.',
  without: 'Ohne JavaScript',
  withoutText: 'Das Prüfen geschieht im Browser und braucht JavaScript. Von Hand geht es so:',
  openAddress: 'Öffnen Sie die Adresse in `type`. Sie ist die Seite des Problemtyps.',
  lookFor: (index: string) =>
    `Fehlt \`type\`, suchen Sie den Titel unter [allen Problemtypen](${index}), oder gehen Sie nach dem Status:`,
  lookUp: (routes: string) => `Sehen Sie nach, [was die Route antworten kann](${routes}).`,
  neither: (link: string) => `Hat der Body weder \`type\` noch \`title\`, siehe ${link}.`,
};
