export { BoostChat, ChatError } from './index.js'
