/** The policies that are offered, by their files. */
export const POLICIES = {
  'kommune-kiri': 'Kommune Kiri',
  'kommun-kim': 'Kommun-Kim',
  prokom: 'Prokom',
  migri: 'Migri',
  cellbes: 'Cellbes'
}

/** The JSON text of one of them; `folder` is where they are, as seen from the page. */
export async function policyOf (id, folder) {
  const response = await fetch(`${folder}${id}.json`, { referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.text()
}
