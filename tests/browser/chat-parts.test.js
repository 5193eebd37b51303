// Parts of the chat that need no browser.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { hoursInWords, isOpen } from '../../www/chat/hours.js'
import { factsOf, languageOf } from '../../www/chat/facts.js'
import { STORED } from '../../www/chat/storage.js'
import { policyOf } from './chat.js'

const CODES = ['da', 'sv', 'nb', 'nn', 'fi', 'en']
const strings = Object.fromEntries(await Promise.all(CODES.map(async code => [code, (await import(`../../www/strings/${code}.js`)).default])))

/** The keys of all texts, and the blanks in them. */
function shape (value, path = '') {
  if (typeof value === 'string') return [`${path} ${(value.match(/\{\w+\}/g) ?? []).sort().join(' ')}`]
  return Object.entries(value).flatMap(([key, item]) => shape(item, `${path}.${key}`))
}

describe('the words of the chat', () => {
  for (const code of CODES) {
    it(`are all there in ${code}, with the same blanks`, () => {
      assert.deepEqual(shape(strings[code]).sort(), shape(strings.en).sort())
    })
  }

  for (const code of CODES) {
    it(`name the entries of the menu as the notice does in ${code}`, () => {
      const notice = readFileSync(new URL(`../../src/promise/strings/${code}.txt`, import.meta.url), 'utf8')
      for (const key of ['delete', 'download']) {
        const [, label] = notice.match(new RegExp(`^label_${key} = (.+)$`, 'm'))
        assert.equal(strings[code].chat.labels[key], label)
      }
    })
  }

  for (const [code, words] of [['sv', /chatt?\w*bot/gi], ['fi', /chat\w*bot/gi]]) {
    it(`call the bot in ${code} as the notice does`, () => {
      const notice = readFileSync(new URL(`../../src/promise/strings/${code}.txt`, import.meta.url), 'utf8')
      const named = text => [...new Set(text.match(words).map(it => it.toLowerCase()))]
      assert.deepEqual(named(JSON.stringify(strings[code])), named(notice))
    })
  }

  it('name a bot in one way, in the title of its notice too', () => {
    const { bot, title } = policyOf('kommun-kim')
    assert.ok(title.sv.endsWith(bot.name), title.sv)
  })

  it('are in a language that the policy speaks', () => {
    assert.equal(languageOf('nn-NO', ['nb', 'nn']), 'nn')
    assert.equal(languageOf('no', ['nb', 'nn']), 'nb')
    assert.equal(languageOf('de', ['sv', 'fi']), 'sv')
    assert.equal(languageOf(''), 'en')
  })
})

describe('opening hours', () => {
  const hours = { time_zone: 'Europe/Copenhagen', week: { monday: ['09:00-12:00', '13:00-16:00'], friday: ['09:00-15:00'] }, closed_on: ['2026-03-30'] }
  const at = time => isOpen(hours, new Date(time))

  it('are those of the place, in summer and in winter', () => {
    assert.equal(at('2026-03-02T08:00:00Z'), true)
    assert.equal(at('2026-03-02T07:59:59Z'), false)
    assert.equal(at('2026-04-13T07:00:00Z'), true)
    assert.equal(at('2026-04-13T14:00:00Z'), false)
  })

  it('know breaks, other days and holidays', () => {
    assert.equal(at('2026-03-02T11:30:00Z'), false)
    assert.equal(at('2026-03-03T10:00:00Z'), false)
    assert.equal(at('2026-03-30T08:00:00Z'), false)
    assert.equal(isOpen(undefined), true)
  })

  it('are closed where the browser does not know the time zone', () => {
    assert.equal(isOpen({ ...hours, time_zone: 'Europe/Copenhagenn' }, new Date('2026-03-02T08:00:00Z')), false)
  })

  it('are told in the language of the citizen, as in the notice', () => {
    assert.deepEqual(hoursInWords(hours, 'da'), ['mandag: 09.00–12.00, 13.00–16.00', 'fredag: 09.00–15.00'])
    const friday = { sv: 'fredag: 09.00–15.00', nb: 'fredag: 09.00–15.00', nn: 'fredag: 09.00–15.00', fi: 'perjantai: 9.00–15.00', en: 'Friday: 09:00–15:00' }
    for (const [language, hour] of Object.entries(friday)) assert.equal(hoursInWords(hours, language)[1], hour)
  })
})

describe('what is stored', () => {
  it('stands in the README as in the code', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const { purposes, lives } = strings.en.chat.notice
    for (const { key, where, purpose, life } of STORED) {
      assert.ok(readme.includes(`| \`${key}\` (\`${where}\`) | ${purposes[purpose]} | ${lives[life]} |`))
    }
  })

  it('has words in every language', () => {
    for (const code of CODES) for (const { purpose, life } of STORED) assert.ok(strings[code].chat.notice.purposes[purpose] && strings[code].chat.notice.lives[life])
  })
})

describe('the facts of a policy', () => {
  it('are its own words where it has them', () => {
    const kiri = factsOf(policyOf('kommune-kiri'), 'da', strings.da)
    assert.deepEqual([kiri.bot, kiri.icon, kiri.corner, kiri.labels.delete], ['Kommune-Kiri', 'question', 'top_right', 'Slet samtalen'])
    const cellbes = factsOf(policyOf('cellbes'), 'da', strings.da)
    assert.deepEqual([cellbes.icon, cellbes.corner, cellbes.launcher, cellbes.formats], ['gear', 'top_right', 'bottom_right', ['text', 'json']])
  })
})
