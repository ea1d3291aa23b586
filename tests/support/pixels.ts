/** Straight RGBA pixels, as files and notifications have them, as the ARGB of the tray's bus; a new buffer. */
export function argbOf(rgba: Buffer): Buffer {
  const argb = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    argb.writeUInt32BE(((rgba.readUInt32BE(at) >>> 8) | (rgba.readUInt8(at + 3) << 24)) >>> 0, at);
  }
  return argb;
}
