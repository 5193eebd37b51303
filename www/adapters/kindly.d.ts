export { KindlyChat, ChatError } from './index.js'
