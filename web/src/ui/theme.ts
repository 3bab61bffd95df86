import { theme as antd, type ThemeConfig } from 'antd'

export type Mode = 'light' | 'dark'

const FONT = 'var(--font)'

const COLORS = {
  light: {
    colorPrimary: '#0f7b6c',
    colorInfo: '#0f7b6c',
    colorLink: '#0a5f54',
    colorSuccess: '#0f7b6c',
    colorWarning: '#925e12',
    colorError: '#b9402f',
    colorText: '#16212b',
    colorTextSecondary: '#4d5a65',
    colorTextTertiary: '#5f6c78',
    colorTextDescription: '#5f6c78',
    colorTextPlaceholder: '#68757f',
    colorTextDisabled: '#5f6c78',
    colorBorder: '#d9dfe3',
    colorBorderSecondary: '#e5e9ec',
    colorBgLayout: '#f5f7f8',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorWarningBg: '#faf1e0',
    colorWarningBorder: '#eed9b0',
    colorErrorBg: '#fbeae7',
    colorErrorBorder: '#f0c9c3',
    colorSuccessBg: '#e2f2ef',
    colorSuccessBorder: '#bfe0da',
    colorInfoBg: '#e2f2ef',
    colorInfoBorder: '#bfe0da',
  },
  dark: {
    colorPrimary: '#3fb8a4',
    colorInfo: '#3fb8a4',
    colorLink: '#6fd0c0',
    colorSuccess: '#3fb8a4',
    colorWarning: '#e0ac55',
    colorError: '#ec8577',
    colorText: '#e7ecf0',
    colorTextSecondary: '#a9b5bf',
    colorTextTertiary: '#8896a2',
    colorTextDescription: '#8896a2',
    colorTextPlaceholder: '#8896a2',
    colorTextDisabled: '#94a2ae',
    colorBorder: '#33404a',
    colorBorderSecondary: '#26313a',
    colorBgLayout: '#0f151a',
    colorBgContainer: '#161e25',
    colorBgElevated: '#1a242c',
    colorWarningBg: '#33280f',
    colorWarningBorder: '#5a4719',
    colorErrorBg: '#3a1d19',
    colorErrorBorder: '#6b352d',
    colorSuccessBg: '#12332f',
    colorSuccessBorder: '#1f564e',
    colorInfoBg: '#12332f',
    colorInfoBorder: '#1f564e',
  },
}

/**
 * The look's tokens as the control library takes them.
 *
 * @param motion whether anything may move; a menu waits for its movement to end, so who wants none must get none at all
 */
export function themeOf(mode: Mode, motion: boolean): ThemeConfig {
  const colors = COLORS[mode]
  const onJade = mode === 'dark' ? '#06201c' : '#ffffff'
  const jadeSoft = mode === 'dark' ? '#12332f' : '#e2f2ef'
  return {
    algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...colors,
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 8,
      borderRadiusSM: 6,
      borderRadiusLG: 10,
      controlHeight: 34,
      controlHeightSM: 28,
      controlHeightLG: 40,
      wireframe: false,
      motion,
      // What waits turns; it need not fade as well, which nobody could read.
      opacityLoading: 1,
      controlItemBgActive: jadeSoft,
      controlItemBgActiveHover: jadeSoft,
      // In the dark a shadow shows nothing: what lies over the page has an edge instead.
      ...(mode === 'dark' && { boxShadowSecondary: '0 0 0 1px #33404a, 0 12px 32px rgb(0 0 0 / 50%)' }),
    },
    components: {
      Button: {
        primaryColor: onJade,
        colorPrimary: colors.colorPrimary,
        colorPrimaryHover: mode === 'dark' ? '#5cc9b7' : '#0d8a79',
        colorPrimaryActive: mode === 'dark' ? '#34a592' : '#0a5f54',
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: mode === 'dark' ? '#2b0b06' : '#ffffff',
      },
      Checkbox: { colorWhite: onJade, colorPrimary: colors.colorPrimary, colorPrimaryHover: colors.colorPrimary },
      Badge: { colorError: '#b9402f' },
      Select: { optionSelectedBg: jadeSoft },
      Segmented: { itemSelectedBg: colors.colorBgContainer, trackBg: mode === 'dark' ? '#0f151a' : '#eff2f4' },
      Drawer: { footerPaddingBlock: 12, footerPaddingInline: 20 },
    },
  }
}
