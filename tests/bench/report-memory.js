// Loaded by `node --import`: at its end the process writes its peak memory, in KiB, to descriptor 3.
// That of processes it started is not in it; that of its threads is.
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS}`))
