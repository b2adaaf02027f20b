// A QR code of a text (ISO/IEC 18004): bytes, the lowest error correction, and one mask. What it carries is compressed
// text, as good as noise, so that weighing the eight masks against each other would gain nothing.

// Of versions 1 to 25 at level L: correction codewords in a block, and blocks (ISO/IEC 18004, table 9).
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];
const [LEVEL_L, MASK] = [1, 0];

/**
 * Draws a text as a QR code of the smallest version from 1 to 25 that holds it (ISO/IEC 18004), at error correction
 * level L.
 * @param {string} text  of one-byte characters
 * @returns {boolean[][] | null} rows of dark and light modules, without the quiet zone; null when the text is too long
 */
export function qrOf(text) {
  const version = BLOCKS.findIndex((_, index) => text.length <= capacityOf(index + 1)) + 1;
  if (!version) return null;
  const size = 17 + 4 * version;
  /** @type {(boolean | null)[][]} null: free for data */
  const modules = Array.from({ length: size }, () => Array(size).fill(null));
  drawPatterns(modules, version);
  drawData(modules, codewordsOf(text, version));
  return modules.map((row) => row.map(Boolean));
}

/** How many bytes a version holds, beside the mode and the length. @param {number} version */
function capacityOf(version) {
  return dataOf(version) - (version < 10 ? 2 : 3);
}

/** @param {number} version  @returns {number} data codewords */
function dataOf(version) {
  return wholeOf(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
}

/** @param {number} version  @returns {number} codewords that fit beside the patterns */
function wholeOf(version) {
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const alignment = marks ? (25 * marks - 10) * marks - 55 : 0;
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version > 6 ? 36 : 0)) / 8);
}

/** @param {string} text @param {number} version @returns {number[]} data and correction, as they are drawn */
function codewordsOf(text, version) {
  const length = text.length.toString(2).padStart(version < 10 ? 8 : 16, "0");
  const bytes = Array.from(text, (letter) => letter.charCodeAt(0).toString(2).padStart(8, "0"));
  const bits = `0100${length}${bytes.join("")}0000`;
  const data = Array.from({ length: Math.floor(bits.length / 8) }, (_, place) =>
    parseInt(bits.slice(place * 8, place * 8 + 8), 2),
  );
  for (let pad = 0xec; data.length < dataOf(version); pad ^= 0xec ^ 0x11) data.push(pad);
  const [count, correction] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const [short, longer] = [Math.floor(data.length / count), data.length % count];
  /** @type {number[][]} */
  const blocks = [];
  for (let number = 0; number < count; number++) blocks.push(data.splice(0, short + Number(number >= count - longer)));
  const divisor = divisorOf(correction);
  const remainders = blocks.map((block) => remainderOf(block, divisor));
  return [...woven(blocks), ...woven(remainders)];
}

/** Takes from each block in turn. @param {number[][]} blocks */
function woven(blocks) {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    blocks.flatMap((block) => (place < block.length ? [block[place]] : [])),
  ).flat();
}

/** Multiplies in the field of 256 elements. @param {number} left @param {number} right */
function times(left, right) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--)
    product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((right >> bit) & 1) * left);
  return product;
}

/** The Reed-Solomon generator polynomial, without its leading one. @param {number} degree */
function divisorOf(degree) {
  const coefficients = [...Array(degree - 1).fill(0), 1];
  for (let round = 0, root = 1; round < degree; round++, root = times(root, 2)) {
    for (const [place, value] of coefficients.entries()) {
      coefficients[place] = times(value, root) ^ (coefficients[place + 1] ?? 0);
    }
  }
  return coefficients;
}

/** @param {number[]} data @param {number[]} divisor */
function remainderOf(data, divisor) {
  return data.reduce(
    (rest, byte) => {
      const factor = byte ^ rest[0];
      return divisor.map((value, place) => (rest[place + 1] ?? 0) ^ times(value, factor));
    },
    divisor.map(() => 0),
  );
}

/**
 * Draws what is the same in every code of a version, and the format.
 * @param {(boolean | null)[][]} modules
 * @param {number} version
 */
function drawPatterns(modules, version) {
  const size = modules.length;
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ dark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) modules[y][x] = dark;
  };
  for (let place = 0; place < size; place++)
    for (const [x, y] of [
      [6, place],
      [place, 6],
    ])
      set(x, y, place % 2 === 0);
  const marks = alignmentOf(version, size);
  const last = marks.length - 1;
  for (const [row, y] of marks.entries()) {
    for (const [column, x] of marks.entries()) {
      const corner =
        (row === 0 || row === last) && (column === 0 || column === last) && !(row === last && column === last);
      if (!corner) square(x, y, 2, (ring) => ring !== 1);
    }
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ])
    square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  drawFormat(set, size);
  if (version > 6) drawVersion(set, size, version);

  /** @param {number} x @param {number} y @param {number} radius @param {(ring: number) => boolean} dark */
  function square(x, y, radius, dark) {
    for (let down = -radius; down <= radius; down++) {
      for (let right = -radius; right <= radius; right++)
        set(x + right, y + down, dark(Math.max(Math.abs(down), Math.abs(right))));
    }
  }
}

/** Where the centres of the alignment marks lie. @param {number} version @param {number} size */
function alignmentOf(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const others = Array.from({ length: count - 1 }, (_, place) => size - 7 - place * step);
  return [6, ...others.reverse()];
}

/** @param {number} value @param {number} generator @param {number} degree */
function withCheck(value, generator, degree) {
  let rest = value;
  for (let round = 0; round < degree; round++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * generator);
  return (value << degree) | rest;
}

/** @param {(x: number, y: number, dark: boolean) => void} set @param {number} size */
function drawFormat(set, size) {
  const bits = withCheck((LEVEL_L << 3) | MASK, 0x537, 10) ^ 0x5412;
  for (let place = 0; place < 15; place++) {
    const dark = Boolean((bits >> place) & 1);
    const near = place + Number(place > 5);
    if (place < 8) set(8, near, dark);
    else set(place === 8 ? 7 : 14 - place, 8, dark);
    if (place < 8) set(size - 1 - place, 8, dark);
    else set(8, size - 15 + place, dark);
  }
  set(8, size - 8, true);
}

/** @param {(x: number, y: number, dark: boolean) => void} set @param {number} size @param {number} version */
function drawVersion(set, size, version) {
  const bits = withCheck(version, 0x1f25, 12);
  for (let place = 0; place < 18; place++) {
    const dark = Boolean((bits >> place) & 1);
    const [far, near] = [size - 11 + (place % 3), Math.floor(place / 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

/**
 * Fills the free modules in zigzags from the right, with the mask over them.
 * @param {(boolean | null)[][]} modules
 * @param {number[]} codewords
 */
function drawData(modules, codewords) {
  const size = modules.length;
  let place = 0;
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (modules[y][x] !== null) continue;
        const bit = (codewords[place >> 3] >> (7 - (place & 7))) & 1;
        modules[y][x] = Boolean(bit) !== ((x + y) % 2 === 0);
        place++;
      }
    }
  }
}
