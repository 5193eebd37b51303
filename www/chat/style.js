// Constructable style sheets need no permission of the page's content security policy.
import { COVERS } from './cover.js'

// Each colour in the light, in the dark, and where the citizen's own colours are forced. The last are nobody else's to set.
const COLOURS = Object.freeze({
  accent: ['#0b4f6c', '#8fd3c8', 'Canvas'],
  'on-accent': ['#fff', '#0b1f22', 'CanvasText'],
  surface: ['#fff', '#18232a', 'Canvas'],
  raised: ['#eef2f3', '#24333c', 'Canvas'],
  ink: ['#16232b', '#ecf1f2', 'CanvasText'],
  quiet: ['#4a5a63', '#b9c6cc', 'CanvasText'],
  line: ['#74848d', '#8a9ba5', 'CanvasText'],
  mark: ['#ffe2a8', '#5a4210', 'Canvas'],
  'mark-line': ['#8a5a00', '#f2bd5a', 'CanvasText'],
  wrong: ['#8c1d18', '#ffb4ab', 'CanvasText']
})

const colours = given => Object.entries(COLOURS).map(([name, looks]) => `--${name}: ${given(name, looks)};`).join('')

// `.own` lets nothing of the page's style in: its text has the size that the citizen chose in the browser, whatever the page makes of its own.
// `.layer` is the box and, under it, the marked copy that grows with it: both set every line alike.
// Where colours are forced, a browser would paint a plate behind the words of the box, over the marks: not in these two.
// In a low window not even the box to write in would fit under the log, so all of it scrolls as one.
// However long a dialog is, its buttons stay in sight: not everybody has an Escape key.
const RULES = `
.own {
  all: initial;
  visibility: inherit;
  direction: ltr;
  ${colours((name, [light]) => `var(--slor-${name}, ${light})`)}
  color: var(--ink);
  color-scheme: light;
  font: var(--slor-font, medium/1.5 system-ui, sans-serif);
  overflow-wrap: anywhere;
}
::slotted(*) { color: inherit !important }
@media (prefers-color-scheme: dark) {
  .own { ${colours((name, [, dark]) => `var(--slor-${name}-dark, ${dark})`)} color-scheme: dark }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
p, ul, dl, dd, h2, h3 { margin: 0 }
ul { padding-left: 1.2em }
h2 { font-size: 1.125em; line-height: 1.3 }
h3 { font-size: 1em }
a { color: var(--accent) }
button, textarea, input { font: inherit; color: inherit }
button, summary, .links a {
  min-height: 44px;
  min-width: 44px;
  padding: .5em .85em;
  border: 1px solid var(--line);
  border-radius: var(--slor-radius, .6em);
  background: var(--surface);
  cursor: pointer;
}
button, label, legend, dt, .problem { font-weight: 600 }
button:disabled, [aria-disabled] { opacity: .6; cursor: not-allowed }
button:enabled:hover, summary:hover { text-decoration: underline }
.main, .send, .launcher, .bar, .citizen .bubble { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
.danger { border-color: var(--wrong) }
.plain, .send { display: grid; place-items: center; padding: 0 }
.plain { border-color: #0000; background: none }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.bar :focus-visible, .launcher { outline-color: currentColor; outline-offset: -4px }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.launcher, .panel { position: fixed; z-index: var(--slor-z, 1000); inset: auto 1em 1em auto }
.launcher { display: flex; gap: .5em; align-items: center; min-height: 56px; padding: .5em 1.25em; border-radius: 2em; box-shadow: 0 2px 10px #0005 }
.bottom_left { inset: auto auto 1em 1em }
.top_right { inset: 1em 1em auto auto }
.top_left { inset: 1em auto auto 1em }
.panel {
  display: flex;
  flex-direction: column;
  width: min(var(--slor-width, 25em), calc(100vw - 2em));
  height: min(var(--slor-height, 42em), calc(100dvh - 2em));
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: calc(var(--slor-radius, .6em) * 1.5);
  background: var(--surface);
  box-shadow: 0 6px 30px #0006;
}
.bar { display: flex; gap: .25em; align-items: center; padding: .25em .5em }
h2:focus { outline: 0 }
.bar h2 { flex: 1; padding: 0 .5em }
.foot { display: flex; padding: .25em .5em; border-top: 1px solid var(--line) }
.foot .menu:not(.left) { margin-left: auto }
.menu { position: relative }
.entries { position: absolute; z-index: 2; top: 100%; right: 0; width: max-content; max-width: min(18em, 80vw); max-height: calc(100dvh - 5em); overflow-y: auto; padding: .35em; list-style: none; border: 1px solid var(--line); border-radius: .6em; background: var(--surface); color: var(--ink); box-shadow: 0 2px 10px #0005 }
.left .entries { right: auto }
.foot .entries { top: auto; bottom: 100% }
.entries button { width: 100%; border-color: #0000; text-align: start }
.stage { display: flex; flex-direction: column; flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain }
.standing { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; justify-content: space-between; padding: .5em .9em; background: var(--raised); border-bottom: 1px solid var(--line) }
.log { display: flex; flex-direction: column; gap: .75em; flex: 1; min-height: 6em; padding: .9em; scroll-padding: .9em; overflow-y: auto }
.log:focus-visible, .layer:focus-visible, .found summary { outline-offset: -4px }
.turn { align-self: flex-start; max-width: 88% }
.citizen { align-self: flex-end }
.who, .remark, .hint, .typing { font-size: .875em; color: var(--quiet) }
.bubble { padding: .6em .85em; border-radius: .3em 1em 1em; background: var(--raised); white-space: pre-wrap }
.agent .bubble { border: 2px solid var(--accent) }
.citizen .bubble { border-radius: 1em .3em 1em 1em }
.note { align-self: stretch; padding: .5em .75em; border-left: 4px solid var(--accent); background: var(--raised) }
.problem, .danger { color: var(--wrong) }
.delivery, .composer, .found ul, .sections, .body, form, .field, .failure, .ways { display: grid; gap: .5em; align-content: start }
.delivery { justify-items: start; margin-top: .25em }
.links { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .5em; padding: 0; list-style: none }
.links a { display: inline-flex; align-items: center }
.line { scroll-margin: .75em; display: flex; gap: .5em; align-items: flex-end }
.composer { padding: .75em .9em; border-top: 1px solid var(--line) }
textarea, .layer, .field input { width: 100%; min-height: 44px; padding: .6em .7em; border: 1px solid var(--line); border-radius: .5em }
.editor { display: grid; flex: 1; min-width: 0; max-height: 9em; overflow-y: auto; border-radius: .5em }
.editor > * { grid-area: 1 / 1 }
.layer { margin: 0; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; overflow: hidden; resize: none }
.back { background: none; box-shadow: 0 1px var(--line) }
textarea.layer { position: relative; background: none }
.marks, mark { border-color: #0000; color: #0000 }
mark { background: var(--mark); border-radius: .2em; box-shadow: 0 2px var(--mark-line) }
.found summary { background: var(--mark); border-color: var(--mark-line) }
.found { max-height: min(14em, 30dvh); overflow-y: auto }
.found ul { margin-top: .5em }
dialog { width: 34em; padding: 1.1em 1.1em 0; scroll-padding: 5em; overflow-y: auto; border: 1px solid var(--line); border-radius: .9em; background: var(--surface); color: var(--ink) }
.body { margin: .75em 0 }
dialog::backdrop { background: #000a }
.field { gap: .25em }
dialog textarea, .field input { background: var(--surface) }
fieldset { margin: 0; padding: .5em .75em; border: 1px solid var(--line); border-radius: .5em }
.switch { display: flex; gap: .5em; align-items: center; min-height: 44px }
.switch input { width: 24px; height: 24px; flex: none; accent-color: var(--accent) }
.buttons { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: .5em; padding: .5em 0 1.1em; background: var(--surface) }
.sections > details > :not(summary) { margin: .6em .25em }
.failure { flex: 1; padding: 1.1em; overflow-y: auto }

@media ${COVERS} {
  .panel, dialog { inset: 0; width: 100vw; max-width: none; height: 100dvh; max-height: none; border: 0; border-radius: 0 }
}
@media (max-height: 30rem) {
  .log, .found { flex: none; max-height: none; overflow: visible }
}
@media (forced-colors: active) {
  .own { ${colours((name, [,, forced]) => forced)} }
  a { color: LinkText }
  :focus-visible { outline-color: Highlight }
  .turn .bubble, .note, .launcher, .bar, .standing, .main, .send { border: 1px solid CanvasText }
  .layer { forced-color-adjust: none }
}
`

// The tag's attributes for colours: they set the properties for the page, which may set these itself.
export const ATTRIBUTES = Object.freeze(['accent', 'on-accent', 'surface', 'ink'].flatMap(it => [it, `${it}-dark`]))

/** The rules, as soon as there is an element. @type {CSSStyleSheet} */
export let shared

/**
 * The style sheets of one element.
 *
 * @param {HTMLElement} tag
 */
export function sheetsOf (tag) {
  if (!shared) {
    shared = new globalThis.CSSStyleSheet()
    shared.replaceSync(RULES)
  }
  const own = new globalThis.CSSStyleSheet()
  own.insertRule(':host {}')
  const { style } = /** @type {CSSStyleRule} */ (own.cssRules[0])
  for (const name of ATTRIBUTES) {
    const colour = tag.getAttribute(name)
    // What is no colour is not taken by the browser.
    if (colour && globalThis.CSS.supports('color', colour)) style.setProperty(`--slor-${name}`, colour)
  }
  return [shared, own]
}
