import {
  File,
  FileArchive,
  FileHeadphone,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideoCamera,
  Presentation,
  type LucideIcon,
} from 'lucide-react'

/** What people tell files apart by: an icon and one of the colours. */
interface Kind {
  icon: LucideIcon
  color: string
}

const KINDS: readonly [RegExp, Kind][] = [
  [/^image\//, { icon: FileImage, color: 'plum' }],
  [/^video\//, { icon: FileVideoCamera, color: 'plum' }],
  [/^audio\//, { icon: FileHeadphone, color: 'plum' }],
  [/pdf$/, { icon: FileText, color: 'cinnabar' }],
  [/spreadsheet|ms-?excel|csv/, { icon: FileSpreadsheet, color: 'jade' }],
  [/presentation|powerpoint/, { icon: Presentation, color: 'ochre' }],
  [/wordprocessing|msword|rtf|opendocument\.text/, { icon: FileText, color: 'indigo' }],
  [/zip|compressed|x-tar|gzip|x-rar/, { icon: FileArchive, color: 'slate' }],
  [/^text\//, { icon: FileText, color: 'slate' }],
]

export const kindOf = (mediaType: string): Kind =>
  KINDS.find(([pattern]) => pattern.test(mediaType))?.[1] ?? { icon: File, color: 'slate' }
