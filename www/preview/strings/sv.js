/** Swedish. */
export default {
  title: 'Prova en policy',
  intro: 'Skriv en policy, se genast vad den döljer i meddelanden och läs den integritetsinformation som följer av den. Allt sker i den här webbläsaren: inget skickas och inget sparas när du lämnar sidan.',
  language: 'Språk',
  demo: 'Till demon',
  failed: 'Sidan fungerar inte här',
  policy: {
    heading: 'Policy',
    start: 'Börja med',
    open: 'Öppna en policyfil',
    save: 'Spara policyn',
    file: 'Öppnad: {name}',
    unsaved: 'Dina ändringar i policyn är inte sparade och går förlorade. Vill du fortsätta?',
    editor: 'Policyfilen (JSON)',
    hint: 'Du kan också dra en fil hit. Fel visas nedanför medan du skriver.',
    checking: 'Kontrollerar …',
    fine: 'Policyn har inga fel.',
    errors: 'Fel: {n}',
    warnings: 'Inga fel. Att se över: {n}',
    stale: 'Resultaten, tabellen över vad policyn bestämmer och dokumentet hör till den senaste versionen utan fel.',
    older: 'Inte sparat: policyn har fel, och det som visas hör till en äldre version. Rätta felen först.',
    none: 'Policyn har ännu ingen version utan fel, så här finns inget att visa eller spara.',
    line: 'Rad {line}, tecken {column}',
    first: 'De första {n} visas.',
    warning: 'att se över'
  },
  messages: {
    heading: 'Meddelanden',
    label: 'Ett meddelande per rad',
    hint: 'Eller dra en fil hit: .txt (ett meddelande per rad), .tsv (kolumnen ”text” eller ”message”, annars den sista), .jsonl (nyckeln ”text”), .json (en lista med texter). Påhittade meddelanden är bäst.',
    open: 'Öppna meddelanden',
    examples: 'Infoga exempel',
    clear: 'Ta bort alla',
    unsaved: 'Vill du ta bort meddelandena? Det du har skrivit är inte sparat någonstans.',
    file: '{name}: {n} meddelanden',
    purpose: 'Ändamål',
    compare: 'Jämför med',
    none: 'ingen jämförelse',
    same: 'den här policyn',
    opened: 'den här policyn som den öppnades',
    asOpened: 'som öppnad',
    other: 'Ändamål där',
    sample: [
      'Hej, mitt personnummer är 900101-1234 och min e-post är test@example.org',
      'Min son har diabetes. Vilken blankett behöver jag?',
      'När öppnar biblioteket den 4 mars 2026?',
      'Min order 123456789 har inte kommit, ring 070-123 45 67'
    ]
  },
  purposes: {
    strictest: 'det strängaste av alla',
    answer: 'svar',
    improve: 'förbättring',
    statistics: 'statistik',
    research: 'forskning',
    training: 'utbildning av personal'
  },
  results: {
    heading: 'Resultat',
    empty: 'Skriv eller öppna meddelanden för att se vad som döljs.',
    working: 'Arbetar: {done} av {n}',
    count: 'Meddelanden: {n}. Med något dolt: {masked}. Avvisade: {refused}.',
    differ: 'Olika: {n}.',
    only: 'Visa bara skillnader',
    written: 'Som det skrevs',
    leaves: 'Som det skickas',
    differs: 'olika',
    unread: 'Avvisat: mest skrivet med bokstäver som kontrollen inte kan läsa.',
    reasons: 'Skäl: {n}',
    nothing: 'Inget kändes igen.',
    more: 'Visa {n} till',
    json: 'Spara som JSON',
    csv: 'Spara som CSV',
    raw: 'Med meddelandena som de skrevs'
  },
  decision: {
    heading: 'Vad policyn bestämmer',
    category: 'Kategori',
    always: 'döljs överallt',
    disclosed: 'döljs när det gäller den som skriver eller någon närstående',
    keep: 'döljs inte',
    because: '{decision}: {reason}',
    stranger: 'döljs inte: gäller inte den som skriver eller någon närstående',
    exception: 'döljs inte: ett undantag i policyn, eller en del av något annat',
    givesBack: 'invånaren kan få det skickat som det skrevs'
  },
  rule: {
    words: 'ordlista, {name}',
    frame: 'orden omkring, {name}',
    names: 'namn, {name}',
    country: 'nummer från {name}',
    international: 'internationella nummer',
    date: 'datum',
    spelled: 'skrivet med ord',
    street: 'gatuadresser',
    digits: 'antal siffror',
    named: 'ett ord som namnger numret',
    shape: 'form i policyn'
  },
  evidence: {
    shape: 'rätt form',
    lexicon: 'ord på listan',
    context: 'orden omkring',
    checksum: 'rätt kontrollsiffror'
  },
  notice: {
    document: 'Dokument',
    notice: 'Integritetsinformation',
    record: 'Register över behandling (artikel 30)',
    language: 'Dokumentets språk',
    foreign: 'Policyns egna ord finns inte på detta språk; de står på {language}.',
    html: 'Spara som HTML',
    markdown: 'Spara som Markdown'
  },
  wrongFile: {
    text: '{name} är inte en textfil (UTF-8).',
    jsonl: '{name}, rad {line}: inte ett JSON-objekt med nyckeln ”text”.',
    json: '{name}: inte en JSON-lista med texter eller med objekt som har nyckeln ”text”.',
    csv: '{name}: tabeller kan inte öppnas som .csv. Dessa kan öppnas: .txt, .tsv, .jsonl och .json.',
    large: '{name} är större än {n} MB.',
    several: 'Bara en fil i taget.'
  }
}
