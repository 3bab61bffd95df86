import { attribute } from '~/api/attributes'

export { attribute }

export const STAGE = attribute('stage', 'choice', {
  choices: [
    { code: 'open', label: 'Open', meaning: 'open', color: 'slate', active: true },
    { code: 'talks', label: 'Talks', meaning: 'open', color: 'indigo', active: true },
    { code: 'won', label: 'Won', meaning: 'won', color: 'jade', active: true },
    { code: 'lost', label: 'Lost', meaning: 'lost', color: 'cinnabar', active: true },
  ],
})
