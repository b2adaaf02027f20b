// Puts a text into an address, and takes it out again: compressed where the browser can.
import { LARGEST } from "../journal/passed-on.js";
import { carriedIn, LONGEST } from "./carried-text.js";

/**
 * Packs a text for an address: 1 and raw deflate (RFC 1951), or 0 and plain UTF-8 where the browser cannot compress, in
 * base64url (RFC 4648).
 * @param {string} text
 * @returns {Promise<string>} letters, digits, - and _; empty when they are more than a link may carry
 */
export async function pack(text) {
  const bytes = new TextEncoder().encode(text);
  const packed = globalThis.CompressionStream
    ? `1${lettersOf(await through(bytes, new CompressionStream("deflate-raw")))}`
    : `0${lettersOf(bytes)}`;
  return packed.length > LONGEST ? "" : packed;
}

/**
 * Takes a text out again, from an address that anybody may have written.
 * @param {string} packed
 * @returns {Promise<string | null>} null when it is damaged, or larger than a plan can be
 */
export async function unpack(packed) {
  try {
    const bytes = Uint8Array.from(atob(packed.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const whole = packed[0] === "1" ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}

/**
 * Takes out what a link carries, in a text that a person passed on.
 * @param {string} text
 * @param {string} start  of what stands after the address, such as #plan=
 * @returns {Promise<string | null>} JSON; empty when it is damaged, null when there is no such link
 */
export async function carriedText(text, start) {
  const carried = carriedIn(text, start);
  for (const packed of carried ?? []) {
    const content = await unpack(packed);
    if (content !== null && isJson(content)) return content;
  }
  return carried && "";
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Uint8Array} bytes */
function lettersOf(bytes) {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Sends bytes through a stream; stops when more comes out than a plan can hold.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > LARGEST) throw new Error("larger than a plan can be");
    parts.push(value);
  }
}
