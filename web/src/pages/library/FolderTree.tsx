import { Link } from '@tanstack/react-router'
import { Folder, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FolderNode } from './folders'

interface FolderTreeProps {
  nodes: readonly FolderNode[]
  chosen?: string
  level?: number
}

/** Folders and those inside them, each a place to go to. */
export function FolderTree({ nodes, chosen, level = 0 }: FolderTreeProps) {
  const { t } = useTranslation()
  return (
    <ul className="folder-tree">
      {nodes.map(({ row, children }) => {
        const on = row.id === chosen
        const Icon = on ? FolderOpen : Folder
        const name = String(row.name ?? '') || t('record.untitled')
        return (
          <li key={row.id}>
            <Link
              to="/library"
              search={{ folder: row.id }}
              className={on ? 'on' : undefined}
              aria-current={on ? 'page' : undefined}
              style={{ paddingInlineStart: 10 + level * 16 }}
            >
              <Icon size={16} strokeWidth={1.8} aria-hidden />
              <span className="ellipsis" title={name}>
                {name}
              </span>
            </Link>
            {children.length > 0 && <FolderTree nodes={children} chosen={chosen} level={level + 1} />}
          </li>
        )
      })}
    </ul>
  )
}
