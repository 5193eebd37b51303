// In a process of its own: after a trap nothing works any more.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import startEngine from '../../www/pkg/slor.js'
import { load } from '../../www/node.js'

const policy = readFileSync(new URL('../policies/everything.json', import.meta.url), 'utf8')

it('refuses for good once the engine has trapped', async () => {
  const redactor = await load({ policy })
  const talk = redactor.conversation()
  // Started already, so this gives the running engine, whose memory we ruin.
  const engine = await startEngine()
  const memory = new Uint8Array(engine.memory.buffer)
  const good = memory.slice()
  memory.fill(0xff)
  const stopped = { name: 'SlorError', code: 'stopped' }
  assert.throws(() => redactor.redact('010190-1234'), stopped)

  new Uint8Array(engine.memory.buffer).set(good)
  assert.throws(() => redactor.redact('hej'), stopped, 'even if it would work again')
  assert.throws(() => talk.preview('hej'), stopped)
  assert.throws(() => talk.add('hej'), stopped)
  await assert.rejects(load({ policy }), stopped)
})
