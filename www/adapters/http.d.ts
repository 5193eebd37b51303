export { HttpChat, ChatError } from './index.js'
