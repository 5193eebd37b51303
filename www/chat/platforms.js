import { ChatError } from '../adapters/error.js'

const PLATFORMS = {
  boost: async options => new (await import('../adapters/boost.js')).BoostChat(options),
  kindly: async options => new (await import('../adapters/kindly.js')).KindlyChat(options),
  http: async options => new (await import('../adapters/http.js')).HttpChat(options),
  demo: async options => new (await import('../adapters/demo.js')).DemoChat(options)
}

const number = text => /^\d+$/.test(text) ? Number(text) : text

/**
 * The talk with the platform that the tag names, or the policy.
 *
 * @param {HTMLElement} tag
 * @param {any} policy
 * @param {string} language
 * @returns {Promise<import('../adapters/index.d.ts').Chat>}
 */
export async function connect (tag, policy, language) {
  const attribute = name => tag.getAttribute(name) ?? undefined
  const name = attribute('platform') ?? policy.bot.platform?.adapter
  if (!Object.hasOwn(PLATFORMS, name)) throw new ChatError('usage', `the attribute platform is one of ${Object.keys(PLATFORMS).join(', ')}`)
  const humanAction = attribute('human-action')
  const options = {
    policy,
    language,
    address: attribute('endpoint'),
    upload: attribute('upload'),
    locale: attribute('locale'),
    botKey: attribute('bot-key'),
    humanAction: humanAction && number(humanAction),
    humanExchange: attribute('human-exchange')
  }
  return PLATFORMS[name](options)
}
