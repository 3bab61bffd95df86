import { useEffect, useState, type DragEvent } from 'react'

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && Boolean(target.closest('input, textarea, [contenteditable]'))

/** Files that are dropped on a place. */
export function useDropping(wanted: boolean, take: (files: Iterable<File>) => void) {
  const [over, setOver] = useState(false)
  const place = wanted
    ? {
        onDragOver: (event: DragEvent) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(true)
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        },
      }
    : {}
  return { over, place }
}

/** Files that are dropped on a place, or pasted anywhere but into a text. */
export function useArriving(wanted: boolean, take: (files: Iterable<File>) => void) {
  useEffect(() => {
    if (!wanted) return
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      const files = clipboardData?.files
      // Behind a dialog nobody means this page.
      if (files?.length && !isTypedInto(target) && !document.querySelector('[role=dialog]')) take(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
  return useDropping(wanted, take)
}
