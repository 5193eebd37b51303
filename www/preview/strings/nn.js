/** Norwegian Nynorsk. */
export default {
  title: 'Prøv ein policy',
  intro: 'Skriv ein policy, sjå straks kva han skjuler i meldingar, og les personvernerklæringa som følgjer av han. Alt skjer i denne nettlesaren: ingenting blir sendt, og ingenting blir lagra når du forlèt sida.',
  language: 'Språk',
  demo: 'Til demoen',
  failed: 'Sida verkar ikkje her',
  policy: {
    heading: 'Policy',
    start: 'Byrj med',
    open: 'Opne ei policyfil',
    save: 'Lagre policyen',
    file: 'Opna: {name}',
    unsaved: 'Endringane dine i policyen er ikkje lagra og går tapt. Vil du halde fram?',
    editor: 'Policyfila (JSON)',
    hint: 'Du kan òg dra ei fil hit. Feil blir viste nedanfor medan du skriv.',
    checking: 'Kontrollerer …',
    fine: 'Policyen har ingen feil.',
    errors: 'Feil: {n}',
    warnings: 'Ingen feil. Å sjå på: {n}',
    stale: 'Resultata, tabellen over kva policyen avgjer, og dokumentet høyrer til den siste utgåva utan feil.',
    older: 'Ikkje lagra: policyen har feil, og det som blir vist, høyrer til ei eldre utgåve. Rett feila først.',
    none: 'Policyen har enno inga utgåve utan feil, så her er det ingenting å vise eller lagre.',
    line: 'Linje {line}, teikn {column}',
    first: 'Dei første {n} blir viste.',
    warning: 'å sjå på'
  },
  messages: {
    heading: 'Meldingar',
    label: 'Éi melding per linje',
    hint: 'Eller dra ei fil hit: .txt (éi melding per linje), .tsv (kolonnen «text» eller «message», elles den siste), .jsonl (nøkkelen «text»), .json (ei liste med tekstar). Oppdikta meldingar er best.',
    open: 'Opne meldingar',
    examples: 'Set inn døme',
    clear: 'Fjern alle',
    unsaved: 'Vil du fjerne meldingane? Det du har skrive, er ikkje lagra nokon stad.',
    file: '{name}: {n} meldingar',
    purpose: 'Føremål',
    compare: 'Samanlikn med',
    none: 'inga samanlikning',
    same: 'denne policyen',
    opened: 'denne policyen slik han vart opna',
    asOpened: 'som opna',
    other: 'Føremål der',
    sample: [
      'Hei, fødselsnummeret mitt er 01019012345, og e-posten min er test@example.org',
      'Sonen min har diabetes. Kva skjema treng eg?',
      'Når opnar biblioteket 4. mars 2026?',
      'Bestillinga mi 123456789 har ikkje kome, ring 12 34 56 78'
    ]
  },
  purposes: {
    strictest: 'det strengaste av alle',
    answer: 'svar',
    improve: 'forbetring',
    statistics: 'statistikk',
    research: 'forsking',
    training: 'opplæring av tilsette'
  },
  results: {
    heading: 'Resultat',
    empty: 'Skriv eller opne meldingar for å sjå kva som blir skjult.',
    working: 'Arbeider: {done} av {n}',
    count: 'Meldingar: {n}. Med noko skjult: {masked}. Avviste: {refused}.',
    differ: 'Ulike: {n}.',
    only: 'Vis berre skilnader',
    written: 'Som skrive',
    leaves: 'Som sendt',
    differs: 'ulik',
    unread: 'Avvist: mest skrive med bokstavar som kontrollen ikkje kan lese.',
    reasons: 'Grunnar: {n}',
    nothing: 'Ingenting vart kjent att.',
    more: 'Vis {n} til',
    json: 'Lagre som JSON',
    csv: 'Lagre som CSV',
    raw: 'Med meldingane slik dei vart skrivne'
  },
  decision: {
    heading: 'Kva policyen avgjer',
    category: 'Kategori',
    always: 'blir skjult overalt',
    disclosed: 'blir skjult når det gjeld den som skriv, eller nokon nærståande',
    keep: 'blir ikkje skjult',
    because: '{decision}: {reason}',
    stranger: 'blir ikkje skjult: gjeld ikkje den som skriv, eller nokon nærståande',
    exception: 'blir ikkje skjult: eit unntak i policyen, eller ein del av noko anna',
    givesBack: 'innbyggjaren kan få det sendt slik det vart skrive'
  },
  rule: {
    words: 'ordliste, {name}',
    frame: 'orda rundt, {name}',
    names: 'namn, {name}',
    country: 'nummer frå {name}',
    international: 'internasjonale nummer',
    date: 'datoar',
    spelled: 'skrive med ord',
    street: 'gateadresser',
    digits: 'tal på siffer',
    named: 'eit ord som nemner nummeret',
    shape: 'form i policyen'
  },
  evidence: {
    shape: 'rett form',
    lexicon: 'ord på lista',
    context: 'orda rundt',
    checksum: 'rette kontrollsiffer'
  },
  notice: {
    document: 'Dokument',
    notice: 'Personvernerklæring',
    record: 'Protokoll (artikkel 30)',
    language: 'Språket i dokumentet',
    foreign: 'Policyen har ikkje eigne ord på dette språket; dei står på {language}.',
    html: 'Lagre som HTML',
    markdown: 'Lagre som Markdown'
  },
  wrongFile: {
    text: '{name} er ikkje ei tekstfil (UTF-8).',
    jsonl: '{name}, linje {line}: ikkje eit JSON-objekt med nøkkelen «text».',
    json: '{name}: ikkje ei JSON-liste med tekstar eller med objekt som har nøkkelen «text».',
    csv: '{name}: tabellar kan ikkje opnast som .csv. Desse kan opnast: .txt, .tsv, .jsonl og .json.',
    large: '{name} er større enn {n} MB.',
    several: 'Berre éi fil om gongen.'
  }
}
