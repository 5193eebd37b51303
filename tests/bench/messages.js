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

const HOSTILE = ['1-', 'a@', '1 ', '1', 'a', 'a.', 'Aa ', '+', 'x@a.', '12.', '2024-2025 ', '4 a', 'cpr 010190-1234, ', 'mette kræft ']

/** Sentences that are never the same twice, each with a person or a number that the one before didn't have. */
const DISTINCT = {
  'jeg hedder Mette …': number => `jeg hedder Mette ${name(number)}sen. `,
  'nimeni on … Mäkinen': number => `nimeni on ${name(number)} Mäkinen ja olen kotona. `,
  'tlf …': number => `tlf ${20000000 + number * 7}, `
}

/**
 * A made-up name of seven letters, another one for each number.
 *
 * @param {number} number
 */
function name (number) {
  const letters = Array.from({ length: 7 }, (_, place) => 'aeioukltmnrs'[Math.floor(number / 12 ** place + place) % 12])
  return letters[0].toUpperCase() + letters.slice(1).join('')
}

/** @param {(number: number) => string} sentence @param {number} length */
function distinct (sentence, length) {
  let text = ''
  for (let number = 1; text.length < length; number++) text += sentence(number)
  return text.slice(0, length)
}

/** Each unit, repeated to a length; and sentences that are all different. */
export function hostile (length) {
  return [
    ...HOSTILE.map(unit => [unit, unit.repeat(Math.ceil(length / unit.length)).slice(0, length)]),
    ...Object.entries(DISTINCT).map(([unit, sentence]) => [unit, distinct(sentence, length)])
  ]
}
