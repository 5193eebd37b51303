import { BoostChat } from './boost.js'
import { DemoChat } from './demo.js'
import { HttpChat } from './http.js'
import { KindlyChat } from './kindly.js'

export { ChatError } from './error.js'
export { BoostChat, DemoChat, HttpChat, KindlyChat }
