import { ChatError } from '../adapters/error.js'

const PLATFORMS = {
  boost: async () => (await import('../adapters/boost.js')).BoostChat,
  kindly: async () => (await import('../adapters/kindly.js')).KindlyChat,
  http: async () => (await import('../adapters/http.js')).HttpChat,
  demo: async () => (await import('../adapters/demo.js')).DemoChat
}

const number = text => /^\d+$/.test(text) ? Number(text) : text

/**
 * The adapter of the platform that the tag names, or the policy.
 *
 * @param {HTMLElement} tag
 * @param {any} policy
 * @returns {Promise<new (options: any) => import('../adapters/index.d.ts').Chat>}
 */
export async function adapterOf (tag, policy) {
  const name = tag.getAttribute('platform') ?? policy.bot.platform?.adapter
  if (!Object.hasOwn(PLATFORMS, name)) throw new ChatError('usage', `the attribute platform is one of ${Object.keys(PLATFORMS).join(', ')}`)
  return PLATFORMS[name]()
}

/**
 * The talk with that platform.
 *
 * @param {HTMLElement} tag
 * @param {any} policy
 * @param {string} language
 */
export async function connect (tag, policy, language) {
  const attribute = name => tag.getAttribute(name) ?? undefined
  const Chat = await adapterOf(tag, policy)
  return new Chat({
    policy,
    language,
    address: attribute('endpoint'),
    upload: attribute('upload'),
    locale: attribute('locale'),
    botKey: attribute('bot-key'),
    humanAction: number(attribute('human-action')),
    humanExchange: attribute('human-exchange')
  })
}
