import { useRouterState } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import { BookOpen, CircleHelp, Keyboard } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useKeysHelp } from '~/engine/palette/Palettes'
import { usePhone } from '../useMedia'
import { guidePageOf } from './guide'

/** Help for the page one is on, the whole guide, and the keys. */
export function HelpMenu() {
  const { t, i18n } = useTranslation()
  const phone = usePhone()
  const showKeys = useKeysHelp()
  const address = useRouterState({ select: ({ location }) => location.pathname })
  const page = useRouterState({ select: ({ location }) => guidePageOf(location.pathname, location.search) })
  const link = (to: string, words: string) => (
    <a href={`/guide${to}?lang=${i18n.language}`} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
  const items: MenuProps['items'] = [
    { key: 'page', icon: <BookOpen size={15} />, label: link(`/${page}`, t('help.page')) },
    { key: 'guide', icon: <BookOpen size={15} />, label: link('/first-steps', t('help.guide')) },
    ...(phone ? [] : [{ key: 'keys', icon: <Keyboard size={15} />, label: t('keys.title'), onClick: showKeys }]),
  ]
  return (
    <Dropdown key={address} menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<CircleHelp size={17} aria-hidden />} aria-label={t('help.title')} />
    </Dropdown>
  )
}
