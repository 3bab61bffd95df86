import { describe, expect, it } from 'vitest'
import { SPECIMENS } from './specimens'

const read = (files: Record<string, string>) =>
  Object.entries(files).map(([file, source]) => ({ file: file.replace(/^(\.\.\/)+/, ''), source }))

const kit = Object.values(import.meta.glob<string>('./*.tsx', { query: '?raw', import: 'default', eager: true })).join(
  '\n',
)
const components = read(
  import.meta.glob<string>(
    [
      '../../ui/**/*.tsx',
      '../../fields/*.tsx',
      '../../engine/shared/*.tsx',
      '../../engine/list/*.tsx',
      '../../engine/record/*.tsx',
      '../../engine/board/*.tsx',
      '../../engine/timeline/*.tsx',
      '../../engine/chart/*.tsx',
      '../../engine/bulk/*.tsx',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
).flatMap(({ file, source }) =>
  [...source.matchAll(/^export (?:const|function) ([A-Z][a-z]\w*)/gm)].map(([, name]) => ({ file, name: name ?? '' })),
)

/** What the kit does not show by itself, each with why. */
const ELSEWHERE: Record<string, string> = {
  'ui/ThemeMode.tsx': 'it shows nothing',
  'ui/frame/': 'the frame stands around the kit',
  'ui/notifications/': 'the bell of the frame opens them',
  'ui/OfflineNote.tsx OfflineNote': 'its bar is shown',
  'ui/NewVersion.tsx NewVersion': 'its bar is shown',
  'ui/PagedRows.tsx': 'the states of a list are shown, its rows are whatever a page has',
  'fields/inputs.tsx': 'FieldInput loads it',
  'engine/list/ListPage.tsx': 'a page, made of the parts that are shown',
  'engine/list/ObjectList.tsx': 'the same',
  'engine/list/ListHead.tsx': 'it goes by the address of a list',
  'engine/list/ViewSwitch.tsx': 'the same',
  'engine/record/AlikeDialog.tsx': 'its list of records alike is shown',
  'engine/list/ColumnsButton.tsx': 'it opens over a list',
  'engine/list/SortButton.tsx': 'the same',
  'engine/list/CellEditor.tsx': 'it is a field’s input in a cell',
  'engine/list/CellNote.tsx': 'it opens beside a cell',
  'engine/list/HeaderCell.tsx': 'part of Table',
  'engine/list/ListCell.tsx': 'the same',
  'engine/list/Row.tsx': 'the same',
  'engine/list/BulkBar.tsx': 'part of ListFoot',
  'engine/record/RecordPage.tsx': 'a page, made of the parts that are shown',
  'engine/record/RecordView.tsx': 'the same',
  'engine/record/LoadedRecord.tsx': 'the same',
  'engine/record/RelatedCards.tsx': 'it asks for its cards; a RelatedCard is shown',
  'engine/record/AdviceCard.tsx': 'it asks for what is best done; a map walk shows it',
  'engine/record/ChangeWords.tsx': 'part of ChangeItem',
  'engine/record/Commands.tsx': 'part of RecordHead',
  'engine/record/RecordMenu.tsx': 'the same',
  'engine/record/InlineField.tsx': 'part of SectionCard',
  'engine/board/BoardPage.tsx': 'a page, made of the parts that are shown',
  'engine/board/BoardNote.tsx': 'a number of that page',
  'engine/board/Column.tsx': 'it asks for its cards; its head and its cards are shown',
  'engine/board/PipelineSwitch.tsx': 'a Segmented or a Select of choices, over the filter',
  'engine/board/MovableCard.tsx': 'a BoardCard that can be dragged',
  'engine/board/MovedCard.tsx': 'a BoardCard with a StageQuestion or a Conflict',
  'engine/timeline/Timeline.tsx': 'it asks for its entries, which are shown',
  'engine/timeline/Body.tsx': 'part of CommentItem',
  'engine/timeline/CommentBox.tsx': 'part of Composer',
  'engine/timeline/RecordComposer.tsx': 'the same',
  'engine/timeline/EntryFrame.tsx': 'part of every entry',
  'engine/timeline/FollowButton.tsx': 'part of RecordHead',
  'engine/timeline/Thread.tsx': 'part of CommentItem',
  'engine/timeline/Tick.tsx': 'part of RecordItem',
  'engine/chart/ChartPage.tsx': 'a page, made of the parts that are shown',
  'engine/chart/GroupingSelect.tsx': 'part of that page',
  'engine/chart/Breakdown.tsx': 'part of ChartCard',
  'engine/chart/Drawing.tsx': 'the same',
  'engine/chart/Funnel.tsx': 'the same',
  'engine/chart/Trend.tsx': 'the same',
  'engine/chart/FigureTable.tsx': 'the same',
  'engine/bulk/BulkEdit.tsx': 'a button of ListFoot',
  'engine/bulk/BulkTag.tsx': 'the same',
  'engine/bulk/BulkDelete.tsx': 'the same',
  'engine/bulk/BulkEditDialog.tsx': 'its frame is shown',
  'engine/bulk/BulkDeleteDialog.tsx': 'the same',
  'engine/bulk/EntryRow.tsx': 'a field’s input behind a select',
  'engine/bulk/Expected.tsx': 'part of BulkFrame',
}

const isElsewhere = ({ file, name }: { file: string; name: string }) =>
  Object.keys(ELSEWHERE).find((key) => `${file} ${name}`.startsWith(key))
const isShown = ({ name }: { name: string }) => new RegExp(`<${name}\\b`).test(kit)

describe('The kit', () => {
  it('shows every type of attribute', () => {
    const types = Object.keys(import.meta.glob('../../fields/*/index.ts')).map((path) => path.split('/').at(-2))
    expect(types.length).toBeGreaterThan(10)
    expect(Object.keys(SPECIMENS).sort()).toEqual(types.sort())
  })

  it('shows every component, or says why not', () => {
    expect(components.length).toBeGreaterThan(60)
    const missing = components.filter((each) => !isShown(each) && !isElsewhere(each))
    expect(missing).toEqual([])
  })

  it('excuses none that it shows or that there is no more', () => {
    const idle = Object.keys(ELSEWHERE).filter(
      (key) => !components.some((each) => isElsewhere(each) === key && !isShown(each)),
    )
    expect(idle).toEqual([])
  })
})
