// Three browsers behind one small interface, so that each test is written once.
import { chromium } from 'playwright-core'
import { Builder, By, Key } from 'selenium-webdriver'
import firefox from 'selenium-webdriver/firefox.js'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'

const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

/**
 * @typedef {object} Browser
 * @property {(url: string) => Promise<unknown>} open
 * @property {(selector: string, text: string) => Promise<unknown>} type
 * @property {(selector: string) => Promise<unknown>} click
 * @property {(script: string, ...args: unknown[]) => Promise<any>} run runs `script` in the page as the body of a function
 * @property {(key: string) => Promise<unknown>} press a key, such as `Tab` or `Shift+Tab`, wherever the focus is
 * @property {(text: string) => Promise<unknown>} write key by key, wherever the focus is
 * @property {(width: number, height: number) => Promise<{ restore: () => Promise<unknown> }>} resize the window
 * @property {() => Promise<unknown>} close
 * @property {import('playwright-core').Page} [page]
 */

/** @type {Record<string, () => Promise<Browser>>} */
export const browsers = {
  async Chromium () {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM_ARGS })
    const page = await browser.newPage()
    return {
      // For what only this browser can be asked for, such as other media.
      page,
      open: url => page.goto(url),
      type: (selector, text) => page.locator(selector).pressSequentially(text),
      click: selector => page.locator(selector).click(),
      press: key => page.keyboard.press(key),
      write: text => page.keyboard.type(text),
      run: (script, ...args) => page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`),
      async resize (width, height) {
        const before = page.viewportSize()
        await page.setViewportSize({ width, height })
        return { restore: () => page.setViewportSize(before) }
      },
      close: () => browser.close()
    }
  },

  async Firefox () {
    const geckodriver = execFileSync('which', ['geckodriver'], { encoding: 'utf8' }).trim()
    const options = new firefox.Options().setBinary('/usr/bin/firefox-esr').addArguments('-headless')
    const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options)
      .setFirefoxService(new firefox.ServiceBuilder(geckodriver)).build()
    await driver.manage().setTimeouts({ script: 30_000 })
    return byWebDriver(driver, () => driver.quit())
  },

  async WebKit () {
    const port = await freePort()
    // MiniBrowser wants a screen, and this machine has none. Its compiler works beside the page and gets one start of the engine in some three hundred
    // wrong (2.50.6; `stress.js` shows it): the engine traps and the chat is closed, as it should be, but the test wanted something else.
    const server = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true, env: { WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1', JSC_useConcurrentJIT: '0', JSC_useOMGJIT: '0', ...process.env } })
    const stop = () => { try { process.kill(-server.pid) } catch { /* It's gone already. */ } }
    await listens(port)
    const options = { binary: miniBrowser(), args: ['--automation'] }
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }).build()
    await driver.manage().setTimeouts({ script: 30_000 })
    return byWebDriver(driver, () => driver.quit().finally(stop))
  }
}

/** @returns {Browser} */
function byWebDriver (driver, close) {
  return {
    open: url => driver.get(url),
    type: (selector, text) => driver.findElement(By.css(selector)).sendKeys(text),
    click: selector => driver.findElement(By.css(selector)).click(),
    press: key => {
      const [name, ...held] = key.split('+').reverse().map(it => Key[it.toUpperCase()])
      const actions = driver.actions()
      for (const it of held) actions.keyDown(it)
      actions.sendKeys(name)
      for (const it of held) actions.keyUp(it)
      return actions.perform()
    },
    write: text => driver.actions().sendKeys(text).perform(),
    async resize (width, height) {
      const before = await driver.manage().window().getRect()
      await driver.manage().window().setRect({ width, height })
      return { restore: () => driver.manage().window().setRect(before) }
    },
    run: (script, ...args) => driver.executeScript(`return (function () { ${script} }).apply(null, arguments)`, ...args),
    close
  }
}

async function freePort () {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  await new Promise(resolve => server.close(resolve))
  return port
}

async function listens (port) {
  const end = Date.now() + 20_000
  while (!(await fetch(`http://127.0.0.1:${port}/status`).then(it => it.ok, () => false))) {
    if (Date.now() > end) throw new Error('WebKitWebDriver did not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

function miniBrowser () {
  const folders = readdirSync('/usr/lib').map(it => `/usr/lib/${it}/webkit2gtk-4.1/MiniBrowser`)
  return folders.find(it => existsSync(it))
}
