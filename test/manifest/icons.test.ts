/**
 * The icons on disk: all there, of the size that their names say, and what the drawing script draws.
 * @jest-environment jsdom
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ICONS } from "../../scripts/icons/drawings";
import { fromPng } from "../../scripts/icons/png";
import { paint } from "../../scripts/icons/raster";
import { attribute, Manifest, ORIGIN, ROOT } from "./manifest";

const manifest = new Manifest();
const FOLDER = path.join(ROOT, "assets");

test("the folder holds the drawn icons and nothing else", () => {
  const drawn = ICONS.flatMap(({ name, sizes }) => sizes.map((size) => `${name}-${size}.png`));
  expect(readdirSync(FOLDER).sort()).toEqual([...drawn].sort());
});

test.each(ICONS.map((icon) => [icon.name, icon] as const))("%s is what the script draws, at every size", (name, { drawing, sizes }) => {
  for (const size of sizes) {
    const onDisk = fromPng(readFileSync(path.join(FOLDER, `${name}-${size}.png`)));
    expect(onDisk.size).toBe(size);
    expect(Buffer.from(onDisk.pixels).equals(Buffer.from(paint(drawing, size).pixels))).toBe(true);
  }
});

test.each(ICONS.map((icon) => [icon.name, icon] as const))("%s has a clear ground and enough ink to be seen", (_name, { drawing }) => {
  for (const size of [16, 32]) {
    const { pixels } = paint(drawing, size);
    const opacities = Array.from({ length: size * size }, (_, i) => pixels[i * 4 + 3] ?? 0);
    const inked = opacities.filter((opacity) => opacity > 127).length / opacities.length;
    expect(inked).toBeGreaterThan(0.15);
    expect(inked).toBeLessThan(0.85);
    expect(opacities[0]).toBe(0);
  }
});

test("every icon of the manifest names 16, 32 and 80 pixels, each a file of that size", () => {
  const images = new Map(manifest.resources("Images").map(({ id, value }) => [id, value]));
  for (const icon of manifest.all("Icon")) {
    const sizes = manifest.all("Image", icon).map((image) => {
      const url = images.get(attribute(image, "resid")) ?? "";
      const size = Number(attribute(image, "size"));
      expect(fromPng(readFileSync(path.join(ROOT, url.slice(ORIGIN.length)))).size).toBe(size);
      return size;
    });
    expect(sizes).toEqual(expect.arrayContaining([16, 32, 80]));
    expect(new Set(sizes).size).toBe(sizes.length);
  }
});

test("the store's two icons are 32 and 64 pixels", () => {
  expect(attribute(manifest.one("IconUrl"), "DefaultValue")).toBe(`${ORIGIN}assets/icon-32.png`);
  expect(attribute(manifest.one("HighResolutionIconUrl"), "DefaultValue")).toBe(`${ORIGIN}assets/icon-64.png`);
});

test("another kind of picture is refused, not misread", () => {
  expect(() => fromPng(Buffer.from("not a picture at all, only some words"))).toThrow("Not a PNG");
});
