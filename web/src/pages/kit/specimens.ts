import { attribute } from '~/api/attributes'
import type { Division, Level, Places } from '~/api/places'
import type { Attribute, AttributeType, Choice, ChoiceColor, RecordData } from '~/api/types'

type Say = (key: string) => string

/** What is shown of a type of attribute, beside nothing at all. */
export interface Specimen {
  rest?: Partial<Attribute>
  filled: unknown
  /** More than there is room for. */
  long: unknown
  /** A part, as whoever may not see the whole is told it; where values of the type can be seen in part. */
  masked?: string
  /** What its usual filter asks for. */
  operand: string[]
}

const COLOURS: ChoiceColor[] = ['slate', 'indigo', 'ochre', 'plum', 'jade', 'cinnabar']
const MEANINGS = ['open', 'open', 'open', 'open', 'won', 'lost']

export const choices = (say: Say): Choice[] =>
  COLOURS.map((color, index) => ({
    code: color,
    label: say(`kit.stages.${color}`),
    meaning: MEANINGS[index] ?? null,
    color,
    active: true,
  }))

const PARTNER = { id: 'partner', title: '苏州恒泰精密模具有限公司' }
const LONG_PARTNER = {
  id: 'partner',
  title: '中国（上海）自由贸易试验区临港新片区新能源汽车零部件智能制造与检测技术股份有限公司',
}
const LINE: RecordData = {
  id: 'row',
  version: 1,
  item: PARTNER,
  quantity: '12',
  price: { amount: '860', currency: 'CNY' },
}
const LONG_TEXT =
  '客户三季度预算已批，设备科与采购部意见不一：设备科坚持进口，采购部要求三家比价，下周二前须给出含税报价与交期承诺。'

const division = (code: string, name: string, above: string | null, level: Level, spelling: string): Division => ({
  code,
  name,
  other: null,
  above,
  level,
  spelling,
})

/** As many as the addresses here are of. */
export const PLACES: Places = {
  countries: [
    { code: 'CN', name: '中国' },
    { code: 'HK', name: '中国香港' },
  ],
  divisions: [
    division('310000', '上海市', null, 'province', 'shang hai shi'),
    division('310115', '浦东新区', '310000', 'district', 'pu dong xin qu'),
    division('440000', '广东省', null, 'province', 'guang dong sheng'),
    division('440300', '深圳市', '440000', 'city', 'shen zhen shi'),
    division('440305', '南山区', '440300', 'district', 'nan shan qu'),
  ],
}

/** One for each type there is: another type does not compile without its own. */
export const SPECIMENS: Record<AttributeType, Specimen> = {
  text: { filled: '华东大区', long: LONG_TEXT, masked: '华***区', operand: ['华东'] },
  email: {
    filled: 'lin.yue@example.com',
    long: 'procurement.department.of.new.energy@a-very-long-company-name.example.com',
    masked: 'l***@example.com',
    operand: ['example.com'],
  },
  phone: { filled: '0512 6666 8888', long: '+86 (0512) 6666 8888-1024', masked: '0512****888', operand: ['0512'] },
  url: {
    filled: 'https://example.com',
    long: 'https://example.com/products/warehouse/automation?source=exhibition&region=east-china',
    masked: 'exa***',
    operand: ['example.com'],
  },
  number: { filled: 1280, long: 9_007_199_254_740_991, masked: '***', operand: ['100'] },
  decimal: { filled: '12.5', long: '12345678901234567890.123456789', masked: '***', operand: ['10'] },
  percent: { filled: '35', long: '100.125', masked: '***', operand: ['50'] },
  money: {
    filled: { amount: '286000', currency: 'CNY' },
    long: { amount: '1234567890123.45', currency: 'USD' },
    masked: '***',
    operand: ['100000'],
  },
  date: { filled: '2026-11-28', long: '2026-12-31', masked: '2026-**', operand: ['2026-11-01', '2026-11-30'] },
  time: {
    filled: '2026-11-28T06:30:00Z',
    long: '2026-12-31T15:59:00Z',
    masked: '2026-**',
    operand: ['2026-11-01', '2026-11-30'],
  },
  boolean: { filled: true, long: false, operand: [] },
  choice: { filled: 'jade', long: 'plum', masked: '***', operand: ['indigo', 'jade'] },
  choices: {
    filled: ['indigo', 'jade'],
    long: ['slate', 'indigo', 'ochre', 'plum', 'jade', 'cinnabar'],
    masked: '***',
    operand: ['indigo', 'jade'],
  },
  address: {
    filled: {
      country: 'CN',
      province: '440000',
      city: '440300',
      district: '440305',
      street: '科苑路8号',
      text: '广东省深圳市南山区科苑路8号',
    },
    long: {
      country: 'CN',
      province: '310000',
      district: '310115',
      street: '中国（上海）自由贸易试验区临港新片区环湖西二路888号新能源汽车零部件产业园3号楼12层1206室',
      postcode: '201306',
      text: '上海市浦东新区中国（上海）自由贸易试验区临港新片区环湖西二路888号新能源汽车零部件产业园3号楼12层1206室 201306',
    },
    masked: '***',
    operand: ['440000'],
  },
  file: {
    filled: { id: 'file', name: '营业执照.pdf', size: 482_113, mediaType: 'application/pdf' },
    long: {
      id: 'file',
      name: '苏州恒泰精密模具有限公司-2026年度框架采购合同-双方盖章扫描件（含全部附件与补充协议）.pdf',
      size: 48_211_300,
      mediaType: 'application/pdf',
    },
    masked: '***',
    operand: ['执照'],
  },
  reference: {
    rest: { reference: 'partners' },
    filled: PARTNER,
    long: LONG_PARTNER,
    masked: '苏***',
    operand: ['partner'],
  },
  lines: {
    rest: { lines: 'rows' },
    filled: [LINE],
    long: [LINE, { ...LINE, id: 'row-2', item: LONG_PARTNER }],
    operand: [],
  },
}

/** The attribute of a type, called after it. */
export const specimenOf = (say: Say, type: AttributeType, rest: Partial<Attribute> = {}): Attribute =>
  attribute(type, type, {
    label: say(`kit.types.${type}`),
    choices: type === 'choice' || type === 'choices' ? choices(say) : null,
    ...SPECIMENS[type].rest,
    ...rest,
  })
