import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of everything that takes part, ms since each process started. */
export interface ProcessorTime {
  readonly node: number;
  readonly postgres: number;
  /** This process, which sends the requests. */
  readonly client: number;
}

const TICK_MS = 10;

/** Linux only: zeros elsewhere. @param pid of the standalone @param postmaster of its server */
export function processorTime(pid: number | undefined, postmaster: number | null): ProcessorTime {
  const own = process.cpuUsage();
  const client = (own.user + own.system) / 1_000;
  let node = 0;
  let postgres = 0;
  if (process.platform !== 'linux') return { node, postgres, client };
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = statOf(entry);
    if (fields === null) continue;
    const used = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    if (Number(entry) === pid) node += used;
    // Children that have ended count with their parent.
    else if (Number(entry) === postmaster) postgres += used + (Number(fields[13]) + Number(fields[14])) * TICK_MS;
    else if (Number(fields[1]) === postmaster) postgres += used;
  }
  return { node, postgres, client };
}

/** Fields of `/proc/<pid>/stat` from the state on; null for a process that has ended meanwhile. */
function statOf(pid: string): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
