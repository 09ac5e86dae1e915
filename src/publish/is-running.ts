/** Whether a process of that number works on what it began, other than this one. */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's runs, but is not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
