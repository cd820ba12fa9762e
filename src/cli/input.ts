import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Failure } from './failure.ts';

/** What a command reads: a file or standard input, as text. */
export interface Input {
  /** How messages call it. */
  readonly label: string;
  /** Path as given; undefined for standard input. */
  readonly file: string | undefined;
  /** Each character is one byte, so that lengths in header fields hold. */
  readonly bytes: string;
}

/** Largest input, in bytes: what fits into one string of V8 with room for work. */
const largest = 256 * 1024 * 1024;

export function isThere(path: string): boolean {
  return path !== '' && existsSync(path);
}

/** @param path path of a file, or `-` for standard input */
export async function readInput(path: string): Promise<Input> {
  const isStdin = path === '-';
  const label = isStdin ? 'standard input' : path || '""';
  const bytes = isStdin ? await readStdin() : await readWhole(path);
  if (bytes.length > largest) {
    throw new Failure(`${label}: larger than ${largest / 1024 / 1024} MiB. Split it.`);
  }
  const text = plainBytes(bytes);
  if (isBinary(text)) throw new Failure(`${label}: a binary file. Give an HTTP response, HAR or JSON.`);
  const content = text.toString('latin1');
  if (content.trim() === '') {
    const fix = isStdin
      ? 'Pipe a response into it, for example that of "curl -si URL".'
      : 'Save the response with "curl -i".';
    throw new Failure(`${label}: empty. ${fix}`);
  }
  return { label, file: isStdin ? undefined : path, bytes: content };
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const facts: Record<string, string> = {
      ENOENT: 'the file does not exist. Check the path.',
      EISDIR: 'a folder. Name a file in it.',
      EACCES: 'the file cannot be read. Check its permissions.',
      ERR_FS_FILE_TOO_LARGE: 'larger than 2 GiB. Split it.',
    };
    throw new Failure(`${path || '""'}: ${facts[code ?? ''] ?? message}`);
  }
}

async function readStdin(): Promise<Buffer> {
  if (process.stdin.isTTY) process.stderr.write('Reading from the terminal; end with Ctrl-D.\n');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > largest) break;
  }
  return Buffer.concat(chunks);
}

/** XML in UTF-16 begins with one of these. */
const wideStarts = ['\u00fe\u00ff', '\u00ff\u00fe', '\u0000<', '<\u0000'];

/** Whether text does not have such bytes, unless it is a response with XML in UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096).toString('latin1');
  const end = start.startsWith('HTTP/') ? /\n\r?\n/.exec(start) : null;
  const body = end ? end.index + end[0].length : 0;
  const isWide = end !== null && wideStarts.some((mark) => start.startsWith(mark, body));
  return (isWide ? start.slice(0, body) : start).includes('\0');
}

/** UTF-8 without byte order mark; Windows PowerShell writes UTF-16. */
function plainBytes(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(bytes.subarray(2).toString('utf16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return Buffer.from(Buffer.from(bytes.subarray(2)).swap16().toString('utf16le'));
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
