import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { KeyRound, Languages, LogOut, Monitor, Moon, Settings, Sun, TerminalSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignOut } from '~/api/session'
import { Avatar } from '../Avatar'
import { useThemeMode, type Preference } from '../ThemeMode'
import { useLanguageChoice } from './useLanguageChoice'

const THEMES: { key: Preference; icon: typeof Sun }[] = [
  { key: 'light', icon: Sun },
  { key: 'dark', icon: Moon },
  { key: 'system', icon: Monitor },
]

export function AccountMenu() {
  const { t } = useTranslation()
  const { user, viewedBy } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { preference, setPreference } = useThemeMode()
  const languages = useLanguageChoice()

  const leave = async () => {
    const elsewhere = await signOut.mutateAsync()
    if (!elsewhere) await navigate({ to: '/sign-in' })
  }
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: [user.title, user.login].filter(Boolean).join(' · ') },
    {
      key: 'profile',
      icon: <Settings size={15} />,
      label: t('settings.profile'),
      onClick: () => void navigate({ to: '/settings' }),
    },
    ...(viewedBy
      ? []
      : [
          {
            key: 'password',
            icon: <KeyRound size={15} />,
            label: t('password.change'),
            onClick: () => void navigate({ to: '/change-password' }),
          },
        ]),
    {
      key: 'tokens',
      icon: <TerminalSquare size={15} />,
      label: t('settings.tokens'),
      onClick: () => void navigate({ to: '/settings/$section', params: { section: 'tokens' } }),
    },
    { type: 'divider' },
    {
      key: 'theme',
      label: t('theme.title'),
      icon: <Sun size={15} />,
      children: THEMES.map(({ key, icon: Icon }) => ({
        key,
        icon: <Icon size={15} />,
        label: t(`theme.${key}`),
        onClick: () => setPreference(key),
      })),
    },
    {
      key: 'language',
      label: t('frame.language'),
      icon: <Languages size={15} />,
      children: languages.items.map((item) => ({ ...item, onClick: languages.onClick })),
    },
    { type: 'divider' },
    { key: 'leave', icon: <LogOut size={15} />, label: t('session.signOut'), onClick: () => void leave() },
  ]
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, selectable: true, selectedKeys: [preference, ...languages.selectedKeys] }}
    >
      <button type="button" className="plain account" aria-label={t('frame.account', { name: user.title })}>
        <Avatar name={user.title} />
      </button>
    </Dropdown>
  )
}
