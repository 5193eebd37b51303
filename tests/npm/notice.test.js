import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { install } from './installed.js'

const policyUrl = new URL('../../policies/kommune-kiri.json', import.meta.url)
const policy = readFileSync(policyUrl, 'utf8')
const cellbes = readFileSync(new URL('../../policies/cellbes.json', import.meta.url), 'utf8')
const LANGUAGES = ['da', 'sv', 'nb', 'nn', 'fi', 'en']

const of = root => import(pathToFileURL(join(root, 'notice-node.js')).href)

let installed
let words

before(async () => {
  installed = install()
  words = await of(installed.root)
})

after(() => installed.remove())

const refuses = (code, says) => ({ name: 'SlorError', code, ...says && { message: says } })

describe('the words of a policy, from the installed package', () => {
  it('are imported by their name', () => {
    const script = `
      import { noticeSections } from 'slor/notice'
      console.log((await noticeSections(process.argv[1], 'sv')).language)`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, policy], { cwd: installed.folder })
    assert.equal(String(out), 'sv\n')
  })

  it('are a notice in six languages, for a policy as text, object and address', async () => {
    for (const language of LANGUAGES) {
      const notice = await words.noticeSections(policy, language)
      assert.equal(notice.language, language)
      assert.equal(notice.title.language, 'da', 'the policy speaks Danish only')
      assert.ok(notice.sections.every(it => it.heading && it.blocks.length > 0))
    }
    for (const given of [JSON.parse(policy), policyUrl, policyUrl.href]) {
      assert.deepEqual(await words.noticeSections(given, 'da'), await words.noticeSections(policy, 'da'))
    }
  })

  it('are the record, and both as texts', async () => {
    assert.equal((await words.recordSections(policy, 'en')).sections[0].id, 'controller')
    assert.match(await words.noticeText(policy, 'da', 'markdown'), /^# .+\n\n## /)
    assert.match(await words.recordText(policy, 'fi', 'html'), /^<!doctype html>\n<html lang="fi">/)
  })

  it('are every mistake with its place, and every warning', async () => {
    const wrong = policy.replace('"digits":', '"digit":')
    const { errors, warnings } = await words.checkPolicy(wrong)
    const line = wrong.split('\n').findIndex(it => it.includes('"digit":')) + 1
    const misspelt = errors.find(it => it.key === 'digit')
    assert.deepEqual({ ...misspelt }, { line, column: 3, key: 'digit', message: 'unknown key `digit`; did you mean `digits`?' })
    assert.deepEqual(warnings, [])
    const checked = await words.checkPolicy(cellbes)
    assert.deepEqual([checked.errors.length, checked.warnings[0].key], [0, 'processors.0'])
  })

  it('are what is decided for each purpose, with the reason', async () => {
    const rules = await words.policyRules(cellbes)
    const { views } = rules.find(it => it.category === 'email')
    assert.deepEqual(views.map(it => [it.purpose, it.action]),
      [[undefined, 'redact'], ['answer', 'keep'], ['improve', 'redact'], ['statistics', 'redact']])
    assert.match(views[1].reason, /^E-mailadressen skal bruges/)
  })
})

describe('asking for words refuses', () => {
  it('a policy that is missing or wrong, and says what is wrong where', async () => {
    await assert.rejects(words.noticeSections(undefined, 'da'), refuses('usage'))
    await assert.rejects(words.noticeSections(new URL('nowhere.json', policyUrl), 'da'), refuses('policy'))
    await assert.rejects(words.noticeSections('{"slor": 1, "categorys": {}}', 'da'), refuses('policy', /1:\d+: categorys: unknown key/))
    await assert.rejects(words.policyRules('{}'), refuses('policy'))
  })

  it('an unknown language or form', async () => {
    await assert.rejects(words.noticeSections(policy, 'de'), refuses('usage', /da, sv, nb, nn, fi, en/))
    await assert.rejects(words.noticeText(policy, 'da', 'pdf'), refuses('usage', /markdown, text, html/))
    await assert.rejects(words.checkPolicy(JSON.parse(policy)), refuses('usage'))
  })

  it('strings that were changed or are missing', async () => {
    const { root } = installed.copy('changed-strings')
    const copy = await of(root)
    writeFileSync(join(root, 'pkg', 'notice-da.bin'), 'not a pack')
    await assert.rejects(copy.noticeSections(policy, 'da'), refuses('pack'))
    rmSync(join(root, 'pkg', 'notice-da.bin'))
    await assert.rejects(copy.noticeSections(policy, 'da'), refuses('pack'))
    assert.equal((await copy.noticeSections(policy, 'sv')).language, 'sv')
  })

  it('a module that was changed or is missing', async () => {
    const { root } = installed.copy('changed-module')
    const copy = await of(root)
    const wasm = join(root, 'pkg', 'slor_words_bg.wasm')
    const bytes = readFileSync(wasm)
    bytes[bytes.length - 1] ^= 1
    writeFileSync(wasm, bytes)
    await assert.rejects(copy.checkPolicy(policy), refuses('engine'))
    rmSync(wasm)
    await assert.rejects(copy.checkPolicy(policy), refuses('engine'))
    bytes[bytes.length - 1] ^= 1
    writeFileSync(wasm, bytes)
    assert.deepEqual((await copy.checkPolicy(policy)).errors, [], 'and may be tried again')
  })
})
