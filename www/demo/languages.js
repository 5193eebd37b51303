/** The languages that the page speaks, by their own names. */
export const languages = [
  ['da', 'Dansk'], ['sv', 'Svenska'], ['nb', 'Norsk bokmål'], ['nn', 'Norsk nynorsk'], ['fi', 'Suomi'], ['en', 'English']
]

/** One file a language, read when it is chosen. */
export async function stringsOf (code) {
  const known = languages.some(([it]) => it === code) ? code : 'en'
  return (await import(`../strings/${known}.js`)).default
}
