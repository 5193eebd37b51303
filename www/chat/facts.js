// What the element needs of a policy, in the language of the talk. The engine has checked the policy before it is used to send.

const LANGUAGES = ['da', 'sv', 'nb', 'nn', 'fi', 'en']

/** The words of the element, one file a language, read when they are needed. */
export async function stringsOf (language) {
  const files = {
    da: () => import('../strings/da.js'),
    sv: () => import('../strings/sv.js'),
    nb: () => import('../strings/nb.js'),
    nn: () => import('../strings/nn.js'),
    fi: () => import('../strings/fi.js'),
    en: () => import('../strings/en.js')
  }
  return (await files[language]()).default
}

/**
 * The language to speak: the page's, where the policy has it, else the policy's first.
 *
 * @param {string} wanted
 * @param {string[]} [spoken]
 */
export function languageOf (wanted, spoken = LANGUAGES) {
  const main = wanted.toLowerCase().split('-')[0]
  const known = main === 'no' ? 'nb' : main
  if (spoken.includes(known)) return known
  return spoken === LANGUAGES ? 'en' : spoken[0]
}

/**
 * @param {any} policy
 * @param {string} language
 * @param {any} strings
 */
export function factsOf (policy, language, strings) {
  const say = texts => typeof texts === 'string' ? texts : texts?.[language] ?? Object.values(texts ?? {})[0]
  const { handover, metadata, menu } = policy
  const labels = { ...strings.chat.labels }
  for (const [key, texts] of Object.entries(menu?.labels ?? {})) labels[key] = say(texts)
  return Object.freeze({
    id: policy.id,
    language,
    bot: say(policy.bot.name),
    title: say(policy.title),
    hint: say(policy.hint) ?? strings.chat.hint,
    labels,
    launcher: policy.launcher?.corner ?? 'bottom_right',
    corner: menu?.corner ?? 'top_right',
    icon: menu?.icon ?? 'dots',
    deletes: policy.deletion.offered,
    deletion: say(policy.deletion.text),
    formats: policy.download?.offered ? policy.download.formats ?? ['text', 'json'] : [],
    leaves: policy.deletion.leaves ?? [],
    files: policy.files && { ...policy.files, reason: say(policy.files.reason) },
    keepsInSession: policy.storage.talk === 'session',
    fields: metadata.fields,
    mayDecline: metadata.fields.length > 0 && metadata.opt_out !== false,
    person: handover && {
      fromStart: handover.from_start,
      hours: handover.hours,
      closed: say(handover.closed),
      notice: say(handover.notice),
      form: handover.form && {
        reason: say(handover.form.reason),
        fields: handover.form.fields.map(field => ({ ...field, label: say(field.label) }))
      }
    },
    ways: policy.other_ways.map(way => ({ ...way, label: say(way.label), text: say(way.text) })),
    contacts: (policy.contacts ?? []).map(it => ({ ...it, organisation: say(it.organisation), text: say(it.text) })),
    reason: category => say(policy.categories[category]?.reason),
    givesBack: category => policy.categories[category]?.give_back === true
  })
}
