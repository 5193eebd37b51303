// The texts that the bench runs: the marked messages of the corpus without their marks, and hostile ones.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} folder */
export function messages (folder) {
  const files = readdirSync(folder).filter(name => name.endsWith('.tsv')).sort()
  return files.flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => (line.split('\t')[2] ?? '').replace(/\{[a-z_]+\??\|([^}]*)\}/g, '$1'))
}

const HOSTILE = ['1-', 'a@', '1 ', '1', 'a', 'a.', 'Aa ', '+', 'x@a.', '12.']

/** Each unit, repeated to a length. */
export function hostile (length) {
  return HOSTILE.map(unit => [unit, unit.repeat(Math.ceil(length / unit.length)).slice(0, length)])
}
