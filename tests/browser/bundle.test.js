// What README.md says to whoever bundles with esbuild, followed to the letter; and what comes of not doing so.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { install } from '../npm/installed.js'
import { browsers } from './browsers.js'
import { startSite, until } from './site.js'

const POLICY = '/policies/kommune-kiri.json'

/** A page's own script: everything that asks for files of the package, and what came of each. */
const script = base => `
  import { load } from 'slor'
  import { noticeSections } from 'slor/notice'
  import 'slor/chat'
  const options = ${JSON.stringify({ base })}
  const chat = document.createElement('slor-chat')
  for (const [name, value] of Object.entries({ ...options, policy: '${POLICY}', platform: 'demo' })) chat.setAttribute(name, value)
  document.body.append(chat)
  Promise.allSettled([load({ policy: '${POLICY}', ...options }), noticeSections('${POLICY}', 'da', options), chat.open()]).then(all => {
    window.answer = [...all.slice(0, 2).map(it => it.reason?.code ?? it.status), chat.state]
  })`

describe('a bundle of the package', () => {
  let installed
  let site
  let browser
  before(async () => {
    installed = install()
    ;[site, browser] = await Promise.all([startSite({ '/bundled/': pathToFileURL(`${installed.folder}/`) }), browsers.Chromium()])
  })
  after(async () => {
    await Promise.all([browser?.close(), site?.close()])
    installed?.remove()
  })

  /** Bundles into a folder of its own, copies the files of the package to where they belong, and opens the page. */
  async function open (name, { files, base, options }) {
    const folder = join(installed.folder, name)
    mkdirSync(folder)
    await build({ stdin: { contents: script(base), resolveDir: installed.folder }, bundle: true, format: 'esm', logLevel: 'error', ...options(folder) })
    if (files) {
      const from = join(installed.root, 'pkg')
      for (const file of readdirSync(from).filter(it => /\.(wasm|bin)$/.test(it))) cpSync(join(from, file), join(installed.folder, files, file))
    }
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A page with a bundle</title><body><script type="module" src="main.js"></script>')
    await browser.open(`${site.url}/bundled/${name}/`)
    return until(browser, 'return window.answer')
  }

  const inOne = folder => ({ outfile: join(folder, 'main.js'), minify: true })
  const inParts = folder => ({ outdir: folder, entryNames: 'main', splitting: true, chunkNames: 'parts/[name]-[hash]' })

  it('works with the files beside it', async () => {
    assert.deepEqual(await open('beside', { files: 'beside', options: inOne }), ['fulfilled', 'fulfilled', 'ready'])
  })

  it('works in parts, with the files in a folder that base names', async () => {
    assert.deepEqual(await open('parts', { files: 'slor', base: '/bundled/slor/', options: inParts }), ['fulfilled', 'fulfilled', 'ready'])
  })

  it('fails closed without the files', async () => {
    const [redactor, notice, chat] = await open('without', { options: inOne })
    assert.deepEqual([redactor, chat], ['engine', 'failed'])
    // Two files are missing for it; either may be told first.
    assert.ok(['engine', 'pack'].includes(notice), notice)
  })
})
