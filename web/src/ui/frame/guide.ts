const SETTINGS: Record<string, string> = {
  advice: 'customer-360',
  audit: 'audit',
  automation: 'automation',
  backups: 'operation',
  company: 'organisation',
  'identity-providers': 'identity-providers',
  mail: 'mail',
  notifications: 'notifications',
  organisation: 'organisation',
  roles: 'rights',
  programs: 'api',
  rules: 'assigning',
  sample: 'sample-company',
  sharing: 'rights',
  tokens: 'api',
  webhooks: 'webhooks',
  attributes: 'fields',
  objects: 'objects',
  layouts: 'layouts',
}

const PAGES: Record<string, string> = {
  '': 'first-steps',
  imports: 'import',
  insight: 'boards-and-charts',
  quality: 'data-quality',
  duplicates: 'duplicates',
  folders: 'files',
  jobs: 'import',
  library: 'files',
  segments: 'segments',
  organisation: 'organisation',
  departments: 'organisation',
  teams: 'organisation',
  users: 'organisation',
}

/** The page of the guide that is about a page of the console. */
export function guidePageOf(path: string, search: { view?: string; filter?: string }): string {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'settings') return SETTINGS[second] ?? 'signing-in'
  if (first in PAGES) return PAGES[first] ?? 'first-steps'
  return search.view ? 'boards-and-charts' : 'records'
}
