// Writes and reads the one kind of PNG the icons use: eight bits a channel, red, green, blue and opacity.
import { crc32, deflateSync, inflateSync } from "node:zlib";
import type { Picture } from "./raster";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const HEADER_TAIL = Buffer.from([8, 6, 0, 0, 0]);

export function toPng(picture: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.size, 0);
  header.writeUInt32BE(picture.size, 4);
  HEADER_TAIL.copy(header, 8);
  const stride = picture.size * 4;
  const rows = Buffer.alloc((stride + 1) * picture.size);
  for (let row = 0; row < picture.size; row += 1) {
    rows.set(picture.pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/** Reads back what toPng wrote; throws on any other kind of file. */
export function fromPng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(SIGNATURE) || !file.subarray(24, 29).equals(HEADER_TAIL)) {
    throw new Error("Not a PNG of the kind the icons use.");
  }
  const size = file.readUInt32BE(16);
  if (file.readUInt32BE(20) !== size) {
    throw new Error("The picture is not square.");
  }
  const stride = size * 4;
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const pixels = new Uint8Array(size * stride);
  for (let row = 0; row < size; row += 1) {
    if (rows[row * (stride + 1)] !== 0) {
      throw new Error("The picture's rows are filtered.");
    }
    pixels.set(rows.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1)), row * stride);
  }
  return { size, pixels };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
