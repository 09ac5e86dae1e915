import { isThere } from '../fetch-twin.ts'
import { useLater } from '../use-later.ts'

const id = 'reading-settings'

/** Opens what a reader may choose, whose script comes when it is first asked for. */
export function ReadingSettings() {
  const [SettingsPanel, fetchPanel] = useLater(fetchSettingsPanel)
  return (
    <>
      <button
        type="button"
        lang="en"
        aria-label="Reading settings"
        popoverTarget={id}
        onClick={SettingsPanel ? undefined : fetchPanel}
      >
        Aa
      </button>
      {SettingsPanel && <SettingsPanel id={id} />}
    </>
  )
}

async function fetchSettingsPanel() {
  try {
    return (await import('../settings/SettingsPanel.tsx')).SettingsPanel
  } catch (cause) {
    // Where its script is gone, the site was built anew since: opened afresh, the page has the other.
    if (await isThere(window.location.href)) window.location.reload()
    throw cause
  }
}
