export { DemoChat, ChatError } from './index.js'
