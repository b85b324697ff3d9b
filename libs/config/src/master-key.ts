import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config-error.ts';

/** 32 bytes from base64 or hexadecimal text. @throws ConfigError naming `source` (never the text) */
export function parseMasterKey(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  const base64 = /^[A-Za-z0-9+/]{43}=?$/.test(trimmed);
  if (key.length !== 32 || !(base64 || trimmed.length === 64)) {
    throw new ConfigError(`${source} must hold 32 bytes as base64 or as 64 hexadecimal digits`);
  }
  return key;
}

/** Reads a key file; null when there is none. @throws ConfigError when it cannot be read or holds no key */
export function readMasterKeyFile(path: string): Buffer | null {
  if (!existsSync(path)) return null;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`the master key file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
  return parseMasterKey(text, `the master key file ${path}`);
}

/** Makes a new key in a file only its owner can read. Never overwrites: two starters at once end with one key. */
export function createMasterKeyFile(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true });
  const key = randomBytes(32);
  try {
    writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    const existing = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readMasterKeyFile(path) : null;
    if (existing !== null) return existing;
    throw new ConfigError(`the master key file ${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}
