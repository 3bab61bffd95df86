import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react'
import type { Placed } from './layout'

interface View {
  x: number
  y: number
  zoom: number
}

const LEAST = 0.25
const MOST = 2
const STEP = 1.25
const ROOM = { x: 110, y: 60 }

const within = (zoom: number) => Math.min(MOST, Math.max(LEAST, zoom))

/** So that all of it is seen, and nothing larger than it is. */
function fitting(places: readonly Placed[], width: number, height: number): View {
  const x = places.map((place) => place.x)
  const y = places.map((place) => place.y)
  const [left, right] = [Math.min(0, ...x) - ROOM.x, Math.max(0, ...x) + ROOM.x]
  const [top, bottom] = [Math.min(0, ...y) - ROOM.y, Math.max(0, ...y) + ROOM.y]
  const zoom = within(Math.min(1, width / (right - left), height / (bottom - top)))
  return { zoom, x: width / 2 - (zoom * (left + right)) / 2, y: height / 2 - (zoom * (top + bottom)) / 2 }
}

/** A drawing one can move and enlarge: by dragging, the wheel, two fingers and buttons. It begins with all of it in view. */
export function usePlane(places: readonly Placed[], of: string) {
  const frame = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<View>({ x: 0, y: 0, zoom: 1 })
  const pointers = useRef(new Map<number, { x: number; y: number }>())

  const fit = useCallback(() => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {}
    if (clientWidth > 0) setView(fitting(places, clientWidth, clientHeight))
  }, [places])
  useEffect(fit, [fit, of])
  useEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(fit)
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [fit])

  const zoomAt = useCallback((factor: number, x?: number, y?: number) => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {}
    const [atX, atY] = [x ?? clientWidth / 2, y ?? clientHeight / 2]
    setView((before) => {
      const zoom = within(before.zoom * factor)
      const by = zoom / before.zoom
      return { zoom, x: atX - (atX - before.x) * by, y: atY - (atY - before.y) * by }
    })
  }, [])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    // React listens to the wheel passively, and the page behind would move.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [zoomAt])

  const spread = () => {
    const [one, other] = [...pointers.current.values()]
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
  }
  const end = (event: PointerEvent) => void pointers.current.delete(event.pointerId)
  return {
    frame,
    view,
    fit,
    closer: () => zoomAt(STEP),
    farther: () => zoomAt(1 / STEP),
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if ((event.target as Element).closest('button, a')) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: (event: PointerEvent) => {
        const last = pointers.current.get(event.pointerId)
        if (!last) return
        const before = spread()
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
        if (before > 0) zoomAt(spread() / before)
        else setView(({ x, y, zoom }) => ({ zoom, x: x + event.clientX - last.x, y: y + event.clientY - last.y }))
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
