import { page } from './page.js'
import { wordsOn } from './words.js'

export { SlorError } from './errors.js'
export { noticeNodes } from './notice-nodes.js'

export const { noticeSections, recordSections, noticeText, recordText, checkPolicy, policyRules } = wordsOn(page)
