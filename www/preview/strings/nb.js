/** Norwegian Bokmål. */
export default {
  title: 'Prøv en policy',
  intro: 'Skriv en policy, se straks hva den skjuler i meldinger, og les personvernerklæringen som følger av den. Alt skjer i denne nettleseren: ingenting blir sendt, og ingenting blir lagret når du forlater siden.',
  language: 'Språk',
  demo: 'Til demoen',
  failed: 'Siden virker ikke her',
  policy: {
    heading: 'Policy',
    start: 'Begynn med',
    open: 'Åpne en policyfil',
    save: 'Lagre policyen',
    file: 'Åpnet: {name}',
    unsaved: 'Endringene dine i policyen er ikke lagret og går tapt. Vil du fortsette?',
    editor: 'Policyfilen (JSON)',
    hint: 'Du kan også dra en fil hit. Feil vises nedenfor mens du skriver.',
    checking: 'Kontrollerer …',
    fine: 'Policyen har ingen feil.',
    errors: 'Feil: {n}',
    warnings: 'Ingen feil. Å se på: {n}',
    stale: 'Resultatene, tabellen over hva policyen bestemmer, og dokumentet hører til den siste utgaven uten feil.',
    older: 'Ikke lagret: policyen har feil, og det som vises, hører til en eldre utgave. Rett feilene først.',
    none: 'Policyen har ennå ingen utgave uten feil, så her er det ingenting å vise eller lagre.',
    line: 'Linje {line}, tegn {column}',
    first: 'De første {n} vises.',
    warning: 'å se på'
  },
  messages: {
    heading: 'Meldinger',
    label: 'Én melding per linje',
    hint: 'Eller dra en fil hit: .txt (én melding per linje), .tsv (kolonnen «text» eller «message», ellers den siste), .jsonl (nøkkelen «text»), .json (en liste med tekster). Oppdiktede meldinger er best.',
    open: 'Åpne meldinger',
    examples: 'Sett inn eksempler',
    clear: 'Fjern alle',
    unsaved: 'Vil du fjerne meldingene? Det du har skrevet, er ikke lagret noe sted.',
    file: '{name}: {n} meldinger',
    purpose: 'Formål',
    compare: 'Sammenlign med',
    none: 'ingen sammenligning',
    same: 'denne policyen',
    opened: 'denne policyen slik den ble åpnet',
    asOpened: 'som åpnet',
    other: 'Formål der',
    sample: [
      'Hei, fødselsnummeret mitt er 01019012345, og e-posten min er test@example.org',
      'Sønnen min har diabetes. Hvilket skjema trenger jeg?',
      'Når åpner biblioteket 4. mars 2026?',
      'Bestillingen min 123456789 har ikke kommet, ring 12 34 56 78'
    ]
  },
  purposes: {
    strictest: 'det strengeste av alle',
    answer: 'svar',
    improve: 'forbedring',
    statistics: 'statistikk',
    research: 'forskning',
    training: 'opplæring av ansatte'
  },
  results: {
    heading: 'Resultater',
    empty: 'Skriv eller åpne meldinger for å se hva som blir skjult.',
    working: 'Arbeider: {done} av {n}',
    count: 'Meldinger: {n}. Med noe skjult: {masked}. Avvist: {refused}.',
    differ: 'Ulike: {n}.',
    only: 'Vis bare forskjeller',
    written: 'Som skrevet',
    leaves: 'Som sendt',
    differs: 'ulik',
    unread: 'Avvist: mest skrevet med bokstaver som kontrollen ikke kan lese.',
    reasons: 'Begrunnelser: {n}',
    nothing: 'Ingenting ble gjenkjent.',
    more: 'Vis {n} til',
    json: 'Lagre som JSON',
    csv: 'Lagre som CSV',
    raw: 'Med meldingene slik de ble skrevet'
  },
  decision: {
    heading: 'Hva policyen bestemmer',
    category: 'Kategori',
    always: 'skjules overalt',
    disclosed: 'skjules når det gjelder den som skriver, eller noen nærstående',
    keep: 'skjules ikke',
    because: '{decision}: {reason}',
    stranger: 'skjules ikke: gjelder ikke den som skriver, eller noen nærstående',
    exception: 'skjules ikke: et unntak i policyen, eller en del av noe annet',
    givesBack: 'innbyggeren kan få det sendt slik det ble skrevet'
  },
  rule: {
    words: 'ordliste, {name}',
    frame: 'ordene rundt, {name}',
    names: 'navn, {name}',
    country: 'numre fra {name}',
    international: 'internasjonale numre',
    date: 'datoer',
    spelled: 'skrevet med ord',
    street: 'gateadresser',
    digits: 'antall sifre',
    named: 'et ord som nevner nummeret',
    shape: 'form i policyen'
  },
  evidence: {
    shape: 'riktig form',
    lexicon: 'ord på listen',
    context: 'ordene rundt',
    checksum: 'riktige kontrollsifre'
  },
  notice: {
    document: 'Dokument',
    notice: 'Personvernerklæring',
    record: 'Protokoll (artikkel 30)',
    language: 'Språket i dokumentet',
    foreign: 'Policyens egne ord finnes ikke på dette språket; de står på {language}.',
    html: 'Lagre som HTML',
    markdown: 'Lagre som Markdown'
  },
  wrongFile: {
    text: '{name} er ikke en tekstfil (UTF-8).',
    jsonl: '{name}, linje {line}: ikke et JSON-objekt med nøkkelen «text».',
    json: '{name}: ikke en JSON-liste med tekster eller med objekter som har nøkkelen «text».',
    csv: '{name}: tabeller kan ikke åpnes som .csv. Disse kan åpnes: .txt, .tsv, .jsonl og .json.',
    large: '{name} er større enn {n} MB.',
    several: 'Bare én fil om gangen.'
  }
}
