import type { CodeSplittingGroup, CodeSplittingNameFunction } from 'rolldown'

type Modules = Parameters<CodeSplittingNameFunction>[1]

const FRAMEWORK =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](query|react-query|router|react-router|history|store|react-store)|i18next|react-i18next)/

const ROOT = decodeURIComponent(new URL('.', import.meta.url).pathname).replace(/^\/(?=\w:)/, '')

/** What every page needs before it shows anything, and what stands around every page of somebody signed in. */
const ALWAYS = { start: 'src/main.tsx', frame: 'src/ui/frame/Frame.tsx' }

/** Whoever imports one thing from these does not thereby import the others. */
const CATALOGUES: readonly [string, RegExp][] = [
  ['antd', /node_modules[\\/]antd[\\/]es[\\/]index\.js$/],
  ['lucide-react', /node_modules[\\/]lucide-react[\\/].*[\\/]lucide-react\.\w+$/],
]

/** `…/date-picker/index.js` and `…/icons/chart-column.js` as an import names them, but for capitals. */
const nameOf = (id: string): string =>
  id
    .replace(/([\\/]index)?\.\w+$/, '')
    .replace(/.*[\\/]/, '')
    .replaceAll('-', '')

function namesTaken(code: string | null, catalogue: string): Set<string> {
  const imports = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["']${catalogue}["']`, 'g')
  return new Set([...(code ?? '').matchAll(imports)].flatMap(([, list = '']) => list.toLowerCase().match(/\w+/g) ?? []))
}

/** What a module imports without waiting for it. */
function importsOf(id: string, modules: Modules): string[] {
  const module = modules.getModuleInfo(id)
  return (module?.importedIds ?? []).flatMap((imported) => {
    const [catalogue] = CATALOGUES.find(([, index]) => index.test(imported)) ?? []
    if (!catalogue) return imported
    const names = namesTaken(module?.code ?? null, catalogue)
    return (modules.getModuleInfo(imported)?.importedIds ?? []).filter((offered) => names.has(nameOf(offered)))
  })
}

/** All icons but those of src/ui/furtherIcons.ts that nobody else has, which come when one of them is shown. */
const ICONS =
  /node_modules[\\/]lucide-react(?!.*icons[\\/](boxes|factory|graduation-cap|headset|list-checks|megaphone|phone|receipt|ship|shopping-cart|truck|wrench)\.)/

const known = new Map<string, Set<string>>()

/** A module with all it imports, and all that imports. */
function whole(entry: string, modules: Modules): Set<string> {
  const reached = known.get(entry) ?? new Set([entry])
  if (!known.has(entry)) for (const id of reached) for (const imported of importsOf(id, modules)) reached.add(imported)
  known.set(entry, reached)
  return reached
}

/**
 * What is always loaded is a few files, and not one for every set of pages that has something in common: there is less to ask
 * for, and it is smaller together. All else is divided by the pages that need it.
 */
export const chunks: CodeSplittingGroup[] = [
  { name: 'react', test: FRAMEWORK },
  {
    debugName: 'always',
    name: (id, modules) =>
      Object.entries(ALWAYS).find(([, entry]) => whole(ROOT + entry, modules).has(id))?.[0] ?? null,
  },
  { name: 'icons', test: ICONS },
  // Inputs come when somebody edits, dialogs when they open.
  { name: 'shared', test: /[\\/]src[\\/](api|ui|fields)[\\/](?!.*(Input|Dialog|Secret))/, minShareCount: 4 },
]
