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

const fetchSettingsPanel = async () => (await import('../settings/SettingsPanel.tsx')).SettingsPanel
