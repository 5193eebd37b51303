// How the chat shows what a server says, and what the citizen writes, whatever it looks like.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { startHttp } from '../standins/http.js'
import { inEachBrowser } from './chat.js'

inEachBrowser('what is said in the chat', ({ citizen }) => {
  /** A talk whose server says something in answer to a message. */
  async function hears (t, message) {
    const server = await startHttp()
    t.after(() => server.close())
    await citizen.begin({ policy: '/policies/kommune-kiri.json', platform: 'http', endpoint: server.address, lang: 'da' }, { servers: [server] })
    server.breakWith(it => it.method === 'POST' ? { body: { messages: [{ id: 'm-strange', from: 'bot', text: 'Ja', ...message }] } } : undefined)
    await citizen.greet()
  }

  it('says that it goes on where it was cut', async t => {
    await hears(t, { text: 'hej '.repeat(5001) })
    assert.deepEqual(await citizen.text('.turn.bot:last-child .remark'), [da.chat.omitted])
  })

  it('has a name on each of its buttons', async t => {
    await hears(t, { links: [{ id: 'l-none' }, { id: 'l-object', label: { da: 'Ja' } }, { id: 'l-good', label: 'Mere' }, { id: 'l-open', kind: 'open', url: 'https://kommune.example/side' }] })
    assert.deepEqual(await citizen.text('.links li'), ['Mere', 'kommune.example'])
    assert.deepEqual(await citizen.text('.turn.bot:last-child .remark'), [da.chat.omitted])
  })

  it('runs as its script does, and the chat around it as its own', async t => {
    await hears(t, { text: 'שלום! Hej.' })
    const runs = selector => citizen.run('return inside(arguments[0]).map(it => getComputedStyle(it).direction)', selector)
    assert.deepEqual(await runs('.bubble'), ['ltr', 'ltr', 'rtl'])
    assert.deepEqual(await runs('.own, .turn.bot:last-child .who, .log, .composer'), ['ltr', 'ltr', 'ltr', 'ltr'])
    // The marks lie under the box, line by line.
    for (const [text, way] of [['שלום, 010190-1234', 'rtl'], ['Hej, 010190-1234', 'ltr'], ['', 'ltr']]) {
      await citizen.fill('#message', text)
      assert.deepEqual(await runs('.layer'), [way, way], text)
      assert.deepEqual(await citizen.run('return inside(".layer").map(it => getComputedStyle(it).unicodeBidi)'), ['plaintext', 'plaintext'])
    }
  })
})
