// Copies what must go with the package into www/, since a package holds no file from outside of its folder.
import { cp } from 'node:fs/promises'

const www = new URL('../', import.meta.url)

// Where each file stands in the package, and where it is from.
const LEGAL = {
  'README.md': 'README.md',
  'LICENSE-MIT': 'LICENSE-MIT',
  'LICENSE-APACHE': 'LICENSE-APACHE',
  'licences/names/LICENSE': 'src/recognize/names/weights/LICENSE',
  'licences/names/MODEL_CARD.md': 'src/recognize/names/weights/MODEL_CARD.md'
}

for (const [to, from] of Object.entries(LEGAL)) await cp(new URL(`../${from}`, www), new URL(to, www))
