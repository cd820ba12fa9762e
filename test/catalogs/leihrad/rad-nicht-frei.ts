import type { Problem, Step } from '../../../src/catalog/entry.ts';

export interface RadNichtFrei {
  /** Kennung des Rades. */
  rad: string;
  /**
   * Zeit, ab der das Rad frei ist. Fehlt, wenn es ausgeliehen ist.
   * @format date-time
   */
  frei_ab?: string;
}

const anderesRad = [
  {
    step: 'Wählen Sie ein anderes Rad der Station.',
    request: {
      method: 'GET',
      path: '/stationen/{station}',
      headers: { Authorization: 'Bearer <Zugangstoken>' },
    },
    expect: 200,
    note: 'Die Antwort nennt alle freien Räder.',
  },
] satisfies Step[];

export default {
  title: 'Rad nicht frei',
  titles: { en: 'Bike Not Available', fr: 'Vélo non disponible' },
  status: 409,
  category: 'ausleihe',
  since: '4.0.0',
  summary: 'Das Rad ist ausgeliehen oder reserviert.',
  now: 'Wählen Sie ein anderes Rad.',
  explanation: 'Ein Rad gehört zu höchstens einer Ausleihe. Eine Reservierung hält es `MINUTEN_RESERVIERT` frei.',
  fixedBy: 'end-user',
  retry: { when: 'after-change', because: 'Ein anderes Rad kann frei sein.' },
  causes: {
    ausgeliehen: { cause: 'Jemand fährt mit dem Rad.', tell: '`frei_ab` fehlt.', fix: anderesRad },
    reserviert: {
      cause: 'Das Rad ist für jemand anderen reserviert.',
      short: 'Das Rad ist reserviert',
      tell: '`frei_ab` nennt das Ende der Reservierung.',
      retry: { when: 'after-delay', because: 'Reservierungen verfallen.' },
      fix: [
        { step: 'Warten Sie bis `frei_ab`.', settings: ['MINUTEN_RESERVIERT'], when: 'wenn es dieses Rad sein soll' },
        ...anderesRad,
      ],
    },
  },
  answers: [
    { detail: 'Das Rad {rad} ist nicht frei.', causes: ['ausgeliehen', 'reserviert'], routes: ['POST /ausleihen'] },
    { detail: 'Das Rad {rad} ist bis {zeit} reserviert.', causes: ['reserviert'] },
  ],
  example: { detail: 'Das Rad R-118 ist nicht frei.', instance: '/ausleihen', rad: 'R-118' },
  settings: ['MINUTEN_RESERVIERT'],
  operators: 'Meldet eine Station nur noch dieses Problem, prüfen Sie ihre Schlösser.',
  monitor: { log: 'Rad {rad} nicht frei' },
  endpoints: ['POST /ausleihen'],
  userMessage: 'Dieses Rad ist gerade nicht frei. Nehmen Sie bitte ein anderes.',
  related: { 'rad-gesperrt': 'das Rad ist da, darf aber nicht fahren' },
  aliases: ['RAD_BELEGT'],
  asked: ['belegt', 'reserviert'],
  references: [{ title: 'Bedingungen der Ausleihe', url: 'https://leihrad.example/bedingungen' }],
} satisfies Problem<RadNichtFrei>;
