import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textInImage, textsInImages } from './image-text';

const said = 'Mirabel Oakenfold, berth 12';

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const png = (...chunks: readonly Buffer[]) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, chunk('IEND', Buffer.alloc(0))]);
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
const jpeg = (...segments: readonly Buffer[]) =>
  Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, Buffer.from('ffda000200ffd9', 'hex')]);
const gif = (comment: string) =>
  Buffer.concat([
    Buffer.from('4749463839610100010080000000000000ffffff21fe', 'hex'),
    Buffer.from([comment.length]),
    Buffer.from(comment),
    Buffer.from('002c00000000010001000002024401003b', 'hex'),
  ]);
const webp = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(type), length, data]);
};

test.each([
  ['text of a PNG', png(chunk('tEXt', Buffer.from(`Author\0${said}`)))],
  [
    'compressed text of a PNG',
    png(chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(said)]))),
  ],
  ['international text of a PNG', png(chunk('iTXt', Buffer.from(`Author\0\0\0de\0\0${said}`)))],
  ['EXIF of a PNG', png(chunk('eXIf', Buffer.from(`II*\0${said}`)))],
  ['a comment of a JPEG', jpeg(segment(0xfe, Buffer.from(said)))],
  ['EXIF of a JPEG', jpeg(segment(0xe1, Buffer.from(`Exif\0\0II*\0\b\0\0\0${said}\0`)))],
  ['a wide string of a JPEG', jpeg(segment(0xe1, Buffer.from(said, 'utf16le')))],
  ['IPTC of a JPEG', jpeg(segment(0xed, Buffer.from(`Photoshop 3.0\0${said}`)))],
  ['a comment of a GIF', gif(said)],
  ['XMP of a WebP', webp('XMP ', Buffer.from(`<dc:creator>${said}</dc:creator>`))],
])('%s is read', (_, image) => {
  expect(textInImage(image)).toContain(said);
});

test('pictures without metadata, and what is no picture, say nothing', () => {
  expect(textInImage(png())).toBe('');
  expect(textInImage(jpeg())).toBe('');
  expect(textInImage(Buffer.from('%PDF-1.7 something else'))).toBe('');
  expect(textInImage(Buffer.alloc(0))).toBe('');
});

test('metadata that cannot be unpacked is unreadable', () => {
  const broken = png(chunk('zTXt', Buffer.from('Author\0\0x\u0001broken', 'latin1')));
  expect(textInImage(broken)).toEqual({ unreadable: expect.stringContaining('cannot be taken apart') });
});

test('the metadata of a picture is an exhibit beside it', () => {
  const exhibit = {
    channel: 'response-body',
    where: { part: 'body', url: 'https://a.test/p.gif' },
    at: 1,
    body: gif(said),
  };
  expect(textsInImages([exhibit, { ...exhibit, body: 'text' }])).toEqual([
    expect.objectContaining({ channel: 'response-body', at: 1, body: expect.stringContaining(said) }),
  ]);
});
