/** Danish. */
export default {
  categories: {
    national_id: 'personnummer (CPR)',
    phone: 'telefonnummer',
    account: 'konto- eller kortnummer',
    number: 'langt nummer',
    birthdate: 'fødselsdato',
    date: 'dato',
    email: 'e-mailadresse',
    name: 'navn',
    health: 'helbred',
    gender: 'køn',
    ethnicity: 'etnisk oprindelse',
    nationality: 'nationalitet',
    sexuality: 'seksualitet',
    politics: 'politik',
    religion: 'religion',
    address: 'adresse',
    reference: 'sags- eller ordrenummer'
  },
  masked: {
    none: 'Der er ikke fundet noget, der skal skjules.',
    one: '1 oplysning bliver skjult: {list}.',
    many: '{count} oplysninger bliver skjult: {list}.'
  },
  unread: 'Beskeden er mest skrevet med bogstaver, som kontrollen ikke kan læse. Den kan ikke sendes.',
  failed: {
    title: 'Chatten kan ikke bruges lige nu',
    text: 'Det program, der skjuler personlige oplysninger, virker ikke. Derfor bliver intet sendt.',
    contact: 'Du kan ringe til os eller møde op i borgerservice. Ved akut fare: ring 112.'
  },
  demo: {
    title: 'Se, hvad der bliver skjult',
    intro: 'Skriv en besked, som du ville skrive den i en chat. Personlige oplysninger bliver skjult her i browseren, før noget bliver sendt. Denne side sender ingenting.',
    preview: 'Prøv din egen politik',
    policy: 'Organisation',
    language: 'Sprog',
    message: 'Din besked',
    hint: 'Brug opdigtede oplysninger, når du prøver.',
    example: 'Indsæt et eksempel',
    sample: 'Hej, mit CPR-nummer er 010190-1234, og min mail er test@example.org. Ring på 12 34 56 78 😀',
    leaves: 'Det forlader browseren',
    leavesHint: 'Præcis denne tekst, og ikke andet af det, du skriver.',
    empty: 'Endnu ingenting.',
    send: 'Send',
    sent: 'Sådan ville chatbotten læse det',
    clear: 'Begynd forfra',
    loading: 'Gør klar …',
    found: 'Bliver skjult'
  }
}
