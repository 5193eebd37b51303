import { SlorChat } from './chat/element.js'

export { SlorChat }

// Importing it twice, or on a server, does no harm.
if (globalThis.customElements && !globalThis.customElements.get('slor-chat')) globalThis.customElements.define('slor-chat', SlorChat)
