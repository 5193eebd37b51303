/** The policies that the demo offers. */
export const POLICIES = {
  'kommune-kiri': 'Kommune Kiri',
  'kommun-kim': 'Kommun Kim',
  prokom: 'Prokom',
  migri: 'Migri',
  cellbes: 'Cellbes'
}
