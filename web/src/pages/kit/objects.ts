import type { RecordFile } from '~/api/files'
import { attribute } from '~/api/attributes'
import type { Attribute, Metadata, ObjectType, RecordData } from '~/api/types'
import type { CommentEntry, ChangeEntry, RecordEntry, FileEntry } from '~/api/timeline'
import { choices } from './specimens'

type Say = (key: string) => string

const RIGHTS = {
  create: true,
  edit: true,
  delete: true,
  import: true,
  export: true,
  assign: true,
  bulk: true,
  configure: true,
}

const objectOf = (
  name: string,
  label: string,
  attributes: Attribute[],
  rest: Partial<ObjectType> = {},
): ObjectType => ({
  name,
  type: name,
  label,
  pluralLabel: label,
  icon: 'target',
  title: attributes[0]?.name ?? 'id',
  capabilities: [],
  board: null,
  partOf: null,
  rights: RIGHTS,
  formats: ['csv', 'xlsx'],
  defaultSort: '-id',
  first: null,
  columns: attributes.map(({ name: column }) => column),
  quick: [],
  wanted: [],
  sections: [{ name: 'facts', label, attributes: attributes.map(({ name: each }) => each) }],
  related: [],
  commands: [],
  entries: [],
  entry: null,
  attributes,
  ...rest,
})

/** The objects whose records the kit shows; no server knows them. */
export function metadataOf(say: Say, language: string): Metadata {
  const label = (key: string) => ({ label: say(`kit.names.${key}`) })
  const person = { reference: 'people', toPerson: true }
  const deal = objectOf(
    'deals',
    say('kit.names.deal'),
    [
      attribute('title', 'text', { ...label('title'), required: true }),
      attribute('stage', 'choice', { ...label('stage'), choices: choices(say), required: true }),
      attribute('grade', 'choice', { ...label('grade'), choices: choices(say).slice(2, 5) }),
      attribute('amount', 'money', { ...label('amount'), summed: true }),
      attribute('partner', 'reference', { ...label('partner'), reference: 'partners' }),
      attribute('owner', 'reference', { ...label('owner'), ...person }),
      attribute('day', 'date', label('day')),
      attribute('phone', 'phone', { ...label('phone'), masked: true }),
      attribute('remarks', 'text', { ...label('remarks'), multiline: true }),
      attribute('lines', 'lines', { ...label('lines'), lines: 'rows' }),
      attribute('createdBy', 'reference', { ...label('owner'), ...person, writable: false }),
    ],
    {
      board: 'stage',
      quick: ['title', 'stage', 'amount', 'partner'],
      wanted: ['partner', 'amount', 'day', 'remarks', 'owner'],
      capabilities: ['timeline'],
      columns: ['title', 'stage', 'grade', 'amount', 'partner', 'owner', 'day', 'phone'],
      sections: [
        {
          name: 'facts',
          label: say('kit.names.facts'),
          attributes: ['title', 'amount', 'partner', 'day', 'phone', 'grade', 'remarks'],
        },
      ],
      related: [{ object: 'notes', attribute: 'deal', label: say('kit.names.note') }],
    },
  )
  return {
    language,
    tenant: { slug: 'kit', name: 'Keyuan', baseCurrency: 'CNY' },
    areas: [],
    objects: [
      deal,
      objectOf('partners', say('kit.names.partner'), [attribute('name', 'text', label('title'))]),
      objectOf('people', say('kit.names.owner'), [attribute('name', 'text', label('title'))]),
      objectOf(
        'rows',
        say('kit.names.lines'),
        [
          attribute('item', 'reference', { ...label('item'), reference: 'partners' }),
          attribute('quantity', 'decimal', label('quantity')),
          attribute('price', 'money', label('price')),
        ],
        { partOf: 'deals' },
      ),
      objectOf('notes', say('kit.names.note'), [
        attribute('subject', 'text', label('title')),
        attribute('summary', 'text', { ...label('remarks'), multiline: true }),
        attribute('kind', 'choice', { ...label('grade'), choices: choices(say).slice(0, 2) }),
        attribute('deal', 'reference', { ...label('deal'), reference: 'deals' }),
      ]),
    ],
  }
}

const LIN = { id: 'lin', title: '林悦' }
const ANNA = { id: 'anna', title: 'Anna Snelling' }
const HENGTAI = { id: 'partner', title: '苏州恒泰精密模具有限公司' }

