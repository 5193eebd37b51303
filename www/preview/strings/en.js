/** English. */
export default {
  title: 'Policy preview',
  intro: 'Write a policy, see at once what it masks in messages, and read the privacy notice that follows from it. Everything happens in this browser: nothing is sent, and nothing is kept when you leave the page.',
  language: 'Language',
  demo: 'To the demo',
  failed: 'The preview does not work here',
  policy: {
    heading: 'Policy',
    start: 'Start from',
    open: 'Open a policy file',
    save: 'Save the policy',
    file: 'Opened: {name}',
    unsaved: 'Your changes to the policy are not saved and will be lost. Go on?',
    editor: 'The policy file (JSON)',
    hint: 'You can also drop a file here. Errors appear below while you write.',
    checking: 'Checking …',
    fine: 'The policy has no errors.',
    errors: 'Errors: {n}',
    warnings: 'No errors. To look at: {n}',
    stale: 'The results, the table of what the policy decides and the document are those of the last version without errors.',
    older: 'Not saved: the policy has errors, and what is shown is of an older version. Correct them first.',
    none: 'The policy has no version without errors yet, so there is nothing to show or save here.',
    line: 'Line {line}, column {column}',
    first: 'The first {n} are shown.',
    warning: 'to look at'
  },
  messages: {
    heading: 'Messages',
    label: 'One message a line',
    hint: 'Or drop a file: .txt (one message a line), .tsv (the column “text” or “message”, otherwise the last), .jsonl (the key “text”), .json (an array of texts). Made-up messages are best.',
    open: 'Open messages',
    examples: 'Insert examples',
    clear: 'Remove all',
    unsaved: 'Remove the messages? What you have written is not kept anywhere.',
    file: '{name}: {n} messages',
    purpose: 'Use',
    compare: 'Compare with',
    none: 'no comparison',
    same: 'this policy',
    opened: 'this policy as opened',
    asOpened: 'as opened',
    other: 'Use there',
    sample: [
      'Hello, my number is 010190-123A and my e-mail is test@example.org',
      'My son has diabetes. Which form do I need?',
      'When does the library open on 4 March 2026?',
      'My order 123456789 has not arrived, call me on +358 40 123 4567'
    ]
  },
  purposes: {
    strictest: 'strictest of all',
    answer: 'answering',
    improve: 'improving',
    statistics: 'statistics',
    research: 'research',
    training: 'training staff'
  },
  results: {
    heading: 'Results',
    empty: 'Write or open messages to see what is masked.',
    working: 'Working: {done} of {n}',
    count: 'Messages: {n}. With something masked: {masked}. Refused: {refused}.',
    differ: 'Different: {n}.',
    only: 'Show only what differs',
    written: 'As written',
    leaves: 'As sent',
    differs: 'different',
    unread: 'Refused: mostly in letters that the check cannot read.',
    reasons: 'Reasons: {n}',
    nothing: 'Nothing was recognised.',
    more: 'Show {n} more',
    json: 'Save as JSON',
    csv: 'Save as CSV',
    raw: 'With the messages as written'
  },
  decision: {
    heading: 'What the policy decides',
    category: 'Category',
    always: 'masked wherever it is found',
    disclosed: 'masked where it is said of the writer or somebody near',
    keep: 'kept',
    because: '{decision}: {reason}',
    stranger: 'kept: not said of the writer or somebody near',
    exception: 'kept: an exception of the policy, or part of something else',
    givesBack: 'the citizen may have it sent as written'
  },
  rule: {
    words: 'word list, {name}',
    frame: 'words around it, {name}',
    names: 'names, {name}',
    country: 'numbers of {name}',
    international: 'international numbers',
    date: 'dates',
    spelled: 'written in words',
    street: 'street addresses',
    digits: 'number of digits',
    named: 'a word that names the number',
    shape: 'shape in the policy'
  },
  evidence: {
    shape: 'right form',
    lexicon: 'listed word',
    context: 'words around it',
    checksum: 'right check digits'
  },
  notice: {
    document: 'Document',
    notice: 'Privacy notice',
    record: 'Record of processing (article 30)',
    language: 'Language of the document',
    foreign: 'The policy’s own words are missing in this language; they are in {language}.',
    html: 'Save as HTML',
    markdown: 'Save as Markdown'
  },
  wrongFile: {
    text: '{name} is not a text file (UTF-8).',
    jsonl: '{name}, line {line}: not a JSON object with the key “text”.',
    json: '{name}: not a JSON array of texts, or of objects with the key “text”.',
    csv: '{name}: tables are not opened as .csv. These can be opened: .txt, .tsv, .jsonl and .json.',
    large: '{name} is larger than {n} MB.',
    several: 'One file at a time, please.'
  }
}
