// Accessibility, as axe-core judges it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { until } from './site.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong in the open page, one line each. */
export async function violations (browser) {
  await browser.run(axe)
  await browser.run(`window.found = undefined
    axe.run().then(it => {
      window.found = it.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, ...target, failureSummary].join(' ')))
    }, error => { window.found = [String(error)] })`)
  return until(browser, 'return window.found')
}
