import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { differences } from '../marked.js'
import { install } from './installed.js'

const policyUrl = new URL('../policies/everything.json', import.meta.url)
const policy = readFileSync(policyUrl, 'utf8')
const casesFolder = new URL('../cases/', import.meta.url)
const SECRET = '010190-1234'

// Where each stands in the package, and where it is from.
const LEGAL = {
  'README.md': 'README.md',
  'LICENSE-MIT': 'LICENSE-MIT',
  'LICENSE-APACHE': 'LICENSE-APACHE',
  'licences/names/LICENSE': 'src/recognize/names/weights/LICENSE',
  'licences/names/MODEL_CARD.md': 'src/recognize/names/weights/MODEL_CARD.md'
}

let installed
let slor
let redactor

before(async () => {
  installed = install()
  slor = await import(pathToFileURL(join(installed.root, 'node.js')).href)
  redactor = await slor.load({ policy })
})

after(() => installed.remove())

const refuses = (code) => error => {
  assert.ok(error instanceof Error)
  assert.equal(error.name, 'SlorError')
  assert.equal(error.code, code)
  assert.ok(!`${error.message} ${error.stack}`.includes(SECRET))
  return true
}

describe('the installed package', () => {
  it('is imported by its name, redacts, and prints nothing', () => {
    const script = `
      import { load, RedactedText } from 'slor'
      const redactor = await load({ policy: process.argv[1] })
      const text = redactor.redact('Mit CPR er ${SECRET} 😀')
      if (!RedactedText.is(text) || String(text).includes('${SECRET}')) process.exit(1)`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, policy], { cwd: installed.folder })
    assert.equal(String(out), '')
  })

  it('carries everything it needs and nothing else', () => {
    const files = readdirSync(installed.root, { recursive: true }).map(String)
    for (const name of ['index.js', 'node.js', 'index.d.ts', 'pkg/slor.js', 'pkg/slor_bg.wasm', 'pkg/manifest.js', 'chat.js', 'chat.d.ts', 'chat/element.js', 'strings/da.js']) {
      assert.ok(files.includes(name), name)
    }
    assert.ok(!files.some(name => /^(build|demo|node_modules)/.test(name)))
  })

  it('carries the licences of the engine and of the names packs, and says where those come from', () => {
    const { license } = JSON.parse(readFileSync(join(installed.root, 'package.json'), 'utf8'))
    assert.equal(license, '(MIT OR Apache-2.0) AND CC-BY-SA-4.0')
    for (const [name, original] of Object.entries(LEGAL)) {
      assert.equal(readFileSync(join(installed.root, name), 'utf8'), readFileSync(new URL(`../../${original}`, import.meta.url), 'utf8'), name)
    }
  })

  it('carries the licences of the libraries whose code is in the modules', () => {
    const text = readFileSync(join(installed.root, 'licences/libraries.txt'), 'utf8')
    const libraries = text.split(/^-{80}$/m)
    for (const name of ['serde', 'serde-wasm-bindgen', 'talc', 'time', 'wasm-bindgen']) {
      const own = libraries.filter(it => it.trim().startsWith(`${name} v`))
      assert.equal(own.length, 1, name)
      assert.match(own[0], /Copyright|Permission is hereby granted/, name)
    }
    assert.doesNotMatch(text, /^(slor|clap|regex|serde_derive) v|registry/m)
  })

  it('has a chat that does no harm on a server', () => {
    const script = "const { SlorChat } = await import('slor/chat'); if (typeof SlorChat !== 'function') process.exit(1)"
    assert.equal(String(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: installed.folder })), '')
  })

  it('finds the same, whichever pack comes last', async t => {
    const texts = ['jeg har sukkersyge', 'jag heter Anna Lindkvist och är muslim', 'minulla on masennus']
    const expected = texts.map(text => String(redactor.redact(text)))
    for (const late of ['terms-da', 'terms-shared', 'names-world']) {
      const bytes = readFileSync(join(installed.root, 'pkg', `${late}.bin`))
      const url = await listen(t, (_, response) => { setTimeout(() => response.end(bytes), 300) })
      const mine = await slor.load({ policy, packs: { [late]: url } })
      assert.deepEqual(texts.map(text => String(mine.redact(text))), expected, late)
    }
  })

  it('takes a policy as text, object, address and file name', async () => {
    for (const given of [policy, `\ufeff${policy}`, JSON.parse(policy), policyUrl, policyUrl.href, 'tests/policies/everything.json']) {
      assert.ok(!String((await slor.load({ policy: given })).redact(SECRET)).includes(SECRET))
    }
  })
})

