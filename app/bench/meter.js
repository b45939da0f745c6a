// Loaded before the real program (node --import): answers its parent how much processor time and memory it used so far.
process.on('message', (asked) => {
  if (asked !== 'meter') return
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  process.send({ user, system, rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 })
})
process.channel.unref()
// Whoever measured is gone: nothing stays behind.
process.on('disconnect', () => process.exit())
