// The demo's own server, with the test pages beside it and a switch to break things.
import { serve } from '../../www/build/serve.js'

const tests = new URL('../', import.meta.url)

/** @param {Record<string, URL>} [more] folders */
export async function startSite (more) {
  let fault
  const site = await serve({ answer: path => fault?.(path), extra: { '/tests/': tests, ...more } })
  return {
    ...site,
    /** @param {((path: string) => object | undefined) | undefined} answer */
    breakWith (answer) { fault = answer }
  }
}

/** Opens the test page and asks one of page.js's questions. */
export async function ask (browser, site, name, ...args) {
  await browser.open(`${site.url}/tests/browser/page.html`)
  await until(browser, 'return typeof window.ask === "function"')
  await browser.run('window.ask.apply(null, arguments)', name, ...args)
  const { value, error } = await until(browser, 'return window.answer')
  if (error) throw new Error(error)
  return value
}

export async function until (browser, script, ...args) {
  const end = Date.now() + 20_000
  for (;;) {
    const value = await browser.run(script, ...args)
    if (value) return value
    if (Date.now() > end) throw new Error(`never came true: ${script}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
