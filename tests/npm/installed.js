// Packs the package and installs it in a folder of its own, as a stranger would have it.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const www = fileURLToPath(new URL('../../www/', import.meta.url))

export function install () {
  const folder = mkdtempSync(join(tmpdir(), 'slor-npm-'))
  npm(www, 'pack', '--pack-destination', folder)
  const [tarball] = readdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  npm(folder, 'install', '--offline', '--no-save', `./${tarball}`)
  const root = join(folder, 'node_modules', 'slor')
  return {
    folder,
    root,
    /** Another copy, to break. */
    copy (name) {
      const to = join(folder, name)
      cpSync(root, to, { recursive: true })
      return { root: to, load: async options => (await import(pathToFileURL(join(to, 'node.js')).href)).load(options) }
    },
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

function npm (cwd, ...args) {
  execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}
