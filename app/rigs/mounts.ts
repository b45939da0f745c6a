/** Small file systems to be full or to lose their power. Only root may mount them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { clearAtEnd, tempDir } from './rig.ts'

function run(command: string, ...args: string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.error) throw new Error(`${command} is not here`)
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr.trim()}`)
  return done.stdout
}

const unmount = (dir: string) => spawnSync('umount', ['-l', dir])

/** @throws when this machine allows no mounts. */
export function smallMount(megabytes: number): string {
  const dir = join(tempDir(), 'small')
  mkdirSync(dir)
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir)
  clearAtEnd(() => unmount(dir))
  return dir
}

export interface Disk {
  dir: string
  /** The power fails: what was not pushed to the disk is gone. */
  cut(): void
  /** The power is back. */
  restore(): void
}

/** An ext4 in a file, mounted through a loop device. @throws when this machine allows none. */
export function disk(): Disk {
  const place = tempDir()
  const image = join(place, 'disk.img')
  const dir = join(place, 'disk')
  mkdirSync(dir)
  run('truncate', '-s', '160M', image)
  run('mkfs.ext4', '-q', '-F', image)
  const restore = () => run('mount', '-o', 'loop', image, dir)
  restore()
  clearAtEnd(() => unmount(dir))
  return {
    dir,
    cut() {
      // EXT4_IOC_SHUTDOWN without flushing the journal.
      run(
        'python3',
        '-c',
        'import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack("I", 2))',
        dir
      )
    },
    restore() {
      run('umount', dir)
      restore()
    }
  }
}
