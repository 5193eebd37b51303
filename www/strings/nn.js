/** Norwegian Nynorsk. */
export default {
  categories: {
    national_id: 'fødselsnummer',
    phone: 'telefonnummer',
    account: 'konto- eller kortnummer',
    number: 'langt nummer',
    birthdate: 'fødselsdato',
    date: 'dato',
    email: 'e-postadresse',
    name: 'namn',
    health: 'helse',
    gender: 'kjønn',
    ethnicity: 'etnisk opphav',
    nationality: 'nasjonalitet',
    sexuality: 'seksualitet',
    politics: 'politikk',
    religion: 'religion',
    address: 'adresse',
    reference: 'saks- eller ordrenummer'
  },
  masked: {
    none: 'Fann ingenting som skal skjulast.',
    one: '1 opplysning blir skjult: {list}.',
    many: '{count} opplysningar blir skjulte: {list}.'
  },
  unread: 'Meldinga er for det meste skriven med bokstavar som kontrollen ikkje kan lese. Ho kan ikkje sendast.',
  failed: {
    title: 'Chatten kan ikkje brukast akkurat no',
    text: 'Programmet som skjuler personopplysningar, verkar ikkje. Difor blir ingenting sendt.',
    contact: 'Du kan ringje oss eller møte opp på servicetorget. Ved akutt fare: ring 112.'
  },
  demo: {
    title: 'Sjå kva som blir skjult',
    intro: 'Skriv ei melding slik du ville skrive ho i ein chat. Personopplysningar blir skjulte her i nettlesaren før noko blir sendt. Denne sida sender ingenting.',
    preview: 'Prøv din eigen policy',
    policy: 'Verksemd',
    language: 'Språk',
    message: 'Meldinga di',
    hint: 'Bruk oppdikta opplysningar når du prøver.',
    example: 'Set inn eit døme',
    sample: 'Hei, fødselsnummeret mitt er 010190 12345 og e-posten er test@example.org. Ring 22 33 44 55 😀',
    leaves: 'Dette forlèt nettlesaren',
    leavesHint: 'Nøyaktig denne teksten, og ikkje noko anna av det du skriv.',
    empty: 'Ingenting enno.',
    send: 'Send',
    sent: 'Slik ville chatboten lese det',
    clear: 'Byrj på nytt',
    loading: 'Gjer klar …',
    found: 'Blir skjult'
  }
}