describe('a redacted text', () => {
  it('is made by a redactor and by nobody else', () => {
    const text = redactor.redact(`Ring, ${SECRET}`)
    assert.ok(slor.RedactedText.is(text))
    assert.ok(!slor.RedactedText.is(String(text)))
    assert.ok(!slor.RedactedText.is(Object.create(slor.RedactedText.prototype)))
    assert.ok(!slor.RedactedText.is({ toString: () => SECRET }))
    assert.throws(() => new slor.RedactedText(Symbol('slor'), { text: SECRET, findings: [], unread: false }), TypeError)
  })

  it('comes of nothing that a page could put an engine of its own into', () => {
    for (const made of [redactor, redactor.conversation(), redactor.transcript()]) {
      const { constructor } = made
      assert.throws(() => Reflect.construct(constructor, [Symbol('slor'), { redact: text => ({ text, findings: [], unread: false }) }]), TypeError, constructor.name)
    }
  })

  it('cannot be changed', () => {
    const text = redactor.redact(`😀 ${SECRET}`)
    assert.ok(Object.isFrozen(text) && Object.isFrozen(text.findings) && text.findings.every(Object.isFrozen))
    assert.throws(() => { text.unread = true }, TypeError)
  })

  it('is its text in the body of a request', () => {
    const text = redactor.redact(`Ring, ${SECRET}`)
    assert.equal(JSON.stringify({ text }), JSON.stringify({ text: String(text) }))
  })

  it('counts its offsets as slice does', () => {
    const message = `😀æ ${SECRET} 😀`
    const [finding] = redactor.redact(message).findings
    assert.equal(message.slice(finding.start, finding.end), SECRET)
  })
})

describe('a conversation', () => {
  it('shows a preview that is no redacted text and changes nothing', () => {
    const talk = redactor.conversation()
    const first = talk.preview(SECRET)
    assert.ok(!slor.RedactedText.is(first) && Object.isFrozen(first) && !first.text.includes(SECRET))
    assert.deepEqual(talk.preview(SECRET), first)
    assert.equal(String(talk.add(SECRET)), first.text)
    talk.clear()
    assert.equal(String(talk.add(SECRET)), first.text)
  })

  it('refuses a message in a script that the engine does not read', () => {
    const message = 'Здравствуйте, меня зовут Иван, мой номер телефона такой'
    const talk = redactor.conversation()
    assert.equal(talk.preview(message).unread, true)
    assert.throws(() => talk.add(message), refuses('unread'))
    assert.throws(() => redactor.redact(message), refuses('unread'))
    assert.ok(slor.RedactedText.is(talk.add('hej')), 'refusing one message does not stop the next')
  })
})

describe('every purpose of the package', () => {
  it('is known to the engine', () => {
    for (const purpose of slor.PURPOSES) assert.ok(slor.RedactedText.is(redactor.redact('hej', { purpose })))
  })

  it('is checked, and no text is redacted by another name', () => {
    assert.throws(() => redactor.redact(SECRET, { purpose: 'anwser' }), error => refuses('usage')(error) && slor.PURPOSES.every(it => error.message.includes(it)))
    assert.throws(() => redactor.redact(Number(1)), refuses('usage'))
  })
})

describe('marked cases', () => {
  for (const name of readdirSync(casesFolder).filter(name => name.endsWith('.txt'))) {
    it(`${name} comes back as written`, () => {
      assert.deepEqual(differences(redactor, readFileSync(new URL(name, casesFolder), 'utf8')), [])
    })
  }
})

