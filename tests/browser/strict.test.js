// What a strict page forbids, or what would keep or tell what somebody wrote, stands nowhere in the package.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

// What is forbidden, and the files that may have it all the same.
const FORBIDDEN = {
  'markup from text': ['innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser|setHTML'],
  'code from text': ['\\beval *\\(|new Function|setTimeout\\( *[\'"`]|javascript:'],
  'inline styles and handlers': ['style="|\\bon[a-z]+="|<style|setAttribute\\( *[\'"]style|createElement\\( *[\'"](style|script)'],
  'storage beyond the tab': ['localStorage|indexedDB|document\\.cookie|\\bcaches\\.'],
  'storage in the tab': ['sessionStorage', 'www/chat/storage.js'],
  'requests beside fetch': ['XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeer'],
  'other origins': ['(src|href)="(https?:)?//|@import|from [\'"]https?:'],
  'the console': ['console\\.', 'www/build/', 'www/chat/element.js'],
  'what tells a citizen apart': ['navigator\\.|screen\\.(width|height)|resolvedOptions|AudioContext|toDataURL', 'www/preview/']
}

for (const [what, [pattern, ...allowed]] of Object.entries(FORBIDDEN)) {
  it(`the package has no ${what}${allowed.length ? ' but where it belongs' : ''}`, () => {
    const hits = grep(pattern)
    assert.deepEqual(hits.filter(it => !allowed.some(place => it.startsWith(place))), [])
    for (const place of allowed) assert.ok(hits.some(it => it.startsWith(place)), `${place} needs no permission any more`)
  })
}

it('the search finds what it looks for', () => {
  assert.ok(grep('attachShadow').some(it => it.startsWith('www/chat/element.js')))
})

/** The lines of the package's own files in which the pattern stands. */
function grep (pattern) {
  try {
    return execFileSync('git', ['grep', '--untracked', '-nP', pattern, '--', 'www/*.js', 'www/*.html', 'www/*.css'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  } catch (/** @type {any} */ error) {
    // Git says 1 for nothing found.
    if (error.status !== 1) throw error
    return []
  }
}
