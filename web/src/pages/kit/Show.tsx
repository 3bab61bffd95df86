import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A part of the kit, to be gone to from its top. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section id={`kit-${name}`} className="kit-part" aria-label={t(`kit.parts.${name}`)}>
      <h2>{t(`kit.parts.${name}`)}</h2>
      {children}
    </section>
  )
}

/** One component in one state, which stands above it. */
export const Show = ({ state, wide, children }: { state: string; wide?: boolean; children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className={wide ? 'kit-show wide' : 'kit-show'}>
      <span className="sub">{t(`kit.states.${state}`)}</span>
      <div>{children}</div>
    </div>
  )
}