describe('loading refuses', () => {
  it('no policy, a wrong one, and one that is not there', async () => {
    await assert.rejects(slor.load(), refuses('usage'))
    await assert.rejects(slor.load({ policy: '{"slor": 1, "categorys": {}}' }), refuses('policy'))
    for (const slip of ["{'slor': 1}", '{"slor": 1,}', '{"slor": 1 // one\n}', '{"slor": True}', '{"slor": 1; "id": "x"}', '{"slor" = 1}', '{"slor": 1']) {
      await assert.rejects(slor.load({ policy: slip }), refuses('policy', /^1:\d+: from here on it is no JSON: `slor check` says why/))
    }
    await assert.rejects(slor.load({ policy: { slor: 0 } }), refuses('policy'))
    await assert.rejects(slor.load({ policy: new URL('nowhere.json', policyUrl) }), refuses('policy'))
  })

  it('an object that is no JSON, and goes on', async () => {
    const round = { slor: 1, round: {} }
    round.round = round
    for (const given of [round, { slor: 1n }, [], { toJSON () {} }]) await assert.rejects(slor.load({ policy: given }), refuses('policy'))
    assert.ok(slor.RedactedText.is(redactor.redact('hej')))
  })

  it('a page where a policy was expected', async t => {
    const url = await listen(t, (request, response) => {
      response.statusCode = request.url === '/404' ? 404 : 200
      response.end(request.url === '/404' ? policy : '<!doctype html>')
    })
    await assert.rejects(slor.load({ policy: `${url}/404` }), refuses('policy'))
    await assert.rejects(slor.load({ policy: `${url}/page` }), refuses('policy'))
  })

  it('an engine that was changed or is missing', async () => {
    const changed = installed.copy('changed')
    const wasm = join(changed.root, 'pkg', 'slor_bg.wasm')
    const bytes = readFileSync(wasm)
    bytes[bytes.length - 1] ^= 1
    writeFileSync(wasm, bytes)
    await assert.rejects(changed.load({ policy }), refuses('engine'))
    rmSync(wasm)
    await assert.rejects(changed.load({ policy }), refuses('engine'))
    bytes[bytes.length - 1] ^= 1
    writeFileSync(wasm, bytes)
    assert.ok(!String((await changed.load({ policy })).redact(SECRET)).includes(SECRET), 'and may be tried again')
  })

  it('an engine that does not mask a known number', async () => {
    const blind = installed.copy('blind')
    appendFileSync(join(blind.root, 'pkg', 'slor.js'), '\nRedactor.prototype.redact = text => ({ text, findings: [], unread: false })\n')
    await assert.rejects(blind.load({ policy }), refuses('selftest'))
  })

  it('everything for good, once the engine has trapped under a policy', async () => {
    const trapped = installed.copy('trapped')
    const mine = await trapped.load({ policy })
    // Started already, so this gives the running engine, whose memory we ruin.
    const { default: startEngine } = await import(pathToFileURL(join(trapped.root, 'pkg', 'slor.js')).href)
    const { memory } = await startEngine()
    const good = new Uint8Array(memory.buffer).slice()
    new Uint8Array(memory.buffer).fill(0xff)
    await assert.rejects(trapped.load({ policy }), refuses('stopped'))
    new Uint8Array(memory.buffer).set(good)
    assert.throws(() => mine.redact('hej'), refuses('stopped'))
  })

  it('a language pack that was changed or is missing', async () => {
    const broken = installed.copy('broken')
    const [pack] = readdirSync(join(broken.root, 'pkg')).filter(name => name.endsWith('.bin'))
    writeFileSync(join(broken.root, 'pkg', pack), 'not a pack')
    await assert.rejects(broken.load({ policy }), refuses('pack'))
    await assert.rejects(broken.load({ policy, packs: { [pack.replace('.bin', '')]: new Uint8Array(64) } }), refuses('pack'))
    rmSync(join(broken.root, 'pkg', pack))
    await assert.rejects(broken.load({ policy }), refuses('pack'))
    // It was asked for early, and is no matter where the policy is wrong.
    await assert.rejects(broken.load({ policy: '{"reads": ["da"]}' }), refuses('policy'))
  })

  it('packs of which none comes, and is told of it once', async () => {
    const bare = installed.copy('bare')
    const pkg = join(bare.root, 'pkg')
    readdirSync(pkg).filter(name => name.endsWith('.bin')).forEach(name => rmSync(join(pkg, name)))
    const unheard = []
    const hear = error => unheard.push(error)
    process.on('unhandledRejection', hear)
    await assert.rejects(bare.load({ policy }), refuses('pack'))
    await new Promise(resolve => setTimeout(resolve, 50))
    process.off('unhandledRejection', hear)
    assert.deepEqual(unheard, [])
  })

  it('to wait for ever', async t => {
    const url = await listen(t, () => {})
    await assert.rejects(slor.load({ policy: url, timeout: 200 }), refuses('timeout'))
    assert.ok(slor.RedactedText.is((await slor.load({ policy, timeout: Infinity })).redact('hej')), 'unless that is what was asked for')
  })
})

/** The address of a server that is there as long as the test, however that ends. */
async function listen (t, answer) {
  const server = createServer(answer)
  t.after(() => { server.close(); server.closeAllConnections() })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${server.address().port}`
}
