// Constructable style sheets need no permission of the page's content security policy.
import { COVERS } from './cover.js'

// `.layer` is the box and, under it, the marked copy that grows with it: both set every line alike.
// Where colours are forced, a browser would paint a plate behind the words of the box, over the marks: not in these two.
// In a low window not even the box to write in would fit under the log, so all of it scrolls as one.
const RULES = `
:host {
  --accent: var(--slor-accent, #0b4f6c);
  --on-accent: var(--slor-on-accent, #fff);
  --surface: var(--slor-surface, #fff);
  --raised: var(--slor-raised, #eef2f3);
  --ink: var(--slor-ink, #16232b);
  --quiet: var(--slor-quiet, #4a5a63);
  --line: var(--slor-line, #74848d);
  --mark: var(--slor-mark, #ffe2a8);
  --mark-line: var(--slor-mark-line, #8a5a00);
  --wrong: var(--slor-wrong, #8c1d18);
  font: var(--slor-font, 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
  color: var(--ink);
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :host {
    --accent: var(--slor-accent-dark, #8fd3c8);
    --on-accent: var(--slor-on-accent-dark, #0b1f22);
    --surface: var(--slor-surface-dark, #18232a);
    --raised: var(--slor-raised-dark, #24333c);
    --ink: var(--slor-ink-dark, #ecf1f2);
    --quiet: var(--slor-quiet-dark, #b9c6cc);
    --line: var(--slor-line-dark, #8a9ba5);
    --mark: var(--slor-mark-dark, #5a4210);
    --mark-line: var(--slor-mark-line-dark, #f2bd5a);
    --wrong: var(--slor-wrong-dark, #ffb4ab);
    color-scheme: dark;
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
p, ul, h2, h3 { margin: 0 }
ul { padding-left: 1.2rem }
h2 { font-size: 1.125rem; line-height: 1.3 }
h3 { font-size: 1rem }
a { color: var(--accent) }
button, textarea, input { font: inherit; color: inherit }
button, summary, .links a {
  min-height: 44px;
  min-width: 44px;
  padding: .5rem .85rem;
  border: 1px solid var(--line);
  border-radius: var(--slor-radius, .6rem);
  background: var(--surface);
  cursor: pointer;
}
button { font-weight: 600 }
button:disabled { opacity: .6; cursor: not-allowed }
button:not(:disabled):hover, summary:hover { text-decoration: underline }
.main, .send, .launcher { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
.danger { border-color: var(--wrong); color: var(--wrong) }
.plain { display: grid; place-items: center; padding: 0; border-color: transparent; background: none; color: inherit }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.bar :focus-visible { outline-color: currentColor; outline-offset: -4px }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.launcher, .panel { position: fixed; z-index: var(--slor-z, 1000); inset: auto 1rem 1rem auto }
.launcher { display: flex; gap: .5rem; align-items: center; max-width: calc(100vw - 2rem); min-height: 56px; padding: .5rem 1.25rem; border-radius: 2rem; box-shadow: 0 2px 10px #0005 }
.bottom_left { inset: auto auto 1rem 1rem }
.top_right { inset: 1rem 1rem auto auto }
.top_left { inset: 1rem auto auto 1rem }
.panel {
  display: flex;
  flex-direction: column;
  width: min(var(--slor-width, 25rem), calc(100vw - 2rem));
  height: min(var(--slor-height, 42rem), calc(100dvh - 2rem));
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: calc(var(--slor-radius, .6rem) * 1.5);
  background: var(--surface);
  box-shadow: 0 6px 30px #0006;
}
.bar { display: flex; gap: .25rem; align-items: center; padding: .35rem .5rem; background: var(--accent); color: var(--on-accent) }
.bar h2:focus { outline: 0 }
.bar h2 { flex: 1; min-width: 0; padding: 0 .5rem; overflow-wrap: anywhere }
.foot { display: flex; padding: .25rem .5rem; border-top: 1px solid var(--line) }
.foot .menu { margin-left: auto }
.foot.left .menu { margin: 0 }
.menu { position: relative }
.entries { position: absolute; z-index: 2; top: 100%; right: 0; width: max-content; max-width: min(18rem, 80vw); max-height: calc(100dvh - 5rem); overflow-y: auto; padding: .35rem; list-style: none; border: 1px solid var(--line); border-radius: .6rem; background: var(--surface); color: var(--ink); box-shadow: 0 4px 16px #0005 }
.left .entries { right: auto; left: 0 }
.foot .entries { top: auto; bottom: 100% }
.entries button { width: 100%; border-color: transparent; text-align: start }
.entries :focus-visible { outline-color: var(--accent) }
.stage { display: flex; flex-direction: column; flex: 1; min-height: 0 }
.standing { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; justify-content: space-between; padding: .5rem .9rem; background: var(--raised); border-bottom: 1px solid var(--line) }
.log { display: flex; flex-direction: column; gap: .75rem; flex: 1; min-height: 6rem; padding: .9rem; overflow-y: auto; overscroll-behavior: contain }
.log:focus-visible { outline-offset: -4px }
.turn { align-self: flex-start; max-width: 88% }
.turn.citizen { align-self: flex-end }
.who, .remark, .hint, .typing { font-size: .875rem; color: var(--quiet) }
.bubble { padding: .6rem .85rem; border-radius: .3rem 1rem 1rem; background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere }
.agent .bubble { border: 2px solid var(--accent) }
.citizen .bubble { border-radius: 1rem .3rem 1rem 1rem; background: var(--accent); color: var(--on-accent) }
.note { align-self: stretch; padding: .5rem .75rem; border-left: 4px solid var(--accent); background: var(--raised) }
.problem { color: var(--wrong); font-weight: 600 }
.delivery { display: grid; gap: .5rem; justify-items: start; margin-top: .25rem }
.links { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; padding: 0; list-style: none }
.links a { display: inline-flex; align-items: center }
.composer { display: grid; gap: .5rem; padding: .75rem .9rem; border-top: 1px solid var(--line) }
.line { display: flex; gap: .5rem; align-items: flex-end }
.send { display: grid; place-items: center; padding: 0 }
.editor { display: grid; flex: 1; min-width: 0; max-height: 9rem; overflow-y: auto; border-radius: .5rem }
.layer { grid-area: 1 / 1; width: 100%; min-height: 44px; margin: 0; padding: .6rem .7rem; border: 1px solid var(--line); border-radius: .5rem; font: inherit; line-height: 1.4; letter-spacing: normal; white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden; resize: none }
.layer:focus-visible { outline-offset: -2px }
textarea.layer { position: relative; background: transparent }
.marks, .marks mark { color: transparent }
.marks { border-color: transparent }
.marks mark { background: var(--mark); border-radius: .2rem; box-shadow: 0 2px 0 var(--mark-line) }
.marks .back { background: none; box-shadow: 0 1px 0 var(--line) }
.found summary { padding: .6rem .75rem; background: var(--mark); border-color: var(--mark-line) }
.found .why { text-decoration: underline }
.found ul { display: grid; gap: .5rem; max-height: 9rem; margin-top: .5rem; padding: .25rem 0 .25rem 1.4rem; overflow-y: auto; font-size: .9375rem }
dialog { width: min(34rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); padding: 1.1rem; overflow-y: auto; border: 1px solid var(--line); border-radius: .9rem; background: var(--surface); color: var(--ink) }
dialog::backdrop { background: #000a }
dialog .body, dialog form, .field, .failure, .ways { display: grid; grid-template-columns: minmax(0, 1fr); gap: .6rem; align-content: start; overflow-wrap: anywhere }
dialog .body { margin: .75rem 0 1rem }
.field { gap: .25rem }
.field input, .field textarea, dialog textarea { width: 100%; min-height: 44px; padding: .5rem .7rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--surface) }
label, legend { font-weight: 600 }
fieldset { margin: 0; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem }
.switch { display: flex; gap: .6rem; align-items: center; min-height: 44px }
.switch input { width: 24px; height: 24px; flex: none; accent-color: var(--accent) }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem }
.sections { display: grid; gap: .5rem }
.sections > details > :not(summary) { margin: .6rem .25rem }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
th, td { padding: .35rem; border: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere }
.failure { flex: 1; padding: 1.1rem; overflow-y: auto }
.failure button { justify-self: start }

@media ${COVERS} {
  .panel { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0 }
  dialog { width: 100vw; max-width: 100vw; height: 100dvh; max-height: 100dvh; border: 0; border-radius: 0 }
}
@media (max-height: 30rem) {
  .stage { overflow-y: auto }
  .log { flex: none; overflow: visible }
}
@media (forced-colors: active) {
  :host {
    --accent: Canvas;
    --on-accent: CanvasText;
    --surface: Canvas;
    --raised: Canvas;
    --ink: CanvasText;
    --quiet: CanvasText;
    --line: CanvasText;
    --mark: Canvas;
    --mark-line: CanvasText;
    --wrong: CanvasText;
  }
  a { color: LinkText }
  :focus-visible, .entries :focus-visible { outline-color: Highlight }
  .turn .bubble, .note, .launcher, .bar, .standing, .main, .send { border: 1px solid CanvasText }
  .layer { forced-color-adjust: none }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise .15s ease-out }
  @keyframes rise { from { transform: translateY(.75rem); opacity: 0 } }
}
`

// The tag's attributes for colours, and the properties that they set; a page may set these itself.
export const COLOURS = Object.freeze(['accent', 'on-accent', 'surface', 'ink'])

/** @type {CSSStyleSheet | undefined} */
let shared

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
  for (const name of COLOURS) {
    const colour = tag.getAttribute(name)
    // What is no colour is not taken by the browser.
    if (colour && globalThis.CSS.supports('color', colour)) style.setProperty(`--${name}`, `var(--slor-${name}, ${colour})`)
  }
  return [shared, own]
}
