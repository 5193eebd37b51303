/** Norwegian Bokmål. */
export default {
  categories: {
    national_id: 'fødselsnummer',
    phone: 'telefonnummer',
    account: 'konto- eller kortnummer',
    number: 'langt nummer',
    birthdate: 'fødselsdato',
    date: 'dato',
    email: 'e-postadresse',
    name: 'navn',
    health: 'helse',
    gender: 'kjønn',
    ethnicity: 'etnisk opprinnelse',
    nationality: 'nasjonalitet',
    sexuality: 'seksualitet',
    politics: 'politikk',
    religion: 'religion',
    address: 'adresse',
    reference: 'saks- eller ordrenummer'
  },
  masked: {
    none: 'Fant ingenting som skal skjules.',
    one: '1 opplysning blir skjult: {list}.',
    many: '{count} opplysninger blir skjult: {list}.'
  },
  unread: 'Meldingen er for det meste skrevet med bokstaver som kontrollen ikke kan lese. Den kan ikke sendes.',
  failed: {
    title: 'Chatten kan ikke brukes akkurat nå',
    text: 'Programmet som skjuler personopplysninger, virker ikke. Derfor blir ingenting sendt.',
    contact: 'Du kan ringe oss eller møte opp på servicetorget. Ved akutt fare: ring 112.'
  },
  demo: {
    title: 'Se hva som blir skjult',
    intro: 'Skriv en melding slik du ville skrevet den i en chat. Personopplysninger blir skjult her i nettleseren før noe blir sendt. Denne siden sender ingenting.',
    preview: 'Prøv din egen policy',
    policy: 'Virksomhet',
    language: 'Språk',
    message: 'Meldingen din',
    hint: 'Bruk oppdiktede opplysninger når du prøver.',
    example: 'Sett inn et eksempel',
    sample: 'Hei, fødselsnummeret mitt er 010190 12345 og e-posten er test@example.org. Ring 22 33 44 55 😀',
    leaves: 'Dette forlater nettleseren',
    leavesHint: 'Nøyaktig denne teksten, og ikke noe annet av det du skriver.',
    empty: 'Ingenting ennå.',
    send: 'Send',
    sent: 'Slik ville chatboten lest det',
    clear: 'Begynn på nytt',
    loading: 'Gjør klar …',
    found: 'Blir skjult'
  }
}
