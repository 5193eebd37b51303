/** Swedish. */
export default {
  categories: {
    national_id: 'personnummer',
    phone: 'telefonnummer',
    account: 'konto- eller kortnummer',
    number: 'långt nummer',
    birthdate: 'födelsedatum',
    date: 'datum',
    email: 'e-postadress',
    name: 'namn',
    health: 'hälsa',
    gender: 'kön',
    ethnicity: 'etniskt ursprung',
    nationality: 'nationalitet',
    sexuality: 'sexualitet',
    politics: 'politik',
    religion: 'religion',
    address: 'adress',
    reference: 'ärende- eller ordernummer'
  },
  masked: {
    none: 'Inget som ska döljas har hittats.',
    one: '1 uppgift döljs: {list}.',
    many: '{count} uppgifter döljs: {list}.'
  },
  unread: 'Meddelandet är mest skrivet med bokstäver som kontrollen inte kan läsa. Det kan inte skickas.',
  failed: {
    title: 'Chatten kan inte användas just nu',
    text: 'Programmet som döljer personuppgifter fungerar inte. Därför skickas ingenting.',
    contact: 'Du kan ringa oss eller besöka vårt kontaktcenter. Vid akut fara: ring 112.'
  },
  demo: {
    title: 'Se vad som döljs',
    intro: 'Skriv ett meddelande som du skulle skriva det i en chatt. Personuppgifter döljs här i webbläsaren innan något skickas. Den här sidan skickar ingenting.',
    preview: 'Prova en egen policy',
    policy: 'Organisation',
    language: 'Språk',
    message: 'Ditt meddelande',
    hint: 'Använd påhittade uppgifter när du provar.',
    example: 'Infoga ett exempel',
    sample: 'Hej, mitt personnummer är 900101-1234 och min mejl är test@example.org. Ring 070-123 45 67 😀',
    leaves: 'Det här lämnar webbläsaren',
    leavesHint: 'Exakt den här texten, och inget annat av det du skriver.',
    empty: 'Ingenting ännu.',
    send: 'Skicka',
    sent: 'Så skulle chattboten läsa det',
    clear: 'Börja om',
    loading: 'Gör klart …',
    found: 'Döljs'
  }
}