export const DEALS: readonly RecordData[] = [
  {
    id: 'deal-1',
    version: 3,
    title: '苏州恒泰立体库一期',
    stage: 'indigo',
    grade: 'jade',
    amount: { amount: '2860000', currency: 'CNY' },
    partner: HENGTAI,
    owner: LIN,
    day: '2026-12-18',
    phone: '0512****888',
    remarks: '设备科确认预算，月底前比价。',
    lines: [
      { id: 'row-1', version: 1, item: HENGTAI, quantity: '12', price: { amount: '86000', currency: 'CNY' } },
      { id: 'row-2', version: 1, item: HENGTAI, quantity: '0.5', price: { amount: '128000', currency: 'USD' } },
    ],
  },
  {
    id: 'deal-2',
    version: 1,
    title: 'Warehouse retrofit',
    stage: 'slate',
    amount: { amount: '54000', currency: 'USD' },
    owner: ANNA,
    day: '2026-11-20',
  },
  {
    id: 'deal-3',
    version: 1,
    title: '中国（上海）自由贸易试验区临港新片区新能源汽车零部件智能制造与检测产线改造二期',
    stage: 'jade',
    grade: 'plum',
    amount: { amount: '1234567890.5', currency: 'CNY' },
    partner: { id: 'partner', title: '新能源汽车零部件智能制造与检测技术股份有限公司' },
    owner: { id: 'long', title: '欧阳修远' },
    day: '2027-01-15',
  },
  { id: 'deal-4', version: 2, title: '年度维保', stage: 'cinnabar' },
]
/** What most parts show. */
export const DEAL = DEALS[0] as RecordData
/** The one with more to tell than there is room for. */
export const LONG_DEAL = DEALS[2] as RecordData

const RECORD = { object: 'deals', id: DEAL.id, title: String(DEAL.title) }

export const CHANGE: ChangeEntry = {
  id: 'change',
  at: '2026-11-27T08:10:00Z',
  kind: 'changes',
  by: LIN,
  record: RECORD,
  action: 'updated',
  changes: [
    { attribute: 'stage', old: 'slate', new: 'indigo' },
    { attribute: 'amount', old: null, new: { amount: '2860000', currency: 'CNY' } },
  ],
}
export const FILE_ADDED: FileEntry = {
  id: 'file-added',
  at: '2026-11-27T08:40:00Z',
  kind: 'files',
  by: ANNA,
  record: RECORD,
  file: { id: 'plan', name: '二期方案.pdf', version: 2, size: 2_480_000, mediaType: 'application/pdf' },
}

const file = (id: string, name: string, mediaType: string, size: number, version = 1): RecordFile => ({
  attribute: null,
  id,
  name,
  mediaType,
  size,
  version,
  shown: mediaType === 'application/pdf',
  at: '2026-11-27T08:40:00Z',
  by: ANNA,
  deletedAt: null,
})
const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const FILES: RecordFile[] = [
  file('plan', '二期方案.pdf', 'application/pdf', 2_480_000, 3),
  file('offer', '报价明细（含税）2026年第四季度 最终版 已盖章.xlsx', `${OFFICE}.spreadsheetml.sheet`, 48_200),
  file('letter', 'Letter of intent.docx', `${OFFICE}.wordprocessingml.document`, 18_900),
  file('slides', '产品介绍.pptx', `${OFFICE}.presentationml.presentation`, 9_300_000),
  file('drawings', 'drawings.zip', 'application/zip', 31_000_000),
]
export const COMMENT: CommentEntry = {
  id: 'comment',
  at: '2026-11-27T09:30:00Z',
  kind: 'comments',
  by: ANNA,
  record: RECORD,
  body: '@[00000000-0000-7000-8000-00000000000a] 请本周内拜访，带上二期方案。',
  mentions: [{ id: '00000000-0000-7000-8000-00000000000a', title: '林悦' }],
  editedAt: '2026-11-27T09:32:00Z',
  deleted: false,
  mine: true,
  replies: [
    {
      id: 'reply',
      at: '2026-11-27T10:00:00Z',
      by: LIN,
      body: '周四下午去。',
      mentions: [],
      editedAt: null,
      deleted: false,
      mine: false,
    },
  ],
}
export const NOTE: RecordEntry = {
  id: 'note-entry',
  at: '2026-11-28T02:00:00Z',
  kind: 'notes',
  by: LIN,
  record: { object: 'notes', id: 'note', title: '预算确认' },
  values: {
    id: 'note',
    version: 1,
    subject: '预算确认',
    summary: '设备科确认预算，采购部要求三家比价。',
    kind: 'indigo',
  },
  comments: [],
}
