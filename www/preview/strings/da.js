/** Danish. */
export default {
  title: 'Prøv en politik',
  intro: 'Skriv en politik, se straks, hvad den skjuler i beskeder, og læs den privatlivspolitik, der følger af den. Alt sker i denne browser: intet bliver sendt, og intet bliver gemt, når du forlader siden.',
  language: 'Sprog',
  demo: 'Til demoen',
  failed: 'Siden virker ikke her',
  policy: {
    heading: 'Politik',
    start: 'Begynd med',
    open: 'Åbn en politikfil',
    save: 'Gem politikken',
    file: 'Åbnet: {name}',
    unsaved: 'Dine ændringer i politikken er ikke gemt og går tabt. Vil du fortsætte?',
    editor: 'Politikfilen (JSON)',
    hint: 'Du kan også trække en fil hertil. Fejl vises nedenfor, mens du skriver.',
    checking: 'Kontrollerer …',
    fine: 'Politikken har ingen fejl.',
    errors: 'Fejl: {n}',
    warnings: 'Ingen fejl. At se på: {n}',
    stale: 'Resultaterne, tabellen over, hvad politikken bestemmer, og dokumentet hører til den seneste udgave uden fejl.',
    older: 'Ikke gemt: politikken har fejl, og det viste hører til en ældre udgave. Ret fejlene først.',
    none: 'Politikken har endnu ingen udgave uden fejl, så her er intet at vise eller gemme.',
    line: 'Linje {line}, tegn {column}',
    first: 'De første {n} vises.',
    warning: 'at se på'
  },
  messages: {
    heading: 'Beskeder',
    label: 'En besked på hver linje',
    hint: 'Eller træk en fil hertil: .txt (en besked på hver linje), .tsv (kolonnen “text” eller “message”, ellers den sidste), .jsonl (nøglen “text”), .json (en liste af tekster). Opdigtede beskeder er bedst.',
    open: 'Åbn beskeder',
    examples: 'Indsæt eksempler',
    clear: 'Fjern alle',
    unsaved: 'Vil du fjerne beskederne? Det, du har skrevet, er ikke gemt nogen steder.',
    file: '{name}: {n} beskeder',
    purpose: 'Formål',
    compare: 'Sammenlign med',
    none: 'ingen sammenligning',
    same: 'denne politik',
    opened: 'denne politik, som den blev åbnet',
    asOpened: 'som åbnet',
    other: 'Formål dér',
    sample: [
      'Hej, mit cpr-nummer er 010190-1234, og min e-mail er test@example.org',
      'Min søn har diabetes. Hvilken blanket skal jeg bruge?',
      'Hvornår åbner biblioteket den 4. marts 2026?',
      'Min ordre 123456789 er ikke kommet, ring på 12 34 56 78'
    ]
  },
  purposes: {
    strictest: 'det strengeste af alle',
    answer: 'svar',
    improve: 'forbedring',
    statistics: 'statistik',
    research: 'forskning',
    training: 'uddannelse af medarbejdere'
  },
  results: {
    heading: 'Resultater',
    empty: 'Skriv eller åbn beskeder for at se, hvad der bliver skjult.',
    working: 'Arbejder: {done} af {n}',
    count: 'Beskeder: {n}. Med noget skjult: {masked}. Afvist: {refused}.',
    differ: 'Forskellige: {n}.',
    only: 'Vis kun forskelle',
    written: 'Som skrevet',
    leaves: 'Som sendt',
    differs: 'forskellig',
    unread: 'Afvist: mest skrevet med bogstaver, som kontrollen ikke kan læse.',
    reasons: 'Begrundelser: {n}',
    nothing: 'Intet blev genkendt.',
    more: 'Vis {n} til',
    json: 'Gem som JSON',
    csv: 'Gem som CSV',
    raw: 'Med beskederne, som de blev skrevet'
  },
  decision: {
    heading: 'Hvad politikken bestemmer',
    category: 'Kategori',
    always: 'skjules overalt',
    disclosed: 'skjules, når det gælder den, der skriver, eller en nærtstående',
    keep: 'skjules ikke',
    because: '{decision}: {reason}',
    stranger: 'skjules ikke: gælder ikke den, der skriver, eller en nærtstående',
    exception: 'skjules ikke: en undtagelse i politikken, eller en del af noget andet',
    givesBack: 'borgeren kan få det sendt, som det blev skrevet'
  },
  rule: {
    words: 'ordliste, {name}',
    frame: 'ordene omkring, {name}',
    names: 'navne, {name}',
    country: 'numre fra {name}',
    international: 'internationale numre',
    date: 'datoer',
    spelled: 'skrevet med ord',
    street: 'gadeadresser',
    digits: 'antal cifre',
    named: 'et ord, der nævner nummeret',
    shape: 'form i politikken'
  },
  evidence: {
    shape: 'rigtig form',
    lexicon: 'ord på listen',
    context: 'ordene omkring',
    checksum: 'rigtige kontrolcifre'
  },
  notice: {
    document: 'Dokument',
    notice: 'Privatlivspolitik',
    record: 'Fortegnelse (artikel 30)',
    language: 'Dokumentets sprog',
    foreign: 'Politikkens egne ord findes ikke på dette sprog; de står på {language}.',
    html: 'Gem som HTML',
    markdown: 'Gem som Markdown'
  },
  wrongFile: {
    text: '{name} er ikke en tekstfil (UTF-8).',
    jsonl: '{name}, linje {line}: ikke et JSON-objekt med nøglen “text”.',
    json: '{name}: ikke en JSON-liste af tekster eller af objekter med nøglen “text”.',
    csv: '{name}: tabeller kan ikke åbnes som .csv. Disse kan åbnes: .txt, .tsv, .jsonl og .json.',
    large: '{name} er større end {n} MB.',
    several: 'Kun én fil ad gangen.'
  }
}
