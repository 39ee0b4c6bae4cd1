declare module 'heic-decode' {
  type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }
  type Picture = { readonly width: number; readonly height: number; decode(): Promise<Pixels> }
  const heicDecode: { all(input: { readonly buffer: Uint8Array }): Promise<readonly Picture[]> }
  export default heicDecode
}
