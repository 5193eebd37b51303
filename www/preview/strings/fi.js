/** Finnish. */
export default {
  title: 'Kokeile käytäntöä',
  intro: 'Kirjoita käytäntö, näe heti, mitä se peittää viesteistä, ja lue siitä syntyvä tietosuojaseloste. Kaikki tapahtuu tässä selaimessa: mitään ei lähetetä, eikä mitään säilytetä, kun poistut sivulta.',
  language: 'Kieli',
  demo: 'Kokeiluun',
  failed: 'Sivu ei toimi täällä',
  policy: {
    heading: 'Käytäntö',
    start: 'Aloita tästä',
    open: 'Avaa käytäntötiedosto',
    save: 'Tallenna käytäntö',
    file: 'Avattu: {name}',
    unsaved: 'Käytäntöön tekemiäsi muutoksia ei ole tallennettu, ja ne menetetään. Jatketaanko?',
    editor: 'Käytäntötiedosto (JSON)',
    hint: 'Voit myös vetää tiedoston tähän. Virheet näkyvät alla kirjoittaessasi.',
    checking: 'Tarkistetaan …',
    fine: 'Käytännössä ei ole virheitä.',
    errors: 'Virheitä: {n}',
    warnings: 'Ei virheitä. Katsottavaa: {n}',
    stale: 'Tulokset, taulukko käytännön päätöksistä ja asiakirja ovat viimeisestä virheettömästä versiosta.',
    older: 'Ei tallennettu: käytännössä on virheitä, ja näkyvissä on vanhempi versio. Korjaa ensin virheet.',
    none: 'Käytännöstä ei ole vielä virheetöntä versiota, joten täällä ei ole mitään näytettävää tai tallennettavaa.',
    line: 'Rivi {line}, merkki {column}',
    first: 'Näytetään ensimmäiset {n}.',
    warning: 'katsottavaa'
  },
  messages: {
    heading: 'Viestit',
    label: 'Yksi viesti riville',
    hint: 'Tai vedä tähän tiedosto: .txt (yksi viesti riville), .tsv (sarake ”text” tai ”message”, muuten viimeinen), .jsonl (avain ”text”), .json (luettelo teksteistä). Keksityt viestit ovat parhaita.',
    open: 'Avaa viestejä',
    examples: 'Lisää esimerkkejä',
    clear: 'Poista kaikki',
    unsaved: 'Poistetaanko viestit? Kirjoittamaasi ei ole tallennettu mihinkään.',
    file: '{name}: viestejä {n}',
    purpose: 'Käyttötarkoitus',
    compare: 'Vertaa',
    none: 'ei vertailua',
    same: 'tämä käytäntö',
    opened: 'tämä käytäntö sellaisena kuin se avattiin',
    asOpened: 'avattuna',
    other: 'Käyttötarkoitus siellä',
    sample: [
      'Hei, henkilötunnukseni on 010190-123A ja sähköpostini test@example.org',
      'Pojallani on diabetes. Mitä lomaketta tarvitsen?',
      'Milloin kirjasto aukeaa 4.3.2026?',
      'Tilaukseni 123456789 ei ole tullut, soita 040 123 4567'
    ]
  },
  purposes: {
    strictest: 'kaikista tiukin',
    answer: 'vastaaminen',
    improve: 'kehittäminen',
    statistics: 'tilastot',
    research: 'tutkimus',
    training: 'henkilöstön koulutus'
  },
  results: {
    heading: 'Tulokset',
    empty: 'Kirjoita tai avaa viestejä, niin näet, mitä peitetään.',
    working: 'Käsitellään: {done}/{n}',
    count: 'Viestejä: {n}. Niistä peitettiin jotain: {masked}. Hylättyjä: {refused}.',
    differ: 'Eroavia: {n}.',
    only: 'Näytä vain erot',
    written: 'Kirjoitettuna',
    leaves: 'Lähetettynä',
    differs: 'eroaa',
    unread: 'Hylätty: kirjoitettu enimmäkseen kirjaimilla, joita tarkistus ei osaa lukea.',
    reasons: 'Perusteluja: {n}',
    nothing: 'Mitään ei tunnistettu.',
    more: 'Näytä vielä {n}',
    json: 'Tallenna JSON-muodossa',
    csv: 'Tallenna CSV-muodossa',
    raw: 'Myös alkuperäiset viestit'
  },
  decision: {
    heading: 'Mitä käytäntö määrää',
    category: 'Luokka',
    always: 'peitetään kaikkialta',
    disclosed: 'peitetään, kun se koskee kirjoittajaa tai hänen läheistään',
    keep: 'ei peitetä',
    because: '{decision}: {reason}',
    stranger: 'ei peitetä: ei koske kirjoittajaa eikä hänen läheistään',
    exception: 'ei peitetä: käytännön poikkeus tai osa jotain muuta',
    givesBack: 'asiakas voi lähettää sen kirjoittamassaan muodossa'
  },
  rule: {
    words: 'sanaluettelo, {name}',
    frame: 'ympäröivät sanat, {name}',
    names: 'nimet, {name}',
    country: 'numerot, {name}',
    international: 'kansainväliset numerot',
    date: 'päivämäärät',
    spelled: 'sanoin kirjoitettu',
    street: 'katuosoitteet',
    digits: 'numeromerkkien määrä',
    named: 'sana, joka nimeää numeron',
    shape: 'käytännössä oleva muoto'
  },
  evidence: {
    shape: 'oikea muoto',
    lexicon: 'sana luettelossa',
    context: 'ympäröivät sanat',
    checksum: 'oikeat tarkistusmerkit'
  },
  notice: {
    document: 'Asiakirja',
    notice: 'Tietosuojaseloste',
    record: 'Seloste käsittelytoimista (30 artikla)',
    language: 'Asiakirjan kieli',
    foreign: 'Käytännön omia tekstejä ei ole tällä kielellä. Niiden kieli on {language}.',
    html: 'Tallenna HTML-muodossa',
    markdown: 'Tallenna Markdown-muodossa'
  },
  wrongFile: {
    text: '{name} ei ole tekstitiedosto (UTF-8).',
    jsonl: '{name}, rivi {line}: ei JSON-objekti, jossa on avain ”text”.',
    json: '{name}: ei JSON-luettelo teksteistä tai objekteista, joilla on avain ”text”.',
    csv: '{name}: taulukkoa ei voi avata .csv-tiedostona. Nämä voi avata: .txt, .tsv, .jsonl ja .json.',
    large: '{name} on suurempi kuin {n} Mt.',
    several: 'Vain yksi tiedosto kerrallaan.'
  }
}
