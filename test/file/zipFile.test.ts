// A zip made as it is written: packed in pieces, ended by every fault, and never larger than a zip can state.
import { strFromU8, strToU8, unzipSync } from "fflate";
import { checkZip } from "../../src/file/zipGuard";
import { ZipFile } from "../../src/file/zipFile";

function* pieces(count: number, size = 50_000): Generator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield Uint8Array.from({ length: size }, (_, k) => (k * 7 + i * 13 + ((k * k) >> 3)) % 251);
}

test("what went in comes out, part by part", async () => {
  const out: Uint8Array[] = [];
  const zip = new ZipFile((bytes) => void out.push(bytes));
  await zip.add("[Content_Types].xml", [strToU8("<Types/>")]);
  await zip.add("xl/empty.xml", []);
  await zip.add("xl/é.xml", pieces(9));
  await zip.end();
  const whole = Buffer.concat(out);
  const parts = unzipSync(whole);
  expect(Object.keys(parts)).toEqual(["[Content_Types].xml", "xl/empty.xml", "xl/é.xml"]);
  expect(strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array())).toBe("<Types/>");
  expect(Buffer.from(parts["xl/é.xml"] ?? []).equals(Buffer.concat([...pieces(9)]))).toBe(true);
  expect(checkZip(whole, "a.xlsx").map(({ unpackedBytes }) => unpackedBytes)).toEqual([8, 0, 450_000]);
});

test("the sink is waited for: memory holds a few pieces, not the file", async () => {
  let made = 0;
  let most = 0;
  let passed = 0;
  const zip = new ZipFile(async (bytes) => {
    most = Math.max(most, made - passed);
    await new Promise((resolve) => setTimeout(resolve, 1));
    passed += bytes.length;
  });
  const counted = function* (): Generator<Uint8Array> {
    // Bytes that don't pack, so that what is made and what is passed on can be compared.
    for (let i = 0; i < 60; i += 1) {
      made += 50_000;
      yield crypto.getRandomValues(new Uint8Array(50_000));
    }
  };
  await zip.add("xl/a.xml", counted());
  await zip.end();
  expect(passed).toBeGreaterThan(3_000_000);
  expect(most).toBeLessThan(1_000_000);
});

test.each([["at once", 1], ["in the middle", 20]])("a sink that fails %s ends the writing with its fault", async (_when, after) => {
  let calls = 0;
  const zip = new ZipFile(() => {
    calls += 1;
    if (calls >= after) throw new Error("The disk is full.");
  });
  await expect(zip.add("xl/a.xml", pieces(200))).rejects.toThrow("The disk is full.");
});

test("pieces that fail end the writing with their fault", async () => {
  const zip = new ZipFile(() => undefined);
  const failing = function* (): Generator<Uint8Array> {
    yield* pieces(3);
    throw new Error("Stopped.");
  };
  await expect(zip.add("xl/a.xml", failing())).rejects.toThrow("Stopped.");
});

test("a part larger than a zip can state is refused", async () => {
  const zip = new ZipFile(() => undefined, 400_000);
  await zip.add("xl/a.xml", pieces(8));
  await expect(zip.add("xl/b.xml", pieces(9))).rejects.toMatchObject({ code: "too-large" });
});
