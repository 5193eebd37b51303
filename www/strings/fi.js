/** Finnish. */
export default {
  categories: {
    national_id: 'henkilötunnus',
    phone: 'puhelinnumero',
    account: 'tili- tai korttinumero',
    number: 'pitkä numero',
    birthdate: 'syntymäaika',
    date: 'päivämäärä',
    email: 'sähköpostiosoite',
    name: 'nimi',
    health: 'terveys',
    gender: 'sukupuoli',
    ethnicity: 'etninen alkuperä',
    nationality: 'kansalaisuus',
    sexuality: 'seksuaalisuus',
    politics: 'politiikka',
    religion: 'uskonto',
    address: 'osoite',
    reference: 'asia- tai tilausnumero'
  },
  masked: {
    none: 'Peitettävää ei löytynyt.',
    one: '1 tieto peitetään: {list}.',
    many: '{count} tietoa peitetään: {list}.'
  },
  unread: 'Viesti on pääosin kirjoitettu kirjaimilla, joita tarkistus ei osaa lukea. Sitä ei voi lähettää.',
  failed: {
    title: 'Chattia ei voi juuri nyt käyttää',
    text: 'Henkilötiedot peittävä ohjelma ei toimi. Siksi mitään ei lähetetä.',
    contact: 'Voit soittaa meille tai käydä palvelupisteessä. Hätätilanteessa soita 112.'
  },
  demo: {
    title: 'Katso, mitä peitetään',
    intro: 'Kirjoita viesti niin kuin kirjoittaisit sen chattiin. Henkilötiedot peitetään täällä selaimessa, ennen kuin mitään lähetetään. Tämä sivu ei lähetä mitään.',
    preview: 'Kokeile omaa käytäntöä',
    policy: 'Organisaatio',
    language: 'Kieli',
    message: 'Viestisi',
    hint: 'Käytä kokeillessasi keksittyjä tietoja.',
    example: 'Lisää esimerkki',
    sample: 'Hei, henkilötunnukseni on 010190-123A ja sähköpostini on test@example.org. Soita 040 123 4567 😀',
    leaves: 'Tämä lähtee selaimesta',
    leavesHint: 'Täsmälleen tämä teksti, eikä mitään muuta kirjoittamastasi.',
    empty: 'Ei vielä mitään.',
    send: 'Lähetä',
    sent: 'Näin chatbotti lukisi sen',
    clear: 'Aloita alusta',
    loading: 'Valmistellaan …',
    found: 'Peitetään'
  }
}
