/** English. */
export default {
  categories: {
    national_id: 'personal identity number',
    phone: 'telephone number',
    account: 'account or card number',
    number: 'long number',
    birthdate: 'date of birth',
    date: 'date',
    email: 'e-mail address',
    name: 'name',
    health: 'health',
    gender: 'gender',
    ethnicity: 'ethnic origin',
    nationality: 'nationality',
    sexuality: 'sexuality',
    politics: 'politics',
    religion: 'religion',
    address: 'address',
    reference: 'case or order number'
  },
  masked: {
    none: 'Nothing was found that is to be hidden.',
    one: '1 detail will be hidden: {list}.',
    many: '{count} details will be hidden: {list}.'
  },
  unread: 'The message is mostly written in letters that the check cannot read. It cannot be sent.',
  failed: {
    title: 'The chat cannot be used right now',
    text: 'The program that hides personal details does not work. So nothing is sent.',
    contact: 'You can call us or visit our service desk. In an emergency, call 112.'
  },
  demo: {
    title: 'See what will be hidden',
    intro: 'Write a message as you would write it in a chat. Personal details are hidden here in the browser, before anything is sent. This page sends nothing.',
    preview: 'Try a policy of your own',
    policy: 'Organisation',
    language: 'Language',
    message: 'Your message',
    hint: 'Please use made-up details when you try it.',
    example: 'Insert an example',
    sample: 'Hello, my personal code is 010190-123A and my e-mail is test@example.org. Call +358 40 123 4567 😀',
    leaves: 'This leaves the browser',
    leavesHint: 'Exactly this text, and nothing else of what you type.',
    empty: 'Nothing yet.',
    send: 'Send',
    sent: 'This is how the chatbot would read it',
    clear: 'Start over',
    loading: 'Getting ready …',
    found: 'Will be hidden'
  }
}
